package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationStatusTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, IN_PROGRESS CANCELLED",
        "IN_PROGRESS, CANCELLING COMPLETED FAILED",
        "CANCELLING, CANCELLED FAILED",
        "CANCELLED, ''",
        "COMPLETED, ''",
        "FAILED, ''"
    })
    void permitsTheTransitionsOfTheTableAndNoOther(OperationStatus status, String next) {
        assertThat(String.join(" ", status.next().stream().map(Enum::name).toList()))
                .isEqualTo(next);
        assertThat(status.isTerminal()).isEqualTo(next.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByLetterAndByName(OperationStatus status) {
        assertThat(OperationStatus.find(status.code())).contains(status);
        assertThat(OperationStatus.find(status.label())).contains(status);
        assertThat(OperationStatus.ofCode(status.code())).isEqualTo(status);
    }

    @Test
    void isNotFoundByAnythingElse() {
        assertThat(OperationStatus.find("pending")).isEmpty();
        assertThatThrownBy(() -> OperationStatus.ofCode("X")).isInstanceOf(IllegalArgumentException.class);
    }
}

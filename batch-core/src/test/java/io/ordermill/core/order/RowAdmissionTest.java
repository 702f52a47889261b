package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowAdmissionTest {

    @Test
    void admitsUpToTheLimitInclusively() {
        RowAdmission admission = new RowAdmission(37_000, 36_963);

        assertThat(admission.admit(37)).isTrue();
        assertThat(admission.itemsAdmitted()).isEqualTo(37_000);
        assertThat(admission.admit(4)).isFalse();
    }

    @Test
    void countsNothingForAnOrderThatDoesNotFit() {
        RowAdmission admission = new RowAdmission(37_000, 36_964);

        assertThat(admission.admit(37)).isFalse();
        assertThat(admission.itemsAdmitted()).isEqualTo(36_964);
        assertThat(admission.admit(36)).isTrue();
    }
}

package io.ordermill.api.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class FormatNegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | JSON",
                "application/* | JSON",
                "text/* | CSV",
                "text/csv | CSV",
                "text/csv; charset=utf-8 | CSV",
                "TEXT/CSV | CSV",
                "application/x-ndjson | NDJSON",
                "application/json | JSON",
                "text/csv;q=0.5, application/x-ndjson;q=0.6 | NDJSON",
                "text/csv, application/json | CSV",
                "application/json, text/csv | JSON",
                "*/*, text/csv | CSV",
                "application/json;q=0, */* | NDJSON",
                "application/*;q=0, */*;q=0.1 | CSV",
                "application/json;q=0.1, application/*;q=0.9 | NDJSON",
                "text/html, application/xhtml+xml, */*;q=0.8 | JSON"
            })
    void choosesByQualityThenByWhatIsNamed(String accept, ResultFormat expected) {
        assertThat(FormatNegotiation.choose(accepting(accept))).isEqualTo(expected);
    }

    @Test
    void takesSeveralHeadersAsOne() {
        assertThat(FormatNegotiation.choose(accepting("application/json;q=0.2", "text/csv")))
                .isEqualTo(ResultFormat.CSV);
    }

    @Test
    void givesAnArrayWhereNothingIsAskedFor() {
        assertThat(FormatNegotiation.choose(accepting())).isEqualTo(ResultFormat.JSON);
        assertThat(FormatNegotiation.choose(accepting(""))).isEqualTo(ResultFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/csv;q=0", "*/*;q=0", "nonsense", "text/csv;q=high", "application/pdf, image/*"
            })
    void refusesWhatItCannotGive(String accept) {
        assertThatThrownBy(() -> FormatNegotiation.choose(accepting(accept)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.NOT_ACCEPTABLE));
    }

    private static MockHttpServletRequest accepting(String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String header : headers) {
            request.addHeader("Accept", header);
        }
        return request;
    }
}

package io.ordermill.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class CheckedHeadersTest {

    private static final List<Predicate<String>> DEFAULTS =
            List.of(StrictHttpFirewall.ALLOWED_HEADER_NAMES, StrictHttpFirewall.ALLOWED_HEADER_VALUES);

    @Test
    void allowsEachCharacterThatIsAllowedByDefaultAndNoOther() {
        assertThat(DEFAULTS).allSatisfy(allowed -> assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(character -> "a" + Character.toString(character) + "b")
                        .filter(text -> allowed.test(text)
                                != CheckedHeaders.plainOr(allowed).test(text)))
                .isEmpty());
    }

    @Test
    void refusesAControlCharacter() {
        HttpFirewall firewall = CheckedHeaders.firewall();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/batch-operations");
        request.addHeader("Authorization", "Bearer a\u0001b");

        assertThatThrownBy(() -> firewall.getFirewalledRequest(request).getHeader("Authorization"))
                .isInstanceOf(RequestRejectedException.class);
    }
}

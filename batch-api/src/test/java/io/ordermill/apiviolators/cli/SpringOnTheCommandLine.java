package io.ordermill.apiviolators.cli;

import org.springframework.util.StringUtils;

/** Takes a class of Spring's for a command. */
public final class SpringOnTheCommandLine {

    private SpringOnTheCommandLine() {}

    static String trimmed(String word) {
        return StringUtils.trimAllWhitespace(word);
    }
}

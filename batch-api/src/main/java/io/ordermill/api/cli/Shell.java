package io.ordermill.api.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has of the process it runs in.
 *
 * @param version of the program; null where it is not packaged
 */
record Shell(@Nullable String version, Map<String, String> environment, Console console, Interruption interruption) {

    static Shell ofProcess(@Nullable String version) {
        return new Shell(version, System.getenv(), Console.ofProcess(), new Interruption());
    }
}

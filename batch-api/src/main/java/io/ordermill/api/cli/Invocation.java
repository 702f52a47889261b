package io.ordermill.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How this program can be called again, in words that can be pasted into a shell. */
final class Invocation {

    private static final String JAR_SUFFIX = ".jar";

    private Invocation() {}

    static String of(List<String> arguments) {
        return program() + " " + arguments.stream().map(Invocation::quoted).collect(Collectors.joining(" "));
    }

    /** The jar as it was named, if it was started as one. */
    private static String program() {
        String jar = System.getProperty("java.class.path", "");
        return jar.endsWith(JAR_SUFFIX) && !jar.contains(System.getProperty("path.separator"))
                ? "java -jar " + quoted(Path.of(jar).toString())
                : Commands.NAME;
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}

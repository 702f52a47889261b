package io.ordermill.api.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** The way from the main class of the jar to its commands. */
public final class CommandLineClient {

    private static final Set<String> NO_SETTINGS = Set.of("--help", "--version");

    private CommandLineClient() {}

    /**
     * Whether these arguments are a command. A server is started without any, or with nothing but settings: a word that is
     * neither is a slip, which a server would take no notice of.
     */
    public static boolean isMeantBy(String... arguments) {
        return !Arrays.stream(arguments)
                .allMatch(argument -> argument.startsWith("--") && !NO_SETTINGS.contains(argument));
    }

    /**
     * Runs a command in this process and gives back its exit code. Services are looked for where the commands are, too: the
     * JDK asks for a resolver of host names before it connects, and would open all libraries of the jar for it.
     */
    public static int run(String... arguments) throws IOException, ReflectiveOperationException {
        String version = CommandLineClient.class.getPackage().getImplementationVersion();
        ClassLoader libraries = OwnLibraries.ofProcess();
        Thread.currentThread().setContextClassLoader(libraries);
        return (int) Class.forName(Commands.class.getName(), true, libraries)
                .getMethod("run", String.class, String[].class)
                .invoke(null, version, arguments);
    }
}

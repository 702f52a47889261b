package io.ordermill.api.cli;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;

/**
 * The few of the jar's libraries that a command needs, in a class loader of their own. In that of the jar, a class that is in
 * the fiftieth library is looked for in forty-nine others first, and one that is nowhere in all of them; opening them takes
 * longer than a command does.
 */
final class OwnLibraries {

    private static final String INSIDE = "/!BOOT-INF/";
    private static final List<String> NEEDED = List.of(
            "classes/", "lib/jackson-annotations-", "lib/jackson-core-3", "lib/jackson-databind-3", "lib/picocli-");

    private OwnLibraries() {}

    /** The loader of the whole jar, or where there is none, as under a test, that which is there. */
    static ClassLoader of(ClassLoader whole) {
        if (!(whole instanceof URLClassLoader jar)) {
            return whole;
        }
        URL[] needed =
                Arrays.stream(jar.getURLs()).filter(OwnLibraries::isNeeded).toArray(URL[]::new);
        return new URLClassLoader(needed, ClassLoader.getPlatformClassLoader());
    }

    private static boolean isNeeded(URL library) {
        String url = library.toString();
        int inside = url.lastIndexOf(INSIDE) + INSIDE.length();
        return NEEDED.stream().anyMatch(name -> url.startsWith(name, inside));
    }
}

package io.ordermill.api.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The few of the jar's libraries that a command needs, read at once. The class loader of the jar looks for a class that is in
 * the fiftieth library in forty-nine others first, and for one that is nowhere in all of them; opening them takes longer than
 * most commands do.
 */
final class OwnLibraries extends ClassLoader {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final List<String> LIBRARIES = List.of("BOOT-INF/lib/jackson-core-3", "BOOT-INF/lib/picocli-");
    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> classes = new HashMap<>();

    private OwnLibraries(JarFile jar) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        String own = CLASSES + OwnLibraries.class.getPackageName().replace('.', '/');
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().startsWith(own) && !entry.isDirectory()) {
                keep(entry.getName().substring(CLASSES.length()), jar.getInputStream(entry));
            } else if (LIBRARIES.stream().anyMatch(entry.getName()::startsWith)) {
                keepAll(jar.getInputStream(entry));
            }
        }
    }

    /** Where the commands are not in such a jar, as under a test, the loader that they have. */
    static ClassLoader ofProcess() throws IOException {
        String path = System.getProperty("java.class.path", "");
        if (!path.endsWith(".jar") || path.contains(System.getProperty("path.separator"))) {
            return OwnLibraries.class.getClassLoader();
        }
        try (JarFile jar = new JarFile(path)) {
            return new OwnLibraries(jar);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.remove(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private void keepAll(InputStream library) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(library.readAllBytes()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                keep(entry.getName(), entries);
            }
        }
    }

    private void keep(String file, InputStream bytes) throws IOException {
        if (file.endsWith(SUFFIX)) {
            String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
            classes.put(name, bytes.readAllBytes());
        }
    }
}

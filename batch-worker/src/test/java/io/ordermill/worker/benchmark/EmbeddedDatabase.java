package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;

/** H2 on disk under the very URL that is the API's default, read from its configuration. */
record EmbeddedDatabase(Path directory, TestDatabase database) implements AutoCloseable {

    private static final Path CONFIGURATION =
            Path.of("..", "batch-api", "src", "main", "resources", "application.yaml");

    /** A new one, in a directory of its own that goes with it. */
    static EmbeddedDatabase in(Path parent) throws IOException {
        Path directory = Files.createTempDirectory(parent, "h2-");
        return new EmbeddedDatabase(
                directory, TestDatabase.h2(url(directory.toAbsolutePath().toString()), "sa", ""));
    }

    /** The default URL for a data directory, an absolute path. */
    static String url(String dataDirectory) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("here", Map.of("ordermill.data-dir", dataDirectory)));
        new YamlPropertySourceLoader()
                .load("api", new FileSystemResource(CONFIGURATION))
                .forEach(sources::addLast);
        return new PropertySourcesPropertyResolver(sources).getRequiredProperty("spring.datasource.url");
    }

    @Override
    public void close() throws IOException {
        database.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}

package io.ordermill.api.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo-client.json}: the demo client's id and secret, for the owner of the data directory alone. */
@Component
class DemoClientFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final JsonMapper json;

    DemoClientFile(DataSettings settings, JsonMapper json) {
        this.directory = settings.dataDir();
        this.json = json;
    }

    /** Writes the file at once: whoever sees it sees it whole, and nobody but the owner ever does. */
    Path write(String clientId, String clientSecret) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("clientId", clientId);
        content.put("clientSecret", clientSecret);
        try {
            Files.createDirectories(directory);
            Path whole = Files.createTempFile(directory, "demo-client", ".tmp", ownerOnly());
            Files.write(whole, json.writeValueAsBytes(content));
            return Files.move(
                    whole,
                    directory.resolve("demo-client.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo client's secret cannot be written to " + directory, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}

package io.ordermill.api.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps the embedded database for its owner: it holds all orders, and the key that signs tokens. */
@Component
class PrivateDatabaseFile implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDatabaseFile.class);

    private final Path file;

    PrivateDatabaseFile(DataSettings settings) {
        this.file = settings.dataDir().resolve("ordermill.mv.db");
    }

    @Override
    public void afterSingletonsInstantiated() {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return;
        }
        try {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            LOG.warn("{} cannot be kept for its owner alone; mind who can read it: {}", file, e.getMessage());
        }
    }
}

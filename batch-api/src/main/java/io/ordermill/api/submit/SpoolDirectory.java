package io.ordermill.api.submit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where uploads wait that are too large for memory. The files of a process begin with its mark, and beside them lies a file
 * of that mark that it keeps locked as long as it lives. The lock of a killed process is free, whatever killed it: then its
 * files are nobody's, and whoever starts next deletes them. Files without such a lock file are left alone.
 */
@Component
class SpoolDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDirectory.class);
    private static final String PREFIX = "ordermill-";
    private static final String LOCK = ".lock";

    private final UploadSettings settings;
    private final Path directory;
    private final String mark = PREFIX + UUID.randomUUID();
    private final Path lockFile;
    private final FileChannel lock;

    SpoolDirectory(UploadSettings settings) throws IOException {
        this.settings = settings;
        this.directory = Files.createDirectories(directory(settings.spoolDirectory()));
        this.lockFile = directory.resolve(mark + LOCK);
        this.lock = lock();
        sweep();
    }

    private static Path directory(@Nullable Path given) {
        return given == null ? Path.of(System.getProperty("java.io.tmpdir")) : given;
    }

    Spool open() {
        return new Spool(settings, directory, mark + "-");
    }

    /** Named as a lock file only once it is locked: at no moment does it look like that of a dead process. */
    private FileChannel lock() throws IOException {
        Path unnamed = directory.resolve(mark + ".starting");
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(unnamed, lockFile, StandardCopyOption.ATOMIC_MOVE);
        return channel;
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> lockFiles = Files.newDirectoryStream(directory, PREFIX + "*" + LOCK)) {
            for (Path candidate : lockFiles) {
                if (!candidate.equals(lockFile)) {
                    sweepIfDead(candidate);
                }
            }
        }
    }

    private void sweepIfDead(Path candidate) {
        try (FileChannel channel = FileChannel.open(candidate, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                String name = candidate.getFileName().toString();
                int deleted = deleteUploads(name.substring(0, name.length() - LOCK.length()));
                Files.delete(candidate);
                LOG.info("deleted {} uploads that a killed process had not finished receiving", deleted);
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            LOG.debug("{} is in use", candidate);
        } catch (IOException notOurs) {
            LOG.debug("{} stays as it is", candidate, notOurs);
        }
    }

    private int deleteUploads(String deadMark) throws IOException {
        int deleted = 0;
        try (DirectoryStream<Path> uploads = Files.newDirectoryStream(directory, deadMark + "-*" + Spool.SUFFIX)) {
            for (Path upload : uploads) {
                Files.deleteIfExists(upload);
                deleted++;
            }
        }
        return deleted;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(lockFile);
        lock.close();
    }
}

package io.ordermill.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordermill.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SpoolDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void deletesWhatADeadProcessHasLeft() throws IOException {
        file("ordermill-dead.lock");
        file("ordermill-dead-123.upload");
        file("ordermill-dead-456.upload");

        try (SpoolDirectory started = started()) {
            assertThat(started).isNotNull();
            assertThat(uploads()).isEmpty();
            assertThat(directory.resolve("ordermill-dead.lock")).doesNotExist();
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatMayBeInUse() throws IOException {
        file("ordermill-unknown-123.upload");
        file("another.lock");
        try (SpoolDirectory living = started();
                Spool upload = living.open()) {
            upload.fill(new ByteArrayInputStream(new byte[10]));
            List<Path> before = uploads();

            started().close();

            assertThat(before).hasSize(2);
            assertThat(uploads()).isEqualTo(before);
            assertThat(directory.resolve("another.lock")).exists();
        }
    }

    @Test
    void makesTheDirectory() throws IOException {
        directory = directory.resolve("not/there/yet");

        started().close();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysSoWhenItTakesNoMore() throws IOException {
        try (SpoolDirectory started = started();
                Spool upload = started.open()) {
            deleteTheDirectory();

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> upload.fill(new ByteArrayInputStream(new byte[10])))
                    .satisfies(refusal ->
                            assertThat(refusal.code().status().value()).isEqualTo(507));
        }
    }

    private SpoolDirectory started() throws IOException {
        return new SpoolDirectory(new UploadSettings(
                DataSize.ofMegabytes(1),
                DataSize.ofBytes(0),
                directory,
                DataSize.ofKilobytes(1),
                Duration.ofSeconds(20)));
    }

    private void file(String name) throws IOException {
        Files.createFile(directory.resolve(name));
    }

    private void deleteTheDirectory() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".upload"))
                    .sorted()
                    .toList();
        }
    }
}

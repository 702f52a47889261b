package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoppableInputStreamTest {

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final InputStream bytes =
            new StoppableInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), stopping::get);

    @Test
    void readsUntilItIsToldToStop() throws IOException {
        assertThat(bytes.read()).isEqualTo(1);
        assertThat(bytes.read(new byte[2], 0, 2)).isEqualTo(2);

        stopping.set(true);

        assertThatThrownBy(bytes::read).isInstanceOf(ReadingStoppedException.class);
        assertThatThrownBy(() -> bytes.read(new byte[2], 0, 2)).isInstanceOf(ReadingStoppedException.class);
    }
}

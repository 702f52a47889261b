package io.ordermill.core.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UploadStoreContract extends StoreContract {

    private static final int MIB = 1 << 20;

    private final JdbcUploadStore store = new JdbcUploadStore(jdbc, Clock.systemUTC());

    UploadStoreContract(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 5 * MIB + 17})
    void givesBackTheBytesAsReceived(int size) throws Exception {
        byte[] bytes = bytes(size);

        Upload upload = store(bytes);

        assertThat(upload.size()).isEqualTo(size);
        assertThat(upload.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(store.find(upload.uploadId())).contains(upload);
        assertThat(store.open(upload.uploadId()).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void givesBackSingleBytesAndSmallPieces() throws IOException {
        byte[] bytes = bytes(2 * MIB + 5);
        try (InputStream stream = store.open(store(bytes).uploadId())) {
            stream.skipNBytes(MIB - 1);
            assertThat(stream.read()).isEqualTo(bytes[MIB - 1] & 0xff);
            assertThat(stream.read()).isEqualTo(bytes[MIB] & 0xff);
            assertThat(stream.readNBytes(MIB + 3)).hasSize(MIB + 3);
            assertThat(stream.read()).isEqualTo(bytes[2 * MIB + 4] & 0xff);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void cutsAStreamThatTricklesIntoFullChunks() throws IOException {
        byte[] bytes = bytes(2 * MIB + 5);
        InputStream trickle = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1000));
            }
        };

        Upload upload = transaction.execute(status -> stored(trickle));

        assertThat(chunkSizes(upload.uploadId())).containsExactly(MIB, MIB, 5);
    }

    @Test
    void fetchesAChunkOnlyWhenItIsNeeded() throws IOException {
        Upload upload = store(bytes(3 * MIB));
        dataSource.reset();

        try (InputStream stream = store.open(upload.uploadId())) {
            stream.readNBytes(MIB);
        }

        assertThat(dataSource.statements()).hasSize(1);
    }

    @Test
    void storesNothingWhenTheTransactionRollsBack() {
        Upload upload = transaction.execute(status -> {
            status.setRollbackOnly();
            return stored(new ByteArrayInputStream(bytes(10)));
        });

        assertThat(store.find(upload.uploadId())).isEmpty();
        assertThat(chunkSizes(upload.uploadId())).isEmpty();
    }

    @Test
    void givesBackNothingOfAChunkThatWasChanged() throws IOException {
        Upload upload = store(bytes(2 * MIB));
        jdbc.sql("update upload_chunk set content = ? where upload_id = ? and chunk_no = 1")
                .params(bytes(MIB), upload.uploadId())
                .update();

        try (InputStream stream = store.open(upload.uploadId())) {
            assertThat(stream.readNBytes(MIB)).hasSize(MIB);
            assertThatThrownBy(stream::read).isInstanceOf(UploadChangedException.class);
        }
    }

    @Test
    void doesNotTakeAMissingChunkForTheEnd() throws IOException {
        Upload upload = store(bytes(2 * MIB + 1));
        jdbc.sql("delete from upload_chunk where upload_id = ? and chunk_no = 2")
                .param(upload.uploadId())
                .update();

        try (InputStream stream = store.open(upload.uploadId())) {
            assertThat(stream.readNBytes(2 * MIB)).hasSize(2 * MIB);
            assertThatThrownBy(stream::read).isInstanceOf(UploadChangedException.class);
        }
    }

    @Test
    void givesBackChunksStoredWithoutASum() throws IOException {
        byte[] bytes = bytes(10);
        Upload upload = store(bytes);
        jdbc.sql("update upload_chunk set sha256 = null where upload_id = ?")
                .param(upload.uploadId())
                .update();

        assertThat(store.open(upload.uploadId()).readAllBytes()).isEqualTo(bytes);
    }

    private Upload store(byte[] bytes) {
        return transaction.execute(status -> stored(new ByteArrayInputStream(bytes)));
    }

    private Upload stored(InputStream stream) {
        try {
            return store.store(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Integer> chunkSizes(UUID uploadId) {
        return jdbc.sql("select octet_length(content) from upload_chunk where upload_id = ? order by chunk_no")
                .param(uploadId)
                .query(Integer.class)
                .list();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

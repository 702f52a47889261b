package io.ordermill.core.upload;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUploadStore implements UploadStore {

    private static final int CHUNK_SIZE = 1 << 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    JdbcUploadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Upload store(InputStream bytes) throws IOException {
        UUID uploadId = ids.generate();
        // The chunks point to this row, so it comes first; size and sum are known only after the last of them.
        jdbc.sql("insert into upload (upload_id, size, sha256, stored_at) values (?, 0, '', ?)")
                .params(uploadId, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        long size = 0;
        int chunkNumber = 0;
        for (byte[] chunk = bytes.readNBytes(CHUNK_SIZE); chunk.length > 0; chunk = bytes.readNBytes(CHUNK_SIZE)) {
            jdbc.sql("insert into upload_chunk (upload_id, chunk_no, content, sha256) values (?, ?, ?, ?)")
                    .params(uploadId, chunkNumber++, chunk, DigestUtils.sha256Hex(chunk))
                    .update();
            sha256.update(chunk);
            size += chunk.length;
        }
        Upload upload = new Upload(uploadId, size, Hex.encodeHexString(sha256.digest()));
        jdbc.sql("update upload set size = ?, sha256 = ? where upload_id = ?")
                .params(upload.size(), upload.sha256(), uploadId)
                .update();
        return upload;
    }

    @Override
    public Optional<Upload> find(UUID uploadId) {
        return jdbc.sql("select upload_id, size, sha256 from upload where upload_id = ?")
                .param(uploadId)
                .query((row, number) -> new Upload(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)))
                .optional();
    }

    @Override
    public InputStream open(UUID uploadId) {
        return new ChunkInputStream(chunkNumber -> chunk(uploadId, chunkNumber));
    }

    private Optional<byte[]> chunk(UUID uploadId, int chunkNumber) {
        Optional<byte[]> chunk = jdbc.sql(
                        "select content, sha256 from upload_chunk where upload_id = ? and chunk_no = ?")
                .params(uploadId, chunkNumber)
                .query((row, number) -> unchanged(row.getBytes(1), row.getString(2), uploadId, chunkNumber))
                .optional();
        if (chunk.isEmpty()
                && find(uploadId)
                        .filter(upload -> upload.size() > (long) chunkNumber * CHUNK_SIZE)
                        .isPresent()) {
            throw hasContent(uploadId)
                    ? new UploadChangedException(uploadId, chunkNumber)
                    : new UploadDeletedException(uploadId);
        }
        return chunk;
    }

    @Override
    public boolean hasContent(UUID uploadId) {
        return jdbc.sql("select count(*) from upload where upload_id = ? and content_deleted_at is null")
                        .param(uploadId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The sum is null where the chunk was stored by a version that kept none. */
    private static byte[] unchanged(byte[] content, @Nullable String sha256, UUID uploadId, int chunkNumber) {
        if (sha256 != null && !sha256.equals(DigestUtils.sha256Hex(content))) {
            throw new UploadChangedException(uploadId, chunkNumber);
        }
        return content;
    }
}

package io.ordermill.core.idempotency;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdempotencyKeyStore implements IdempotencyKeyStore {

    /** Spring has no exception for this state of PostgreSQL. */
    private static final String LOCK_TIMEOUT = "55P03";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;

    /** Elsewhere the limit of the connection holds for everything. */
    private final boolean canLimitWaiting;

    @Autowired
    JdbcIdempotencyKeyStore(JdbcClient jdbc, DataSource dataSource, Clock clock) throws MetaDataAccessException {
        this(jdbc, dataSource, clock, PATIENCE);
    }

    JdbcIdempotencyKeyStore(JdbcClient jdbc, DataSource dataSource, Clock clock, Duration patience)
            throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = patience;
        this.canLimitWaiting = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
    }

    @Override
    public boolean isTaken(IdempotencyKey key) {
        return find(key).isPresent();
    }

    @Override
    public Optional<FormerRequest> take(IdempotencyKey key, String fingerprint, Duration keepFor) {
        Instant now = clock.instant();
        limitWaiting(patience.toMillis() + "ms");
        free(key, now);
        Optional<FormerRequest> former = insertOrFind(key, fingerprint, now.plus(keepFor));
        limitWaiting("0");
        return former;
    }

    private Optional<FormerRequest> insertOrFind(IdempotencyKey key, String fingerprint, Instant expiresAt) {
        Optional<FormerRequest> former = Optional.empty();
        try {
            // Who has it may be gone before it can be looked at; then it is free again.
            while (former.isEmpty() && !insert(key, fingerprint, expiresAt)) {
                former = find(key);
            }
            return former;
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            throw cause != null && LOCK_TIMEOUT.equals(cause.getSQLState())
                    ? new CannotAcquireLockException("another transaction is taking the key", e)
                    : e;
        }
    }

    private void limitWaiting(String limit) {
        if (canLimitWaiting) {
            jdbc.sql("select set_config('lock_timeout', ?, true)")
                    .param(limit)
                    .query(String.class)
                    .single();
        }
    }

    private void free(IdempotencyKey key, Instant now) {
        jdbc.sql("delete from idempotency_key where client_id = ? and key_text = ? and expires_at <= ?")
                .params(key.clientId(), key.text(), column(now))
                .update();
    }

    private boolean insert(IdempotencyKey key, String fingerprint, Instant expiresAt) {
        return jdbc.sql("""
                        insert into idempotency_key (client_id, key_text, fingerprint, expires_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(key.clientId(), key.text(), fingerprint, column(expiresAt))
                        .update()
                == 1;
    }

    private Optional<FormerRequest> find(IdempotencyKey key) {
        return jdbc.sql("""
                        select fingerprint, operation_id from idempotency_key
                        where client_id = ? and key_text = ? and expires_at > ?""")
                .params(key.clientId(), key.text(), column(clock.instant()))
                .query((row, number) -> new FormerRequest(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    @Override
    public void settle(IdempotencyKey key, UUID operationId) {
        jdbc.sql("update idempotency_key set operation_id = ? where client_id = ? and key_text = ?")
                .params(operationId, key.clientId(), key.text())
                .update();
    }

    @Override
    public int deleteExpired(int limit) {
        return jdbc.sql("""
                        delete from idempotency_key where (client_id, key_text) in (
                            select client_id, key_text from idempotency_key where expires_at <= ? limit ?)""").params(column(clock.instant()), limit).update();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.ordermill.api.idempotency;

import io.ordermill.core.idempotency.FormerRequest;
import io.ordermill.core.idempotency.IdempotencyKey;
import io.ordermill.core.idempotency.IdempotencyKeyStore;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Key and operation, together or not at all. */
@Component
class KeyedCreation {

    private final IdempotencyKeyStore keys;
    private final OperationStore operations;
    private final IdempotencySettings settings;

    KeyedCreation(IdempotencyKeyStore keys, OperationStore operations, IdempotencySettings settings) {
        this.keys = keys;
        this.operations = operations;
        this.settings = settings;
    }

    @Transactional(rollbackFor = Exception.class)
    Accepted create(IdempotencyKey key, String fingerprint, Creation creation) throws IOException {
        Optional<FormerRequest> former = take(key, fingerprint);
        if (former.isPresent()) {
            return new Accepted(replay(former.get(), fingerprint), true);
        }
        Operation created = creation.create();
        keys.settle(key, created.operationId());
        return new Accepted(created, false);
    }

    private Optional<FormerRequest> take(IdempotencyKey key, String fingerprint) {
        try {
            return keys.take(key, fingerprint, settings.keepFor());
        } catch (CannotAcquireLockException stillTaken) {
            throw KeyRefusals.inProgress();
        }
    }

    private Operation replay(FormerRequest former, String fingerprint) {
        if (!former.fingerprint().equals(fingerprint)) {
            throw KeyRefusals.reused();
        }
        return Optional.ofNullable(former.operationId())
                .flatMap(operations::find)
                .orElseThrow(KeyRefusals::deleted)
                .asSubmitted();
    }
}

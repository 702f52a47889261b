package io.ordermill.core.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for under a key before.
 *
 * @param fingerprint equal only where everything that was asked for is equal
 * @param operationId null where that operation has been deleted since
 */
public record FormerRequest(String fingerprint, @Nullable UUID operationId) {}

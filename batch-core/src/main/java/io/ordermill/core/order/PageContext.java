package io.ordermill.core.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of orders belongs.
 *
 * @param operationId null for an order that came alone, not in a batch
 * @param skipWorkflow false: one workflow task per saved detail line
 * @param itemLimit most database items the batch may hold, inclusive
 * @param itemsAdmitted database items of the pages before
 */
public record PageContext(
        String companyId, @Nullable UUID operationId, boolean skipWorkflow, long itemLimit, long itemsAdmitted) {}

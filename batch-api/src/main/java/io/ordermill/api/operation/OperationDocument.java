package io.ordermill.api.operation;

import io.ordermill.api.web.EntityTag;

/**
 * An operation as it goes over the wire.
 *
 * @param tag of the very text: whatever changes in the answer changes the tag. An operation that does not change gives the
 *     same text, for all that is computed is computed from what is stored
 * @param isLast no other will follow
 */
public record OperationDocument(String json, EntityTag tag, boolean isLast) {}

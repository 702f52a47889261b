package io.ordermill.core.upload;

import java.util.UUID;

/**
 * What is known of stored bytes.
 *
 * @param size bytes as received
 * @param sha256 of the bytes as received, 64 lower-case hexadecimal digits
 */
public record Upload(UUID uploadId, long size, String sha256) {}

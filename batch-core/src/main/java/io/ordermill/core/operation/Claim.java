package io.ordermill.core.operation;

/**
 * A worker's hold on an operation, good until another attempt is claimed.
 *
 * @param operation as of the claim; its {@code attempt} is the fence
 * @param attemptsWithoutProgress attempts, this one included, since the last committed page or hand-back
 */
public record Claim(Operation operation, int attemptsWithoutProgress) {}

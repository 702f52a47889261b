package io.ordermill.core.company;

/**
 * A company orders are created in.
 *
 * @param uniqueExternalOrderIds an {@code externalOrderId} may be used once only in this company
 */
public record Company(String companyId, String name, boolean uniqueExternalOrderIds) {}

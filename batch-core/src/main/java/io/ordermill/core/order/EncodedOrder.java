package io.ordermill.core.order;

/**
 * The rows of one order in PostgreSQL's binary format of COPY. Each order has its own, so a refused one simply drops out.
 *
 * @param headerContent the fields of the header that the order itself determines
 * @param lines whole rows
 * @param postings whole rows
 */
@SuppressWarnings("ArrayRecordComponent") // carried through unread; copying or comparing them would be waste
public record EncodedOrder(byte[] headerContent, byte[] lines, byte[] postings) {

    /** Of a refused order, and where the database takes values and not bytes. */
    public static final EncodedOrder NONE = new EncodedOrder(new byte[0], new byte[0], new byte[0]);
}

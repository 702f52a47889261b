package io.ordermill.core.order;

/**
 * A judged item, ready to be written: what takes time and needs no transaction has been done.
 *
 * @param orderId the id its order is to be saved under; unused where it is refused
 * @param encoded the order's rows, as far as the database wants them encoded
 */
public record PreparedItem(JudgedItem judged, long orderId, EncodedOrder encoded) {}

package io.ordermill.api.reference;

import io.ordermill.core.order.ErrorCode;

/**
 * What is wrong with one row.
 *
 * @param row 1-based, a CSV's header line not counted; 0 for that line itself
 * @param member empty for the row as a whole
 * @param message an English sentence
 */
record RowError(int row, String member, ErrorCode code, String message) {}

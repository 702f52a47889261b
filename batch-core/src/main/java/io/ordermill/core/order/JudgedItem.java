package io.ordermill.core.order;

/**
 * An item of a file with the rules' judgement, ready to be written.
 *
 * @param index 0-based position in the file
 * @param json the element's exact bytes (UTF-8), for the results of a refused order
 */
@SuppressWarnings("ArrayRecordComponent") // carried through unread; copying or comparing it would be waste
public record JudgedItem(int index, byte[] json, Judgement judgement) {}

package io.ordermill.core.order;

import io.ordermill.core.file.ItemBytes;

/**
 * An item of a file with the rules' judgement, ready to be written.
 *
 * @param index 0-based position in the file
 * @param json the element exactly as it stands in the file (UTF-8), for the results of a refused order
 */
public record JudgedItem(int index, ItemBytes json, Judgement judgement) {}

package io.ordermill.api.faults;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a file, and what becomes of it without faults.
 *
 * @param givenNumber null where the series assigns it, or none is given
 * @param errors code and pointer of each error, empty where the order is saved
 * @param contested another file brings the same number, and only one of the two orders can be saved
 */
record ExpectedItem(
        int index,
        String externalId,
        String transactionType,
        @Nullable Long givenNumber,
        int lines,
        BigDecimal totalAmount,
        List<String> errors,
        boolean contested) {

    static final List<String> NUMBER_IN_USE = List.of("ORDER_NUMBER_IN_USE /orderNumber");

    boolean maySave() {
        return errors.isEmpty();
    }

    boolean mayFailWith(List<String> found) {
        return errors.isEmpty() ? contested && found.equals(NUMBER_IN_USE) : found.equals(errors);
    }
}

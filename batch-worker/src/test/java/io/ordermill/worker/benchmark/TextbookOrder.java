package io.ordermill.worker.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** An order of the simple shape as data binding makes it. */
record TextbookOrder(
        String customerId,
        String transactionType,
        String responsible,
        String salesPerson,
        String externalOrderId,
        List<Line> orderLines) {

    record Line(String productCode, BigDecimal price, BigDecimal quantity, List<Analysis> glAnalysis) {

        BigDecimal amount() {
            return price.multiply(quantity);
        }
    }

    record Analysis(Map<String, Dimension> accounting) {

        String dimension(int number) {
            return accounting.get("dim" + number).dimValue();
        }
    }

    record Dimension(String dimValue) {}

    BigDecimal total() {
        return orderLines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

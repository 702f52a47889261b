package io.ordermill.core.validation;

import io.ordermill.core.order.GlAnalysis;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.reference.References.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One detail line with what it takes from reference data.
 *
 * @param index 0-based
 */
record LineFacts(Facts order, int index, OrderLine line) {

    String pointer() {
        return "/orderLines/" + index;
    }

    String pointer(String member) {
        return pointer() + "/" + member;
    }

    List<GlAnalysis> splits() {
        List<GlAnalysis> splits = line.glAnalysis();
        return splits == null ? List.of() : splits;
    }

    Optional<Product> product() {
        return Optional.ofNullable(Given.text(line.productCode())).flatMap(order.references()::product);
    }

    /** The given price, else the product's; null where there is none or the given one is unusable. */
    @Nullable
    BigDecimal price() {
        if (line.price() != null || order.suspects().cover(pointer("price"))) {
            return line.price();
        }
        return product().map(Product::price).orElse(null);
    }

    BigDecimal discountPercent() {
        BigDecimal discount = line.lineDiscountPercent();
        return discount == null ? BigDecimal.ZERO : discount;
    }

    /** Null where a currency is missing. */
    @Nullable
    Money money() {
        String currency = order.currencyCode();
        return currency == null ? null : new Money(order.references().currencyDecimals(currency));
    }

    /**
     * Quantity × price × (1 − discount / 100), rounded half up to the currency's minor unit; null where one of them is
     * missing, unusable or out of range.
     */
    @Nullable
    BigDecimal computedAmount() {
        BigDecimal quantity = line.quantity();
        BigDecimal price = price();
        Money money = money();
        if (quantity == null || price == null || money == null || !isInRange(quantity, price)) {
            return null;
        }
        return money.round(quantity.multiply(price).multiply(Money.remaining(discountPercent())));
    }

    private boolean isInRange(BigDecimal quantity, BigDecimal price) {
        return quantity.signum() > 0
                && price.signum() >= 0
                && Money.isPercentage(discountPercent())
                && !order.suspects().cover(pointer("lineDiscountPercent"));
    }

    /** The given amount, else the computed one. */
    @Nullable
    BigDecimal amount() {
        if (line.currencyAmount() != null || order.suspects().cover(pointer("currencyAmount"))) {
            return line.currencyAmount();
        }
        return computedAmount();
    }
}

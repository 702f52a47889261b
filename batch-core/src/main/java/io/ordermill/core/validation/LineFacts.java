package io.ordermill.core.validation;

import io.ordermill.core.order.GlAnalysis;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.reference.References.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One detail line with what it takes from reference data and what it comes to, worked out once for all rules. */
final class LineFacts {

    private final Facts order;
    private final int index;
    private final OrderLine line;
    private final @Nullable Product product;
    private final @Nullable BigDecimal price;
    private final @Nullable BigDecimal computedAmount;
    private final @Nullable BigDecimal amount;

    /** @param index 0-based */
    LineFacts(Facts order, int index, OrderLine line) {
        this.order = order;
        this.index = index;
        this.line = line;
        this.product = findProduct();
        this.price = findPrice();
        this.computedAmount = computeAmount();
        this.amount = findAmount();
    }

    Facts order() {
        return order;
    }

    int index() {
        return index;
    }

    OrderLine line() {
        return line;
    }

    /** Built only where something is wrong. */
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

    @Nullable
    Product product() {
        return product;
    }

    /** The given price, else the product's; null where there is none or the given one is unusable. */
    @Nullable
    BigDecimal price() {
        return price;
    }

    /**
     * Quantity × price × (1 − discount / 100), rounded half up to the currency's minor unit; null where one of them is
     * missing, unusable or out of range.
     */
    @Nullable
    BigDecimal computedAmount() {
        return computedAmount;
    }

    /** The given amount, else the computed one. */
    @Nullable
    BigDecimal amount() {
        return amount;
    }

    private @Nullable Product findProduct() {
        String code = Given.text(line.productCode());
        return code == null ? null : order.references().product(code).orElse(null);
    }

    private @Nullable BigDecimal findPrice() {
        if (line.price() != null || isUnusable("price")) {
            return line.price();
        }
        return product == null ? null : product.price();
    }

    private @Nullable BigDecimal computeAmount() {
        BigDecimal quantity = line.quantity();
        Money money = order.money();
        if (quantity == null || price == null || money == null || quantity.signum() <= 0 || price.signum() < 0) {
            return null;
        }
        BigDecimal discount = line.lineDiscountPercent();
        if (discount == null) {
            return isUnusable("lineDiscountPercent") ? null : money.round(quantity.multiply(price));
        }
        return Money.isPercentage(discount)
                ? money.round(quantity.multiply(price).multiply(Money.remaining(discount)))
                : null;
    }

    private @Nullable BigDecimal findAmount() {
        return line.currencyAmount() != null || isUnusable("currencyAmount") ? line.currencyAmount() : computedAmount;
    }

    private boolean isUnusable(String member) {
        return !order.suspects().isEmpty() && order.suspects().cover(pointer(member));
    }
}

package io.ordermill.core.order;

import org.jspecify.annotations.Nullable;

/** Whom and how to invoice, as given (seed 001, Complete Example). */
public record Invoicing(
        @Nullable Long customerAddressId,
        @Nullable String invoiceRecipientId,
        @Nullable String headerText,
        @Nullable String footerText,
        @Nullable String paymentMethod,
        @Nullable String paymentTerms,
        @Nullable String text1,
        @Nullable String text2,
        @Nullable String text3,
        @Nullable String text4) {}

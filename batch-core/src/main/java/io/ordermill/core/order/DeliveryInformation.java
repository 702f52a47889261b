package io.ordermill.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where, how and when to deliver, as given (seed 001, Complete Example). */
public record DeliveryInformation(
        @Nullable String thirdPartyDeliveryId,
        @Nullable Long thirdPartyDeliveryAddressId,
        @Nullable String thirdPartyTypeDeliveryAddress,
        @Nullable String thirdPartyDeliveryAddress,
        @Nullable String deliveryMethodDescription,
        @Nullable String deliveryTermsDescription,
        @Nullable String deliveryComment,
        @Nullable LocalDate deliveryDate,
        @Nullable String deliveryMethod,
        @Nullable String deliveryTerms) {}

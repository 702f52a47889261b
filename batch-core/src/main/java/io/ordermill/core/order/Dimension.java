package io.ordermill.core.order;

import org.jspecify.annotations.Nullable;

/** One analysis dimension as given; {@code {}} is a dimension whose members are all null. */
public record Dimension(
        @Nullable String attributeId,
        @Nullable String attributeIdDescription,
        @Nullable String dimValue,
        @Nullable String dimValueDescription) {}

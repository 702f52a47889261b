package io.ordermill.api.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a client may do. */
public enum Scope {
    /** Submit batches, and have their end told to webhooks. */
    ORDERS_IMPORT("orders:import"),
    /** Look at saved orders and reference data. */
    ORDERS_READ("orders:read"),
    /** Create single orders. */
    ORDERS_WRITE("orders:write"),
    /** Follow operations and fetch their results. */
    OPERATIONS_READ("operations:read"),
    /** Cancel operations. */
    OPERATIONS_CANCEL("operations:cancel"),
    /** Administer clients, companies and the reference data of every company. */
    ADMIN("admin");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** As in OAuth 2. */
    @JsonValue
    public String value() {
        return value;
    }

    public static Optional<Scope> find(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }

    public static Set<Scope> all() {
        return EnumSet.allOf(Scope.class);
    }
}

package io.ordermill.api.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as administrators see it.
 *
 * @param clientSecret only in the answer that made it
 */
record ClientView(
        String clientId,
        List<Scope> scopes,
        String defaultCompanyId,
        List<String> companyIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientSecret) {

    static ClientView of(Client client, @Nullable String secret) {
        return new ClientView(
                client.clientId(),
                client.scopes().stream().sorted().toList(),
                client.defaultCompanyId(),
                client.companyIds().stream().sorted().toList(),
                secret);
    }
}

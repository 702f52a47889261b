package io.ordermill.api.client;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a client.
 *
 * @param companyIds beside the default one; may be left out
 */
record ClientRequest(
        @Nullable List<@Nullable String> scopes,
        @Nullable String defaultCompanyId,
        @Nullable List<@Nullable String> companyIds) {

    Client toClient(String clientId) {
        if (scopes == null || defaultCompanyId == null) {
            throw invalid("A client needs scopes and a defaultCompanyId.");
        }
        Set<Scope> known = scopes.stream().map(ClientRequest::scope).collect(Collectors.toSet());
        List<@Nullable String> others = companyIds == null ? List.of() : companyIds;
        Set<String> companies = others.stream().map(String::valueOf).collect(Collectors.toSet());
        return new Client(clientId, known, defaultCompanyId, companies);
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_CONTENT, detail);
    }

    private static Scope scope(@Nullable String value) {
        return Scope.find(String.valueOf(value))
                .orElseThrow(() -> invalid(Scope.all().stream()
                        .map(Scope::value)
                        .collect(Collectors.joining(", ", "A scope is one of ", "."))));
    }
}

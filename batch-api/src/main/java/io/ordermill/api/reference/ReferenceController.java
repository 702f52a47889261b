package io.ordermill.api.reference;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.BodyBytes;
import io.ordermill.api.web.Page;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.company.CompanyStore;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.ReferenceRow;
import io.ordermill.core.reference.ReferenceStore;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reference data of a company. Administrators reach that of every company: it must be there before anyone can work in it. */
@RestController
@RequestMapping(path = "/v1/reference-data/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReferenceController {

    private static final String TEXT_CSV = "text/csv";
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 200;

    private final ReferenceImport references;
    private final ReferenceStore store;
    private final CompanyStore companies;
    private final ReferenceSettings settings;
    private final RowCursor cursor;

    ReferenceController(
            ReferenceImport references,
            ReferenceStore store,
            CompanyStore companies,
            ReferenceSettings settings,
            JsonMapper json) {
        this.references = references;
        this.store = store;
        this.companies = companies;
        this.settings = settings;
        this.cursor = new RowCursor(json);
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ADMIN)
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ReferenceImport.Receipt putJson(@PathVariable String kind, HttpServletRequest request, Caller caller) {
        String companyId = company(QueryParameters.of(request, "companyId"), caller);
        return references.storeJson(companyId, kind(kind), BodyBytes.read(request, settings.maxSize()));
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ADMIN)
    @PutMapping(consumes = TEXT_CSV)
    ReferenceImport.Receipt putCsv(@PathVariable String kind, HttpServletRequest request, Caller caller) {
        String companyId = company(QueryParameters.of(request, "companyId"), caller);
        return references.storeCsv(companyId, kind(kind), BodyBytes.read(request, settings.maxSize()));
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @Parameter(name = "pageSize", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @RequiresScope({Scope.ADMIN, Scope.ORDERS_READ})
    @GetMapping
    Page<Map<String, @Nullable Object>> list(@PathVariable String kind, HttpServletRequest request, Caller caller) {
        QueryParameters query = QueryParameters.of(request, "companyId", "pageSize", "cursor");
        String companyId = company(query, caller);
        ReferenceKind known = kind(kind);
        int pageSize = query.between("pageSize", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE);
        String given = query.text("cursor");
        ReferenceRow after = given == null ? null : cursor.row(known, given);
        return Page.of(
                store.list(companyId, known, after, pageSize + 1),
                pageSize,
                row -> cursor.position(known, row),
                ReferenceRow::values);
    }

    private String company(QueryParameters query, Caller caller) {
        String requested = query.text("companyId");
        if (requested != null && caller.has(Scope.ADMIN)) {
            return companies.find(requested).orElseThrow(Caller::notAuthorized).companyId();
        }
        return caller.company(requested);
    }

    private static ReferenceKind kind(String path) {
        return ReferenceKind.ofPath(path)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        Arrays.stream(ReferenceKind.values())
                                .map(ReferenceKind::path)
                                .collect(Collectors.joining(", ", "The kinds of reference data are ", "."))));
    }
}

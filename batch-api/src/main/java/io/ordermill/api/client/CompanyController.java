package io.ordermill.api.client;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.company.Company;
import io.ordermill.core.company.CompanyStore;
import io.ordermill.core.company.ExternalOrderIdsNotUniqueException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Companies, for administrators. */
@RestController
@RequestMapping(path = "/v1/companies", produces = MediaType.APPLICATION_JSON_VALUE)
class CompanyController {

    private final CompanyStore companies;

    CompanyController(CompanyStore companies) {
        this.companies = companies;
    }

    @RequiresScope(Scope.ADMIN)
    @GetMapping
    List<Company> list() {
        return companies.list();
    }

    @RequiresScope(Scope.ADMIN)
    @GetMapping("/{companyId}")
    Company find(@PathVariable String companyId) {
        if (!Client.isId(companyId)) {
            throw notFound();
        }
        return companies.find(companyId).orElseThrow(CompanyController::notFound);
    }

    @RequiresScope(Scope.ADMIN)
    @PutMapping(path = "/{companyId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Company> put(@PathVariable String companyId, @RequestBody CompanyRequest request) {
        if (!Client.isId(companyId)) {
            throw ClientRequest.invalid("A company id has 1 to 64 letters, digits, dots, hyphens, underscores or tildes"
                    + " and begins with a letter or digit.");
        }
        Company company = request.toCompany(companyId);
        HttpStatus status = companies.find(companyId).isPresent() ? HttpStatus.OK : HttpStatus.CREATED;
        try {
            companies.save(company);
        } catch (ExternalOrderIdsNotUniqueException shared) {
            throw new ProblemException(
                    ProblemCode.EXTERNAL_ORDER_IDS_NOT_UNIQUE,
                    "Saved orders of this company share an external order id, so it cannot be made unique.");
        }
        return ResponseEntity.status(status).body(company);
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such company.");
    }
}

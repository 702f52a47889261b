package io.ordermill.api.reference;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.web.BodyBytes;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.ReferenceStore;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores a list of reference data: all of it, or nothing where one row is wrong. */
@Component
public class ReferenceImport {

    private final ReferenceStore store;
    private final JsonRows json;

    ReferenceImport(ReferenceStore store, JsonMapper mapper) {
        this.store = store;
        this.json = new JsonRows(mapper);
    }

    /**
     * What one call did.
     *
     * @param received rows in the body
     * @param stored rows inserted or replaced: fewer where two rows had one key
     */
    public record Receipt(int received, int stored) {}

    public Receipt storeCsv(String companyId, ReferenceKind kind, byte[] utf8) {
        CsvRows.Table table = CsvRows.read(BodyBytes.text(utf8));
        refuse(RowCheck.unknownColumns(kind, table.columns()));
        return store(companyId, kind, table.rows());
    }

    public Receipt storeJson(String companyId, ReferenceKind kind, byte[] utf8) {
        return store(companyId, kind, json.read(BodyBytes.text(utf8)));
    }

    private Receipt store(String companyId, ReferenceKind kind, List<GivenRow> given) {
        RowCheck.Result checked = RowCheck.check(kind, given);
        refuse(checked.errors());
        return new Receipt(given.size(), store.upsert(companyId, kind, checked.rows()));
    }

    private static void refuse(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                            ProblemCode.INVALID_REFERENCE_DATA,
                            "Nothing was stored, for some rows are not valid; errors lists what is wrong with them.")
                    .with("errors", errors);
        }
    }
}

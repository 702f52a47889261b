package io.ordermill.api.bootstrap;

import io.ordermill.api.reference.ReferenceImport;
import io.ordermill.core.reference.ReferenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The reference data that makes both examples of seed 001 valid; no periods and no posting cycles, so those are free. */
@Component
class DemoCompany {

    private final ReferenceImport references;

    DemoCompany(ReferenceImport references) {
        this.references = references;
    }

    void load(String companyId) {
        for (ReferenceKind kind : ReferenceKind.values()) {
            ClassPathResource rows = new ClassPathResource("demo/" + kind.path() + ".csv");
            if (rows.exists()) {
                references.storeCsv(companyId, kind, read(rows));
            }
        }
    }

    private static byte[] read(ClassPathResource rows) {
        try {
            return rows.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.ordermill.api.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a fault: holds what clients sent and saw against the database, and reports everything that is broken at once. */
final class InvariantChecker {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final @Nullable Journal journal;

    /** @param journal null where the database keeps none: then nothing is known of I9 but what the other invariants show */
    InvariantChecker(JdbcClient jdbc, @Nullable Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** @param lostPages how many pages of each company the faults may have broken off */
    List<Violation> violations(List<Evidence> imports, int lostPages) {
        List<Violation> violations = new ArrayList<>();
        for (Evidence evidence : imports) {
            violations.addAll(evidence.bystander() ? asUnaffected(violations(evidence)) : violations(evidence));
        }
        violations.addAll(DatabaseCheck.violations(jdbc, imports, lostPages));
        if (journal != null) {
            violations.addAll(journal.idleTransactions(LONGEST_IDLE));
        }
        return violations;
    }

    private List<Violation> violations(Evidence evidence) {
        Optional<StoredImport> stored = StoredImport.find(jdbc, evidence.operationId());
        if (stored.isEmpty()) {
            return List.of(new Violation(Invariant.I10, evidence.operationId() + " was answered, but is not there"));
        }
        List<Violation> violations = new ArrayList<>(ImportCheck.violations(evidence, stored.get()));
        if (evidence.bystander() && stored.get().processed() != evidence.file().size()) {
            violations.add(new Violation(
                    Invariant.I11,
                    evidence.operationId() + " ended as " + stored.get().status()));
        }
        if (journal != null) {
            violations.addAll(journal.violations(evidence.operationId()));
        }
        return violations;
    }

    private static List<Violation> asUnaffected(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Violation(Invariant.I11, violation.toString()))
                .toList();
    }
}

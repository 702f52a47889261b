package io.ordermill.core.operation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an operation and the transitions between them.
 *
 * <pre>
 * PENDING ──claim──▶ IN_PROGRESS ──last page──▶ COMPLETED
 *    │                 │      └──cannot go on──▶ FAILED ◀─┐
 *    │               cancel                               │
 *    │                 ▼                                  │
 *    │             CANCELLING ──page ended──▶ CANCELLED   │
 *    │                 └──────cannot go on────────────────┘
 *    └──cancel──▶ CANCELLED
 * </pre>
 *
 * <p>The letters are those of the HTTP contract and of the {@code status} column.
 */
public enum OperationStatus {
    /** Stored and queued. */
    PENDING("N", "Pending"),
    /** A worker has it, or had it and another will take it over. */
    IN_PROGRESS("W", "InProgress"),
    /** Cancel was asked for; the running page is not yet ended. */
    CANCELLING("K", "Cancelling"),
    /** Ended by cancel; saved pages stay. */
    CANCELLED("C", "Cancelled"),
    /** Every order of the file is either saved or reported. */
    COMPLETED("T", "Completed"),
    /** The file or the system made going on impossible; the operation's failure says why. */
    FAILED("E", "Failed");

    private final String code;
    private final String label;

    OperationStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** One letter, as stored. */
    public String code() {
        return code;
    }

    /** As callers see it. */
    public String label() {
        return label;
    }

    public boolean isTerminal() {
        return next().isEmpty();
    }

    /** The states that may follow this one. */
    public Set<OperationStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(CANCELLING, COMPLETED, FAILED);
            case CANCELLING -> EnumSet.of(CANCELLED, FAILED);
            case CANCELLED, COMPLETED, FAILED -> EnumSet.noneOf(OperationStatus.class);
        };
    }

    public static OperationStatus ofCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no status has the code " + code));
    }

    /** By letter or name, as callers write it. */
    public static Optional<OperationStatus> find(String codeOrLabel) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(codeOrLabel) || status.label.equals(codeOrLabel))
                .findFirst();
    }
}

package io.ordermill.api.reference;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.ReferenceMember;
import io.ordermill.core.reference.ReferenceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks rows against the members of their kind. */
final class RowCheck {

    /** A caller mends what it sees; the thousandth error of a list that is wrong throughout helps nobody. */
    static final int MAX_ERRORS = 100;

    private final ReferenceKind kind;
    private final List<RowError> errors = new ArrayList<>();
    private final List<ReferenceRow> rows = new ArrayList<>();

    private RowCheck(ReferenceKind kind) {
        this.kind = kind;
    }

    /**
     * What came of a check.
     *
     * @param errors empty where every row is in order; at most {@link #MAX_ERRORS}
     */
    record Result(List<ReferenceRow> rows, List<RowError> errors) {}

    static Result check(ReferenceKind kind, List<GivenRow> given) {
        RowCheck check = new RowCheck(kind);
        for (GivenRow row : given) {
            if (check.errors.size() < MAX_ERRORS) {
                check.row(row);
            }
        }
        return new Result(check.rows, check.errors.stream().limit(MAX_ERRORS).toList());
    }

    /** Checks the names of a CSV's columns, once instead of in every row. */
    static List<RowError> unknownColumns(ReferenceKind kind, List<String> columns) {
        RowCheck check = new RowCheck(kind);
        check.unknownMembers(0, columns);
        return check.errors;
    }

    private void row(GivenRow given) {
        if (given.values() == null) {
            errors.add(new RowError(given.number(), "", ErrorCode.NOT_AN_OBJECT, "The row is no JSON object."));
            return;
        }
        unknownMembers(given.number(), given.values().keySet());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ReferenceMember member : kind.members()) {
            values.put(
                    member.name(), value(given.number(), member, given.values().get(member.name())));
        }
        KindRules.broken(kind, given.number(), values).forEach(errors::add);
        rows.add(new ReferenceRow(values));
    }

    private void unknownMembers(int row, Collection<String> names) {
        List<String> known = kind.members().stream().map(ReferenceMember::name).toList();
        names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new RowError(
                        row,
                        name.length() > 50 ? name.substring(0, 50) + "…" : name,
                        ErrorCode.UNKNOWN_FIELD,
                        "The members of " + kind.path() + " are " + String.join(", ", known) + "."))
                .forEach(errors::add);
    }

    private @Nullable Object value(int row, ReferenceMember member, GivenRow.@Nullable Value given) {
        if (given == null) {
            if (member.isRequired()) {
                errors.add(new RowError(row, member.name(), ErrorCode.REQUIRED, member.name() + " is required."));
            }
            return member.type() == ReferenceMember.Type.FLAG ? Boolean.TRUE : null;
        }
        MemberCheck.Result result = MemberCheck.check(member, given);
        if (result.code() != null) {
            errors.add(new RowError(row, member.name(), result.code(), result.message()));
        }
        return result.value();
    }
}

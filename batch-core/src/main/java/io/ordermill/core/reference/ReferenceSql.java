package io.ordermill.core.reference;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The statements of one kind, made from its members. Parameters stand in the order of the names. */
final class ReferenceSql {

    private ReferenceSql() {}

    /** Parameters: value members, company, key members. */
    static String update(ReferenceKind kind) {
        return "update " + kind.table() + " set " + equations(values(kind), ", ") + " where company_id = ? and "
                + equations(kind.keys(), " and ");
    }

    /** Parameters: company, all members. */
    static String insert(ReferenceKind kind) {
        return "insert into " + kind.table() + " (company_id, " + columns(kind.members()) + ") values ("
                + marks(kind.members().size() + 1) + ") on conflict do nothing";
    }

    /** Parameters: company, key members of the row before, limit. */
    static String page(ReferenceKind kind) {
        return select(kind) + " and (" + columns(kind.keys()) + ") > ("
                + marks(kind.keys().size()) + ") order by company_id, " + columns(kind.keys()) + " limit ?";
    }

    /** Parameters: company, limit. */
    static String firstPage(ReferenceKind kind) {
        return select(kind) + " order by company_id, " + columns(kind.keys()) + " limit ?";
    }

    /** Parameters: company, one array for each key member. */
    static String byKeys(ReferenceKind kind) {
        return select(kind)
                + kind.keys().stream()
                        .map(key -> " and " + key.column() + " = any(?)")
                        .collect(joining());
    }

    /** A row with the path of each kind the company has any row of. Parameters: the company, once for each kind. */
    static String kindsInUse() {
        return Stream.of(ReferenceKind.values())
                .map(kind -> "select '" + kind.path() + "' where exists (select 1 from " + kind.table()
                        + " where company_id = ?)")
                .collect(joining(" union all "));
    }

    /** A row with the path of each kind and how many rows of it the company has. Parameters: the company, once for each kind. */
    static String counts() {
        return Stream.of(ReferenceKind.values())
                .map(kind -> "select '" + kind.path() + "', count(*) from " + kind.table() + " where company_id = ?")
                .collect(joining(" union all "));
    }

    static List<ReferenceMember> values(ReferenceKind kind) {
        return kind.members().stream().filter(member -> !member.isKey()).toList();
    }

    private static String select(ReferenceKind kind) {
        return "select " + columns(kind.members()) + " from " + kind.table() + " where company_id = ?";
    }

    private static String columns(List<ReferenceMember> members) {
        return members.stream().map(ReferenceMember::column).collect(joining(", "));
    }

    private static String equations(List<ReferenceMember> members, String separator) {
        return members.stream().map(member -> member.column() + " = ?").collect(joining(separator));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}

package io.ordermill.api.reference;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Rows from comma-separated values with a header line (RFC 4180). An empty cell is not given. */
final class CsvRows {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private static final String NO_HEADER = "The CSV must begin with a header line that names each column once.";

    private CsvRows() {}

    /** Columns as named by the header line, and the rows. */
    record Table(List<String> columns, List<GivenRow> rows) {}

    static Table read(String text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<String> columns = parser.getHeaderNames();
            if (columns.isEmpty()) {
                throw malformed(NO_HEADER);
            }
            List<GivenRow> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                if (!line.isConsistent()) {
                    throw malformed("Line " + parser.getCurrentLineNumber()
                            + " of the CSV does not have as many cells as its header.");
                }
                rows.add(new GivenRow(rows.size() + 1, values(line)));
            }
            return new Table(columns, rows);
        } catch (IllegalArgumentException header) {
            throw malformed(NO_HEADER);
        } catch (IOException | UncheckedIOException broken) {
            throw malformed("The body is not well-formed CSV.");
        }
    }

    private static Map<String, GivenRow.Value> values(CSVRecord line) {
        Map<String, GivenRow.Value> values = new LinkedHashMap<>();
        line.toMap().forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                values.put(column, new GivenRow.Cell(cell));
            }
        });
        return values;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemCode.MALFORMED_BODY, detail);
    }
}

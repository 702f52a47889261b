package io.ordermill.api.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Comma-separated values with a header line (RFC 4180) that no spreadsheet takes for more than values. */
final class CsvWriter implements ResultWriter {

    /** All cells are quoted, for where a spreadsheet expects semicolons, one inside of a text would begin a new cell. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

    private final CSVPrinter table;

    CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.table = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        table.printRecord(columns);
    }

    @Override
    public void write(ResultElement element) throws IOException {
        for (List<@Nullable Object> row : element.rows()) {
            for (Object cell : row) {
                table.print(cell == null ? null : CsvCell.of(cell.toString()));
            }
            table.println();
        }
    }

    @Override
    public void end() throws IOException {
        table.flush();
    }
}

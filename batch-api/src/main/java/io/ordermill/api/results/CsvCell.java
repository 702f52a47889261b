package io.ordermill.api.results;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running what came out of an upload (OWASP, CSV Injection): a text that could be the beginning of a
 * formula gets an apostrophe in front. Plain numbers stay, negative ones too.
 */
final class CsvCell {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The full-width forms of the four are taken for them by some spreadsheets. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\p{Cntrl}.*|[\\s\\p{Z}]*[=+\\-@＝＋－＠].*");

    private CsvCell() {}

    static String of(String text) {
        // Not even quoted may it stand in a table; the JSON formats have it.
        String visible = text.replace('\0', '\uFFFD');
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + visible : visible;
    }
}

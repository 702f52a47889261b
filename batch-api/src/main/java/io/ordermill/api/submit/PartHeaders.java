package io.ordermill.api.submit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The headers of one part of a form.
 *
 * @param fileName null where the part has none; may be empty
 */
record PartHeaders(@Nullable String fileName, @Nullable String contentType) {

    private static final int MAX_NAME_LENGTH = 255;

    static PartHeaders parse(String block) {
        Map<String, String> headers = new HashMap<>();
        // Long headers may go on in the next line, after a blank.
        for (String line : block.replaceAll("\r?\n[ \t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return new PartHeaders(fileName(headers.get("content-disposition")), headers.get("content-type"));
    }

    /** A part with a file name is a file; and one without, if it has a type other than that of a form's text field. */
    boolean isFile() {
        return fileName != null || (contentType != null && !isPlainText(contentType));
    }

    /** For display: no path, no control characters, not too long; null where nothing is left. */
    @Nullable
    String displayName() {
        if (fileName == null) {
            return null;
        }
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(character -> !Character.isISOControl(character) && !isSurrogate(character))
                .limit(MAX_NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return name.isEmpty() ? null : name;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isPlainText(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.TEXT_PLAIN);
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }

    private static @Nullable String fileName(@Nullable String disposition) {
        if (disposition == null) {
            return null;
        }
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = parser.parse(disposition, ';');
        if (!parameters.containsKey("filename")) {
            return null;
        }
        String name = parameters.get("filename");
        return name == null ? "" : name;
    }
}

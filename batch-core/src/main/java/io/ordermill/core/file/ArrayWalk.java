package io.ordermill.core.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * One walk over the whole text of a file, token by token. Nothing is kept but the number of elements; the first thing that
 * is wrong becomes a {@link FileProblem} with its place.
 */
final class ArrayWalk {

    private final TextInput text;
    private final FileLimits limits;
    private final long maxItemSize;
    private final long maxValueSize;
    private final JsonParser parser;
    private int items;
    private boolean isInArray;

    ArrayWalk(TextInput text, FileLimits limits) {
        this.text = text;
        this.limits = limits;
        this.maxItemSize = limits.maxItemSize().toBytes();
        this.maxValueSize = limits.maxValueSize().toBytes();
        this.parser = UntrustedJson.factory(limits).createParser(ObjectReadContext.empty(), text);
    }

    /** Elements of the array; known only after {@link #findProblem}. */
    int items() {
        return items;
    }

    /** Null for a well-formed array within all limits. */
    @Nullable
    FileProblem findProblem() {
        try {
            return walk();
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                return problem(unreadable.kind(), unreadable.reason(), text.faultOffset());
            }
            throw e;
        } catch (StreamConstraintsException e) {
            return tooLarge("A text, number or member name is too long.", noticedAt());
        } catch (UnexpectedEndOfInputException e) {
            return brokenAt(text.size());
        } catch (JacksonException e) {
            return brokenAt(e.getLocation().getByteOffset());
        }
    }

    private @Nullable FileProblem walk() {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_ARRAY) {
            return first == null
                    ? malformed("The file is empty.", text.size())
                    : malformed("The file must hold a JSON array.", tokenStart());
        }
        isInArray = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            FileProblem problem = walkItem();
            if (problem != null) {
                return problem;
            }
            items++;
        }
        isInArray = false;
        return parser.nextToken() == null ? null : malformed("Something follows the JSON array.", tokenStart());
    }

    private @Nullable FileProblem walkItem() {
        long start = tokenStart();
        if (items == limits.maxItems()) {
            return tooLarge("The file has more than %d elements.".formatted(limits.maxItems()), start);
        }
        int depth = 1;
        for (JsonToken token = parser.currentToken(); token != null; token = depth > 1 ? parser.nextToken() : null) {
            FileProblem problem = checkLength(token);
            if (problem != null) {
                return problem;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > limits.maxDepth()) {
                return malformed(
                        "The JSON is nested deeper than %d levels.".formatted(limits.maxDepth()), tokenStart());
            }
            if (noticedAt() - start > maxItemSize) {
                return tooLarge("An element has more than %d bytes.".formatted(maxItemSize), noticedAt());
            }
        }
        return null;
    }

    private @Nullable FileProblem checkLength(JsonToken token) {
        return switch (token) {
            case PROPERTY_NAME -> checkLength(UntrustedJson.MAX_NAME_LENGTH);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkLength(maxValueSize);
            default -> null;
        };
    }

    /** Texts are parsed to their end here; the parser would pass over them otherwise. */
    private @Nullable FileProblem checkLength(long most) {
        return parser.getStringLength() > most
                ? tooLarge("A text, number or member name has more than %d characters.".formatted(most), noticedAt())
                : null;
    }

    private long tokenStart() {
        return parser.currentTokenLocation().getByteOffset();
    }

    private long noticedAt() {
        return parser.currentLocation().getByteOffset();
    }

    /** The parser's own words name its settings and classes; the place and the character say enough. */
    private FileProblem brokenAt(long offset) {
        String character = text.positions().characterAt(offset);
        if (character == null) {
            return malformed("The file ends before the JSON array is complete.", offset);
        }
        int codePoint = character.codePointAt(0);
        String shown = Character.isISOControl(codePoint) ? "U+%04X".formatted(codePoint) : "'" + character + "'";
        return malformed("Not valid JSON: %s is not expected here.".formatted(shown), offset);
    }

    private FileProblem malformed(String message, long offset) {
        return problem(FileProblem.Kind.MALFORMED_FILE, message, offset);
    }

    private FileProblem tooLarge(String message, long offset) {
        return problem(FileProblem.Kind.FILE_TOO_LARGE, message, offset);
    }

    private FileProblem problem(FileProblem.Kind kind, String message, long offset) {
        Integer index = isInArray ? items : null;
        if (text.size() == 0) {
            return new FileProblem(kind, message, index, null, null, offset);
        }
        TextPositions.Position place = text.positions().at(offset);
        return new FileProblem(kind, message, index, place.line(), place.column(), text.markLength() + place.offset());
    }
}

package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Walks over the JSON of one order, knows where it stands, and turns what is wrong there into {@link OrderError}s. Every
 * reading method takes the value the parser stands on, leaves the parser on its last token, and answers null where the
 * value is not given (null, or an empty text where no text belongs) or is unusable.
 */
final class Cursor {

    /** Whole numbers fit into a column and, exactly, into the numbers of JavaScript. */
    static final long MAX_WHOLE = 999_999_999_999_999L;

    private final JsonParser parser;
    private final TokenStreamContext outside;
    private final boolean ignoreUnknownFields;
    private final List<OrderError> errors = new ArrayList<>();

    /**
     * Begins at an order, or at a group that stands alone.
     *
     * @param parser stands on the first token of an object or array
     */
    Cursor(JsonParser parser, boolean ignoreUnknownFields) {
        this.parser = parser;
        this.outside = parser.streamReadContext().getParent();
        this.ignoreUnknownFields = ignoreUnknownFields;
    }

    List<OrderError> errors() {
        return errors;
    }

    /** Goes to the value of the object's next known member; false at the object's end. */
    boolean next(Members.Seen seen) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = name();
            if (isWanted(name, seen)) {
                parser.nextToken();
                return true;
            }
            skipMember();
        }
        return false;
    }

    private boolean isWanted(String name, Members.Seen seen) {
        if (!seen.members().has(name)) {
            unknown(name, seen.members());
            return false;
        }
        boolean isNew = seen.add(name);
        if (!isNew) {
            report(ErrorCode.DUPLICATE_FIELD, "The member " + name + " stands more than once.", null);
        }
        return isNew;
    }

    /** The member the cursor stands on. */
    String name() {
        return parser.currentName();
    }

    /** An empty text is a text: it comes back as it went in. */
    @Nullable
    String text(int maxCharacters) {
        if (isNull() || !expect(parser.hasToken(JsonToken.VALUE_STRING), "text")) {
            return null;
        }
        String text = parser.getString();
        ErrorCode problem = TextValue.problem(text, maxCharacters);
        if (problem == null) {
            return text;
        }
        report(
                problem,
                problem == ErrorCode.TOO_LONG
                        ? "%s has more than %d characters.".formatted(name(), maxCharacters)
                        : "%s has a character that cannot be stored: U+0000 or half of a surrogate pair."
                                .formatted(name()),
                text);
        return null;
    }

    @Nullable
    Boolean flag() {
        if (isNotGiven()) {
            return null;
        }
        boolean value = parser.hasToken(JsonToken.VALUE_TRUE);
        return expect(value || parser.hasToken(JsonToken.VALUE_FALSE), "true or false") ? value : null;
    }

    @Nullable
    LocalDate date() {
        if (isNotGiven() || !expect(parser.hasToken(JsonToken.VALUE_STRING), "a date as text")) {
            return null;
        }
        String text = parser.getString();
        LocalDate date = DateValue.parse(text);
        if (date == null) {
            report(
                    ErrorCode.INVALID_DATE,
                    "%s must be a date as YYYY-MM-DD, but is %s.".formatted(name(), shown(text)),
                    text);
        } else if (!DateValue.isInRange(date)) {
            outOfRange(text, DateValue.EARLIEST + " … " + DateValue.LATEST);
            return null;
        }
        return date;
    }

    /** A month as the number {@code YYYYMM}. */
    @Nullable
    Integer period() {
        BigDecimal value = wholeNumber();
        if (value != null && !DateValue.isPeriod(value.longValueExact())) {
            outOfRange(parser.getString(), "a month as YYYYMM, 190001 … 299912");
            return null;
        }
        return value == null ? null : value.intValueExact();
    }

    @Nullable
    Long whole() {
        return whole(-MAX_WHOLE);
    }

    @Nullable
    Long whole(long least) {
        BigDecimal value = wholeNumber();
        if (value != null && value.longValueExact() < least) {
            outOfRange(parser.getString(), least + " … " + MAX_WHOLE);
            return null;
        }
        return value == null ? null : value.longValueExact();
    }

    @Nullable
    BigDecimal decimal(int integerDigits, int fractionDigits) {
        if (isNotGiven() || !expect(isNumber(), "a number")) {
            return null;
        }
        DecimalText number = DecimalText.parse(parser.getString());
        ErrorCode problem = number.problem(integerDigits, fractionDigits);
        if (problem == null) {
            return number.value();
        }
        report(
                problem,
                problem == ErrorCode.TOO_PRECISE
                        ? "%s has more than %d decimals: %s.".formatted(name(), fractionDigits, shownValue())
                        : "%s has more than %d digits before the point: %s."
                                .formatted(name(), integerDigits, shownValue()),
                parser.getString());
        return null;
    }

    <T> @Nullable T object(Function<Cursor, T> read) {
        if (isNotGiven() || !expect(parser.hasToken(JsonToken.START_OBJECT), "an object")) {
            return null;
        }
        return read.apply(this);
    }

    /**
     * An array of objects.
     *
     * @param most elements beyond are counted, but neither kept nor checked
     * @param unusable takes the place of an element that is no object, so that the others keep their positions
     */
    <T> @Nullable Elements<T> array(int most, Function<Cursor, T> read, T unusable) {
        if (isNotGiven() || !expect(parser.hasToken(JsonToken.START_ARRAY), "an array")) {
            return null;
        }
        List<T> kept = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count++ >= most) {
                parser.skipChildren();
            } else if (expect(parser.hasToken(JsonToken.START_OBJECT), "an object")) {
                kept.add(read.apply(this));
            } else {
                kept.add(unusable);
            }
        }
        return new Elements<>(kept, count);
    }

    /**
     * What an array holds.
     *
     * @param count of all elements, also of those not kept
     */
    record Elements<T>(List<T> kept, int count) {}

    void report(ErrorCode code, String message, @Nullable String value) {
        if (errors.size() < OrderError.MAX_PER_ORDER) {
            errors.add(OrderError.of(code, pointer(), message, value == null ? null : TextValue.printable(value)));
        }
    }

    private void unknown(String name, Members known) {
        if (ignoreUnknownFields || known.ignores(name)) {
            return;
        }
        String nearest = known.nearest(name);
        String hint = nearest == null ? "" : " Was %s meant?".formatted(nearest);
        report(ErrorCode.UNKNOWN_FIELD, "There is no member %s.%s".formatted(shown(name), hint), null);
    }

    private void skipMember() {
        parser.nextToken();
        parser.skipChildren();
    }

    private @Nullable BigDecimal wholeNumber() {
        if (isNotGiven() || !expect(isNumber(), "a whole number")) {
            return null;
        }
        DecimalText number = DecimalText.parse(parser.getString());
        if (!expect(number.isWhole(), "a whole number")) {
            return null;
        }
        if (number.problem(15, 0) != null) {
            outOfRange(parser.getString(), "at most 15 digits");
            return null;
        }
        return number.value();
    }

    private void outOfRange(String value, String allowed) {
        report(
                ErrorCode.OUT_OF_RANGE,
                "%s is out of range: %s (allowed: %s).".formatted(name(), shown(value), allowed),
                value);
    }

    private boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    private boolean isNotGiven() {
        return isNull() || (parser.hasToken(JsonToken.VALUE_STRING) && parser.getStringLength() == 0);
    }

    private boolean isNumber() {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
    }

    private boolean expect(boolean fits, String wanted) {
        if (!fits) {
            String found = parser.currentToken().isScalarValue() ? parser.getString() : null;
            report(ErrorCode.WRONG_TYPE, "%s must be %s, but is %s.".formatted(subject(), wanted, found()), found);
            parser.skipChildren();
        }
        return fits;
    }

    private String subject() {
        return name() == null ? "An element" : name();
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text " + shownValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shownValue();
            default -> parser.getString();
        };
    }

    private String shownValue() {
        return shown(parser.getString());
    }

    private static String shown(String value) {
        return OrderError.excerpt(TextValue.printable(value));
    }

    private String pointer() {
        return pointer(parser.streamReadContext());
    }

    private String pointer(TokenStreamContext context) {
        if (context == outside) {
            return "";
        }
        String parent = pointer(context.getParent());
        if (context.inArray()) {
            return context.hasCurrentIndex() ? parent + "/" + context.getCurrentIndex() : parent;
        }
        return context.hasCurrentName() ? parent + "/" + escaped(shown(context.currentName())) : parent;
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

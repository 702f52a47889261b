package io.ordermill.api.reference;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.reference.ReferenceMember;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one value as it came into one of its member's type, or says why that cannot be. */
final class MemberCheck {

    private static final int MAX_TEXT = 255;
    private static final int MAX_KEY = 64;
    private static final int MAX_WHOLE_DIGITS = 15;
    private static final int MAX_DIGITS_BEFORE_POINT = 12;
    private static final int MAX_DIGITS_AFTER_POINT = 6;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,64}(\\.[0-9]{1,64})?");

    /** Either a value (String, Long, BigDecimal or Boolean) or an error. */
    record Result(@Nullable Object value, @Nullable ErrorCode code, String message) {

        static Result of(Object value) {
            return new Result(value, null, "");
        }

        static Result error(ErrorCode code, String message) {
            return new Result(null, code, message);
        }
    }

    private MemberCheck() {}

    static Result check(ReferenceMember member, GivenRow.Value value) {
        return switch (member.type()) {
            case TEXT -> text(member, value);
            case WHOLE -> number(member, value, MemberCheck::whole);
            case DECIMAL -> number(member, value, MemberCheck::decimal);
            case FLAG -> flag(member, value);
        };
    }

    private static Result text(ReferenceMember member, GivenRow.Value value) {
        String text;
        if (value instanceof GivenRow.Cell cell) {
            text = cell.text();
        } else if (value instanceof GivenRow.Text given) {
            text = given.text();
        } else {
            return wrongType(member, "a text");
        }
        int max = member.isKey() ? MAX_KEY : MAX_TEXT;
        if (text.codePoints().anyMatch(MemberCheck::isUnstorable)) {
            return Result.error(ErrorCode.INVALID_TEXT, member.name() + " has a character that cannot be stored.");
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Result.error(ErrorCode.TOO_LONG, member.name() + " is longer than " + max + " characters.");
        }
        if (!member.allowed().isEmpty() && !member.allowed().contains(text)) {
            return Result.error(
                    ErrorCode.OUT_OF_RANGE,
                    member.name() + " must be one of " + String.join(", ", member.allowed()) + ".");
        }
        return Result.of(text);
    }

    /** U+0000 and lone surrogates. */
    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private interface NumberCheck {
        Result check(ReferenceMember member, BigDecimal number);
    }

    private static Result number(ReferenceMember member, GivenRow.Value value, NumberCheck check) {
        if (value instanceof GivenRow.Numeric given) {
            return check.check(member, given.number());
        }
        if (value instanceof GivenRow.Cell cell && NUMBER.matcher(cell.text()).matches()) {
            return check.check(member, new BigDecimal(cell.text()));
        }
        return wrongType(member, "a number");
    }

    private static Result whole(ReferenceMember member, BigDecimal number) {
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            return wrongType(member, "a whole number");
        }
        if (digitsBeforePoint(number) > MAX_WHOLE_DIGITS) {
            return Result.error(
                    ErrorCode.OUT_OF_RANGE, member.name() + " has more than " + MAX_WHOLE_DIGITS + " digits.");
        }
        return Result.of(number.longValueExact());
    }

    private static Result decimal(ReferenceMember member, BigDecimal number) {
        if (digitsBeforePoint(number) > MAX_DIGITS_BEFORE_POINT) {
            return Result.error(
                    ErrorCode.OUT_OF_RANGE,
                    member.name() + " has more than " + MAX_DIGITS_BEFORE_POINT + " digits before the point.");
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > MAX_DIGITS_AFTER_POINT) {
            return Result.error(
                    ErrorCode.TOO_PRECISE,
                    member.name() + " has more than " + MAX_DIGITS_AFTER_POINT + " digits after the point.");
        }
        return Result.of(number.signum() == 0 ? BigDecimal.ZERO : number);
    }

    /** Without writing the number out: its exponent may be huge. */
    private static long digitsBeforePoint(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }

    private static Result flag(ReferenceMember member, GivenRow.Value value) {
        if (value instanceof GivenRow.Flag given) {
            return Result.of(given.flag());
        }
        if (value instanceof GivenRow.Cell cell
                && (cell.text().equals("true") || cell.text().equals("false"))) {
            return Result.of(Boolean.valueOf(cell.text()));
        }
        return wrongType(member, "true or false");
    }

    private static Result wrongType(ReferenceMember member, String expected) {
        return Result.error(ErrorCode.WRONG_TYPE, member.name() + " must be " + expected + ".");
    }
}

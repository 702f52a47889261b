package io.ordermill.core.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Rows in the binary format of COPY (PostgreSQL's documentation of COPY, "Binary Format"). The type of a value decides how it
 * is written, so it must be the one of its column: {@code Long} for bigint, {@code Integer} for int.
 */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    private static final LocalDate DAY_0 = LocalDate.of(2000, 1, 1);
    private static final Instant MICROSECOND_0 = Instant.parse("2000-01-01T00:00:00Z");

    /** A numeric is a sequence of digits to this base, grouped from the decimal point. */
    private static final long BASE = 10_000;

    private static final long[] POWERS_OF_BASE = {1, BASE, BASE * BASE, BASE * BASE * BASE, BASE * BASE * BASE * BASE};

    /** Fills the last group, by the number of decimals in it. */
    private static final long[] PADDING = {1, 1_000, 100, 10};

    private static final int NEGATIVE = 0x4000;

    /** So many digits, and those that fill the last group, fit a long. */
    private static final int SMALL_PRECISION = 15;

    private ByteBuffer rows = ByteBuffer.allocate(2_048);

    BinaryRows fileStart() {
        return encoded(SIGNATURE).int32(0).int32(0);
    }

    BinaryRows fileEnd() {
        return int16(END);
    }

    <R> BinaryRows row(Table<R> table, R row) {
        return rowStart(table).fields(table.columns(), row);
    }

    /** All fields of the table must follow. */
    BinaryRows rowStart(Table<?> table) {
        return int16(table.columns().size());
    }

    <R> BinaryRows fields(List<Column<R>> columns, R row) {
        for (int i = 0; i < columns.size(); i++) {
            field(columns.get(i).value().apply(row));
        }
        return this;
    }

    /** Whole rows or fields, written before by another one of these. */
    BinaryRows encoded(byte[] encoded) {
        room(encoded.length).put(encoded);
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(rows.array(), rows.position());
    }

    private void field(@Nullable Object value) {
        if (value == null) {
            int32(NULL);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof BigDecimal number) {
            numeric(number);
        } else if (value instanceof Integer number) {
            int32(Integer.BYTES).int32(number);
        } else if (value instanceof Long number) {
            int32(Long.BYTES).int64(number);
        } else if (value instanceof Boolean flag) {
            int32(1);
            room(1).put((byte) (flag ? 1 : 0));
        } else if (value instanceof LocalDate date) {
            int32(Integer.BYTES).int32((int) ChronoUnit.DAYS.between(DAY_0, date));
        } else if (value instanceof OffsetDateTime time) {
            int32(Long.BYTES).int64(ChronoUnit.MICROS.between(MICROSECOND_0, time.toInstant()));
        } else if (value instanceof UUID id) {
            int32(2 * Long.BYTES).int64(id.getMostSignificantBits()).int64(id.getLeastSignificantBits());
        } else {
            throw new IllegalArgumentException("no binary form is known of " + value.getClass());
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        int32(utf8.length).encoded(utf8);
    }

    private void numeric(BigDecimal number) {
        if (number.precision() <= SMALL_PRECISION && number.scale() >= 0 && number.scale() <= SMALL_PRECISION) {
            smallNumeric(number.unscaledValue().longValue(), number.scale());
        } else {
            byte[] bytes = ByteConverter.numeric(number);
            int32(bytes.length).encoded(bytes);
        }
    }

    /** Nearly all numbers are; the driver's converter takes a detour over big integers. */
    private void smallNumeric(long unscaled, int scale) {
        long groups = Math.abs(unscaled) * PADDING[scale % 4];
        int weight = -(scale + 3) / 4;
        while (groups != 0 && groups % BASE == 0) {
            groups /= BASE;
            weight++;
        }
        int count = 0;
        for (long rest = groups; rest != 0; rest /= BASE) {
            count++;
        }
        int32(Short.BYTES * (4 + count));
        int16(count)
                .int16(count == 0 ? 0 : weight + count - 1)
                .int16(unscaled < 0 ? NEGATIVE : 0)
                .int16(scale);
        for (int i = count - 1; i >= 0; i--) {
            int16((int) (groups / POWERS_OF_BASE[i] % BASE));
        }
    }

    private BinaryRows int16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    private BinaryRows int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    private BinaryRows int64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (rows.remaining() < bytes) {
            int needed = rows.position() + bytes;
            rows = ByteBuffer.wrap(Arrays.copyOf(rows.array(), Math.max(needed, 2 * rows.capacity())))
                    .position(rows.position());
        }
        return rows;
    }
}

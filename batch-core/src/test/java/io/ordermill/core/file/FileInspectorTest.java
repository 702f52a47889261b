package io.ordermill.core.file;

import static io.ordermill.core.file.FileProblem.Kind.CORRUPT_COMPRESSION;
import static io.ordermill.core.file.FileProblem.Kind.FILE_TOO_LARGE;
import static io.ordermill.core.file.FileProblem.Kind.MALFORMED_FILE;
import static io.ordermill.core.file.Files.bytes;
import static io.ordermill.core.file.Files.changed;
import static io.ordermill.core.file.Files.concat;
import static io.ordermill.core.file.Files.cut;
import static io.ordermill.core.file.Files.gzip;
import static io.ordermill.core.file.Files.utf8;
import static io.ordermill.core.file.Files.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordermill.core.testing.TestOrders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is sound to its last byte, or it is refused with kind and place. */
class FileInspectorTest {

    private static final Object NONE = null;

    /** Marks «somewhere»: damage shows where the decompressor happens to notice it. */
    private static final Object ANY = "any";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptsSoundFile(String what, byte[] file, int items) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        assertThat(inspect(file)).isEqualTo(new Inspection.Sound(items, sha256));
        assertThat(new FileInspector(Files.SMALL).inspect(Files.dripping(file)))
                .isEqualTo(new Inspection.Sound(items, sha256));
    }

    static Stream<Arguments> acceptsSoundFile() {
        String array = "[{\"a\": 1}, {\"a\": [\"é🚚\", null, true, -0.5e-3]}]";
        return Stream.of(
                arguments("an empty array", utf8("[]"), 0),
                arguments("an array within white space", utf8(" \t\r\n[ ] \n"), 0),
                arguments("two objects", utf8(array), 2),
                arguments("a byte order mark", utf8("\ufeff[1]"), 1),
                arguments("scalars of all kinds", utf8("[1,\"a\",null,true,[]]"), 5),
                arguments("members twice", utf8("[{\"a\": 1, \"a\": 2}]"), 1),
                arguments("lone surrogates as escapes", utf8("[\"\\ud800\", \"\\udc00\\ud800\"]"), 2),
                arguments("U+0000 as escape", utf8("[\"\\u0000\"]"), 1),
                arguments("U+10FFFF and U+FFFF", utf8("[\"\uDBFF\uDFFF\uFFFF\"]"), 1),
                arguments("8 levels", utf8("[[[[[[[[]]]]]]]]"), 1),
                arguments("5 elements", utf8("[1,2,3,4,5]"), 5),
                arguments("a text of 1 KiB", utf8("[\"" + "x".repeat(1_024) + "\"]"), 1),
                arguments("a text of 1 KiB in escapes", utf8("[\"" + "\\u0041".repeat(600) + "\"]"), 1),
                arguments("a number of 1 KiB", utf8("[" + "9".repeat(1_024) + "]"), 1),
                arguments("a huge exponent", utf8("[1e999999999]"), 1),
                arguments("a name of 1,000 characters", utf8("[{\"" + "n".repeat(1_000) + "\":1}]"), 1),
                arguments("an element of 4 KiB", utf8("[[" + " ".repeat(4_094) + "]]"), 1),
                arguments("64 KiB of text", utf8("[" + " ".repeat(65_534) + "]"), 0),
                arguments("gzip", gzip(array), 2),
                arguments("gzip with a byte order mark", gzip("\ufeff[1]"), 1),
                arguments("gzip of two members", concat(gzip("[{\"a\": "), gzip("1}]")), 1),
                arguments("gzip with an empty member behind", concat(gzip("[1]"), gzip("")), 1),
                arguments(
                        "gzip of a member per byte",
                        Stream.of("[", "1", ",", "2", "]").map(Files::gzip).reduce(new byte[0], Files::concat),
                        2),
                arguments("zstd", zstd(array), 2),
                arguments("zstd of two frames", concat(zstd("[{\"a\": "), zstd("1}]")), 1),
                arguments("zstd with an empty frame behind", concat(zstd("[1]"), zstd("")), 1),
                arguments(
                        "zstd with a skippable frame behind",
                        concat(zstd("[1]"), bytes(0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7)),
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesBrokenFile(
            String what,
            byte[] file,
            FileProblem.Kind kind,
            Object itemIndex,
            Object line,
            Object column,
            Object byteOffset)
            throws IOException {
        for (InputStream stored : new InputStream[] {new ByteArrayInputStream(file), Files.dripping(file)}) {
            FileProblem problem = problem(new FileInspector(Files.SMALL).inspect(stored));

            assertThat(problem.kind()).isEqualTo(kind);
            assertPlace(problem.itemIndex(), itemIndex);
            assertPlace(problem.line(), line);
            assertPlace(problem.column(), column);
            assertPlace(
                    problem.byteOffset() == null ? null : problem.byteOffset().intValue(), byteOffset);
            assertThat(problem.message())
                    .matches("(?s)[A-Z].*\\.")
                    .doesNotContain("Source", "REDACTED", "Exception", "jackson", "Feature", "Json");
        }
    }

    static Stream<Arguments> refusesBrokenFile() {
        String pretty = "[\n  {\"a\": 1},\n  {\"a\": ?}\n]";
        return Stream.of(
                // what, file, kind, itemIndex, line, column, byteOffset
                //
                // no array
                malformed("nothing at all", "", NONE, NONE, NONE, 0),
                malformed("white space", " \n ", NONE, 2, 2, 3),
                malformed("an object", "{}", NONE, 1, 1, 0),
                malformed("a text", " \"[]\"", NONE, 1, 2, 1),
                malformed("a number", "17", NONE, 1, 1, 0),
                malformed("CSV", "a;b\n1;2", NONE, 1, 1, 0),
                malformed("XML", "<a/>", NONE, 1, 1, 0),
                malformed("a ZIP file", "PK\u0003\u0004", NONE, 1, 1, 0),

                // cut off
                malformed("an open array", "[", 0, 1, 2, 1),
                malformed("an array cut off behind an element", "[1", 1, 1, 3, 2),
                malformed("an array cut off behind a comma", "[1,", 1, 1, 4, 3),
                malformed("a text cut off", "[1, \"abc", 1, 1, 9, 8),
                malformed("a name cut off", "[{\"ab", 0, 1, 6, 5),
                malformed("a line cut off", "[\n{\"a\": 1},\n{\"a\"", 1, 3, 5, 16),

                // something behind the array
                malformed("a bracket too many", "[1]]", NONE, 1, 4, 3),
                malformed("two arrays", "[1]\n[2]", NONE, 2, 1, 4),
                malformed("a comma behind the array", "[1],", NONE, 1, 4, 3),
                malformed("a word behind the array", "[1] x", NONE, 1, 5, 4),
                malformed("U+0000 behind the array", "[1]\0", NONE, 1, 4, 3),

                // syntax
                malformed("a mistake in the third line", pretty, 1, 3, 9, 22),
                malformed("a comma too many between elements", "[1,,2]", 1, 1, 4, 3),
                malformed("a comma too many at the end", "[1,]", 1, 1, 4, 3),
                malformed("a comma too many in an object", "[{\"a\":1,}]", 0, 1, 9, 8),
                malformed("no comma", "[1 2]", 1, 1, 4, 3),
                malformed("no colon", "[{\"a\" 1}]", 0, 1, 7, 6),
                malformed("no value", "[{\"a\":}]", 0, 1, 7, 6),
                malformed("a name without quotes", "[{a:1}]", 0, 1, 3, 2),
                malformed("single quotes", "['a']", 0, 1, 2, 1),
                malformed("a bracket of the wrong kind", "[1}", 1, 1, 3, 2),
                malformed("an object ended by a bracket", "[{]", 0, 1, 3, 2),
                malformed("a comment", "[1, // one\n2]", 1, 1, 5, 4),
                malformed("a block comment", "[/*c*/]", 0, 1, 2, 1),
                malformed("a word", "[1, oops]", 1, 1, 5, 4),
                malformed("half a word", "[tru]", 0, 1, 2, 1),
                malformed("a word in capitals", "[TRUE]", 0, 1, 2, 1),
                malformed("not a number", "[NaN]", 0, 1, 5, 4),

                // numbers
                malformed("a leading zero", "[01]", 0, 1, 3, 2),
                malformed("a leading point", "[.5]", 0, 1, 2, 1),
                malformed("a trailing point", "[1.]", 0, 1, 4, 3),
                malformed("an empty exponent", "[1e]", 0, 1, 4, 3),
                malformed("a plus", "[+1]", 0, 1, 3, 2),
                malformed("a minus alone", "[-]", 0, 1, 3, 2),
                malformed("a hexadecimal number", "[0x1]", 1, 1, 3, 2),

                // texts
                malformed("a line feed in a text", "[\"a\nb\"]", 0, 1, 4, 3),
                malformed("U+0000 in a text", "[\"\0\"]", 0, 1, 3, 2),
                malformed("U+0000 between elements", "[\0]", 0, 1, 2, 1),
                malformed("an unknown escape", "[\"\\x\"]", 0, 1, 4, 3),
                malformed("half an escape", "[\"\\u00zz\"]", 0, 1, 7, 6),
                malformed("columns count characters, offsets bytes", "[\"é🚚\", x]", 1, 1, 8, 11),
                malformed("offsets count the byte order mark, columns do not", "\ufeff[x]", 0, 1, 2, 4),

                // nesting
                malformed("9 levels", "[[[[[[[[[]]]]]]]]]", 0, 1, 9, 8),
                malformed("9 levels of objects", "[" + "{\"a\":".repeat(8) + "1" + "}".repeat(8) + "]", 0, 1, 37, 36),
                malformed("a nesting bomb", "[".repeat(60_000), 0, 1, 9, 8),

                // encodings
                malformed("UTF-16 little endian", "[1]".getBytes(StandardCharsets.UTF_16LE), 0, 1, 2, 1),
                malformed("UTF-16 big endian", "[1]".getBytes(StandardCharsets.UTF_16BE), NONE, 1, 1, 0),
                malformed("UTF-16 with a mark", "[1]".getBytes(StandardCharsets.UTF_16), NONE, NONE, NONE, 0),
                malformed("UTF-32", "[1]".getBytes(Charset.forName("UTF-32")), NONE, 1, 1, 0),
                malformed("ISO 8859-1", "[\"Grinøy\"]".getBytes(StandardCharsets.ISO_8859_1), 0, 1, 7, 6),
                malformed("a lone continuation", badUtf8(0x80), 0, 1, 4, 3),
                malformed("an overlong slash", badUtf8(0xc0, 0xaf), 0, 1, 4, 3),
                malformed("an overlong slash of three bytes", badUtf8(0xe0, 0x80, 0xaf), 0, 1, 4, 3),
                malformed("an overlong slash of four bytes", badUtf8(0xf0, 0x80, 0x80, 0xaf), 0, 1, 4, 3),
                malformed("an encoded surrogate", badUtf8(0xed, 0xa0, 0x80), 0, 1, 4, 3),
                malformed("beyond U+10FFFF", badUtf8(0xf4, 0x90, 0x80, 0x80), 0, 1, 4, 3),
                malformed("a byte that never occurs", badUtf8(0xff), 0, 1, 4, 3),
                malformed("a character cut short by a text's end", badUtf8(0xf0, 0x9f, 0x9a), 0, 1, 4, 3),
                malformed("a character cut off by the file's end", concat(utf8("[\"a"), bytes(0xe2, 0x82)), 0, 1, 4, 3),
                malformed("bad UTF-8 in a name", concat(utf8("[{\""), bytes(0xc3), utf8("\":1}]")), 0, 1, 4, 3),
                malformed("bad UTF-8 behind the array", concat(utf8("[]\n"), bytes(0xc3, 0x28)), NONE, 2, 1, 3),
                malformed(
                        "two mistakes: the first counts",
                        concat(utf8("[1 2, \""), bytes(0xff), utf8("\"]")),
                        1,
                        1,
                        4,
                        3),

                // limits: the place is where one is exceeded
                tooLarge("6 elements", "[1,2,3,4,5,6]", 5, 1, 12, 11),
                tooLarge("a text of more than 1 KiB", "[1,\"" + "x".repeat(1_025) + "\"]", 1, 1, 1_031, 1_030),
                tooLarge("a number of more than 1 KiB", "[" + "9".repeat(1_025) + "]", 0, 1, 1_027, 1_026),
                tooLarge("a name of 1,001 characters", "[{\"" + "n".repeat(1_001) + "\":1}]", 0, 1, 1_008, 1_007),
                tooLarge("an element of more than 4 KiB", "[1,[" + "1,".repeat(2_048) + "1]]", 1, 1, 4_102, 4_101),
                tooLarge("an element of white space", "[[" + " ".repeat(4_095) + "]]", 0, 1, 4_099, 4_098),
                tooLarge("more than 64 KiB of text", "[" + " ".repeat(70_000) + "]", 0, 1, 65_537, 65_536),
                tooLarge("more than 64 KiB of lines", "[" + "\n".repeat(70_000) + "]", 0, 65_536, 1, 65_536),
                broken("a gzip bomb", gzip("[" + " ".repeat(50_000_000)), FILE_TOO_LARGE, 0, 1, 65_537, 65_536),
                broken("a zstd bomb", zstd("[" + " ".repeat(50_000_000)), FILE_TOO_LARGE, 0, 1, 65_537, 65_536),

                // gzip
                broken("malformed text in sound gzip", gzip("[1,\n?]"), MALFORMED_FILE, 1, 2, 1, 4),
                broken("gzip in gzip", gzip(gzip("[]")), MALFORMED_FILE, NONE, ANY, ANY, ANY),
                corrupt("a gzip header alone", Arrays.copyOf(gzip("[1]"), 10), NONE, NONE, NONE, 0),
                corrupt("a gzip magic number alone", bytes(0x1f, 0x8b), NONE, NONE, NONE, 0),
                corrupt("half a gzip magic number", bytes(0x1f), NONE, NONE, NONE, 0),
                corrupt("gzip without its trailer", cut(gzip("[1]"), 8), ANY, ANY, ANY, ANY),
                corrupt("gzip without its last byte", cut(gzip("[1]"), 1), ANY, ANY, ANY, ANY),
                corrupt("gzip with a wrong CRC", changed(gzip("[1]"), 8), ANY, ANY, ANY, ANY),
                corrupt("gzip with a wrong size", changed(gzip("[1]"), 4), ANY, ANY, ANY, ANY),
                corrupt("gzip with junk behind", concat(gzip("[1]"), utf8("junk")), ANY, ANY, ANY, ANY),
                corrupt("gzip with one byte behind", concat(gzip("[1]"), bytes(0)), ANY, ANY, ANY, ANY),
                corrupt("gzip with half a header behind", concat(gzip("[1]"), bytes(0x1f, 0x8b)), ANY, ANY, ANY, ANY),
                corrupt("a second member cut off", concat(gzip("[1,"), cut(gzip("2]"), 3)), ANY, ANY, ANY, ANY),
                corrupt(
                        "a second member with a wrong CRC",
                        concat(gzip("[1,"), changed(gzip("2]"), 8)),
                        ANY,
                        ANY,
                        ANY,
                        ANY),
                broken("a second member that is missing", gzip("[1,"), MALFORMED_FILE, 1, 1, 4, 3),
                corrupt("gzip of an unknown method", bytes(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0), NONE, NONE, NONE, 0),
                corrupt(
                        "broken text out of damaged gzip",
                        changed(gzip("[1] junk" + " ".repeat(20_000)), 8),
                        NONE,
                        1,
                        5,
                        4),

                // zstd
                broken("malformed text in sound zstd", zstd("[1,\n?]"), MALFORMED_FILE, 1, 2, 1, 4),
                corrupt("a zstd magic number alone", bytes(0x28, 0xb5, 0x2f, 0xfd), NONE, NONE, NONE, 0),
                corrupt("zstd without its last byte", cut(zstd("[1]"), 1), ANY, ANY, ANY, ANY),
                corrupt("zstd with junk behind", concat(zstd("[1]"), utf8("junk")), ANY, ANY, ANY, ANY),
                corrupt("zstd with one byte behind", concat(zstd("[1]"), bytes(0x28)), ANY, ANY, ANY, ANY),
                corrupt("a second frame cut off", concat(zstd("[1,"), cut(zstd("2]"), 1)), ANY, ANY, ANY, ANY),
                corrupt(
                        "a second frame's magic alone",
                        concat(zstd("[1]"), bytes(0x28, 0xb5, 0x2f, 0xfd)),
                        ANY,
                        ANY,
                        ANY,
                        ANY),
                broken("a second frame that is missing", zstd("[1,"), MALFORMED_FILE, 1, 1, 4, 3));
    }

    @Test
    void refusesEveryPrefixOfAFile() throws IOException {
        byte[] file = utf8(TestOrders.simpleExample().strip());
        assertThat(inspect(file)).isInstanceOf(Inspection.Sound.class);

        for (int length = 0; length < file.length; length++) {
            assertThat(problem(inspect(Arrays.copyOf(file, length))).kind())
                    .as("%d bytes", length)
                    .isEqualTo(MALFORMED_FILE);
        }
    }

    @Test
    void readsWhatZstdMakesByDefault() throws IOException {
        for (int level = 1; level <= 19; level++) {
            assertThat(inspect(zstd(utf8("[1]"), level, 0)))
                    .as("level %d", level)
                    .isInstanceOf(Inspection.Sound.class);
        }
        assertThat(inspect(zstd(utf8("[1]"), 3, 23))).isInstanceOf(Inspection.Sound.class);
    }

    @Test
    void refusesAZstdFrameWithAWindowThatIsTooLarge() throws IOException {
        byte[] wide = zstd(utf8("[1]"), 3, 24);

        for (byte[] file : new byte[][] {wide, concat(zstd("["), wide)}) {
            FileProblem problem = problem(inspect(file));
            assertThat(problem.kind()).isEqualTo(CORRUPT_COMPRESSION);
            assertThat(problem.message()).contains("16777216", "8388608");
        }
    }

    @Test
    void refusesAZstdFrameOfASingleSegmentThatIsTooLarge() throws IOException {
        byte[] frame = bytes(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 1, 0, 0x80, 0, 1, 0, 0);

        assertThat(problem(inspect(frame)).message()).contains("8388609", "8388608");
    }

    @Test
    void refusesEveryPrefixOfACompressedFile() throws IOException {
        for (byte[] file : new byte[][] {gzip(TestOrders.simpleExample()), zstd(TestOrders.simpleExample())}) {
            assertThat(inspect(file)).isInstanceOf(Inspection.Sound.class);
            for (int length = 1; length < file.length; length++) {
                assertThat(problem(inspect(Arrays.copyOf(file, length))).kind())
                        .as("%d bytes", length)
                        .isEqualTo(CORRUPT_COMPRESSION);
            }
        }
    }

    @Test
    void answersForEveryDamagedByteOfACompressedFile() throws IOException {
        for (byte[] file : new byte[][] {gzip(TestOrders.simpleExample()), zstd(TestOrders.simpleExample())}) {
            for (int i = 0; i < file.length; i++) {
                for (int mask : new int[] {1, 0x10, 0x80, 0xff}) {
                    byte[] damaged = file.clone();
                    damaged[i] ^= (byte) mask;
                    assertThat(inspect(damaged)).isNotNull();
                }
            }
        }
    }

    @Test
    void findsMistakesBehindManyChunks() throws IOException {
        String lines = "{\"a\": \"ø\"},\n".repeat(20_000);

        FileProblem problem = problem(new FileInspector(Files.DEFAULTS)
                .inspect(new ByteArrayInputStream(gzip("[" + lines + "  {\"a\" 1}]"))));

        assertThat(problem.itemIndex()).isEqualTo(20_000);
        assertThat(problem.line()).isEqualTo(20_001);
        assertThat(problem.column()).isEqualTo(8);
        assertThat(problem.byteOffset()).isEqualTo(1 + utf8(lines).length + 7);
    }

    @Test
    @Timeout(20)
    void staysCalmUnderCountlessDifferentNames() throws IOException {
        StringBuilder file = new StringBuilder("[");
        for (int i = 0; i < 300_000; i++) {
            file.append(i == 0 ? "" : ",").append("{\"name").append(i).append("\":1}");
        }

        assertThat(new FileInspector(Files.DEFAULTS).inspect(new ByteArrayInputStream(utf8(file + "]"))))
                .isInstanceOf(Inspection.Sound.class);
    }

    @Test
    void leavesAFailureOfTheStoreAFailureOfTheStore() {
        for (byte[] file : new byte[][] {utf8("[1,"), cut(gzip("[1]"), 5), cut(zstd("[1]"), 5)}) {
            InputStream failing = Files.failing(file, () -> new IOException("the database is gone"));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new FileInspector(Files.DEFAULTS).inspect(failing))
                    .withMessage("the database is gone");
        }
    }

    @Test
    void leavesARuntimeFailureOfTheStoreAlone() {
        InputStream failing = Files.failing(utf8("[1"), () -> new IllegalStateException("no connection"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new FileInspector(Files.DEFAULTS).inspect(failing));
    }

    private static Arguments malformed(
            String what, String text, Object itemIndex, Object line, Object column, Object byteOffset) {
        return broken(what, utf8(text), MALFORMED_FILE, itemIndex, line, column, byteOffset);
    }

    private static Arguments malformed(
            String what, byte[] file, Object itemIndex, Object line, Object column, Object byteOffset) {
        return broken(what, file, MALFORMED_FILE, itemIndex, line, column, byteOffset);
    }

    private static Arguments tooLarge(
            String what, String text, Object itemIndex, Object line, Object column, Object byteOffset) {
        return broken(what, utf8(text), FILE_TOO_LARGE, itemIndex, line, column, byteOffset);
    }

    private static Arguments corrupt(
            String what, byte[] file, Object itemIndex, Object line, Object column, Object byteOffset) {
        return broken(what, file, CORRUPT_COMPRESSION, itemIndex, line, column, byteOffset);
    }

    private static Arguments broken(
            String what,
            byte[] file,
            FileProblem.Kind kind,
            Object itemIndex,
            Object line,
            Object column,
            Object byteOffset) {
        return arguments(what, file, kind, itemIndex, line, column, byteOffset);
    }

    /** A text with these bytes as its second character. */
    private static byte[] badUtf8(int... values) {
        return concat(utf8("[\"a"), bytes(values), utf8("\"]"));
    }

    private static void assertPlace(Object actual, Object expected) {
        if (expected != ANY) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static Inspection inspect(byte[] file) throws IOException {
        return new FileInspector(Files.SMALL).inspect(new ByteArrayInputStream(file));
    }

    private static FileProblem problem(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Broken.class);
        return ((Inspection.Broken) inspection).problem();
    }
}

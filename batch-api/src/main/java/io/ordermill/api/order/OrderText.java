package io.ordermill.api.order;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads the text of one order, as strictly as a file of orders is read. */
@Component
class OrderText {

    private final JsonFactory json;

    OrderText(FileLimits limits) {
        int maxValue = Math.toIntExact(limits.maxValueSize().toBytes());
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(maxValue)
                        .maxNameLength(maxValue)
                        .maxNumberLength(maxValue)
                        .build())
                .build();
    }

    /**
     * Reads an order; null where the text is well-formed but no object.
     *
     * @param maxLines detail lines beyond are counted only
     */
    @Nullable
    DraftOrder read(String text, int maxLines) {
        // Well-formed to its very end, before anything is made of its beginning.
        parse(text, OrderText::walk);
        return parse(text, parser -> {
            parser.nextToken();
            return new OrderReader(false, maxLines).read(parser);
        });
    }

    private interface Parsing<T> {
        @Nullable
        T from(JsonParser parser);
    }

    private <T> @Nullable T parse(String text, Parsing<T> parsing) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            return parsing.from(parser);
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw malformed(at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    private static @Nullable Void walk(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new ProblemException(ProblemCode.MALFORMED_BODY, "The body is empty.");
        }
        parser.skipChildren();
        if (first.isScalarValue()) {
            parser.getString();
        }
        TokenStreamLocation end = parser.currentLocation();
        if (parser.nextToken() != null) {
            throw malformed(" after its end at line " + end.getLineNr() + ", column " + end.getColumnNr());
        }
        return null;
    }

    private static ProblemException malformed(String where) {
        return new ProblemException(ProblemCode.MALFORMED_BODY, "The body is not well-formed JSON" + where + ".");
    }
}

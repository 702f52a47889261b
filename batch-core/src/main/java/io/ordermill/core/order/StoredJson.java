package io.ordermill.core.order;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON of the columns that carry a whole group: what was written comes back equal. */
public final class StoredJson {

    private static final JsonFactory JSON = new JsonFactory();

    private StoredJson() {}

    public static String glAnalysis(List<GlAnalysis> splits) {
        return written(json -> {
            OrderWriter writer = new OrderWriter(json);
            writer.array(splits, writer::split);
        });
    }

    public static List<GlAnalysis> glAnalysis(String json) {
        return read(json, parser -> Objects.requireNonNull(OrderReader.glAnalysis(new Cursor(parser, true))));
    }

    public static String dimensions(Dimensions dimensions) {
        return written(json -> {
            OrderWriter writer = new OrderWriter(json);
            writer.object(dimensions, writer::dimensions);
        });
    }

    public static Dimensions dimensions(String json) {
        return read(json, parser -> OrderReader.dimensions(new Cursor(parser, true)));
    }

    public static String errors(List<OrderError> errors) {
        return written(json -> writeErrors(errors, json));
    }

    /** Errors as callers see them: an array of {@code {code, pointer, message, value?}}. */
    public static void writeErrors(List<OrderError> errors, JsonGenerator generator) {
        generator.writeStartArray();
        for (OrderError error : errors) {
            generator.writeStartObject();
            generator.writeStringProperty("code", error.code().name());
            generator.writeStringProperty("pointer", error.pointer());
            generator.writeStringProperty("message", error.message());
            if (error.value() != null) {
                generator.writeStringProperty("value", error.value());
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    public static List<OrderError> errors(String json) {
        return read(json, parser -> {
            List<OrderError> errors = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                errors.add(error(parser));
            }
            return errors;
        });
    }

    private static OrderError error(JsonParser parser) {
        String code = "";
        String pointer = "";
        String message = "";
        String value = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String text = parser.nextStringValue();
            switch (name) {
                case "code" -> code = text;
                case "pointer" -> pointer = text;
                case "message" -> message = text;
                case "value" -> value = text;
                default -> throw new IllegalStateException("unknown member of a stored error: " + name);
            }
        }
        return new OrderError(ErrorCode.valueOf(code), pointer, message, value);
    }

    private static String written(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(generator);
        }
        return text.toString();
    }

    private static <T> T read(String json, Function<JsonParser, T> content) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return content.apply(parser);
        }
    }
}

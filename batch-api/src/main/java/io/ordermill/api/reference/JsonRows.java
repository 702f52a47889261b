package io.ordermill.api.reference;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Rows from a JSON array. A member that is null or an empty text is not given. */
final class JsonRows {

    private final ObjectReader reader;

    JsonRows(JsonMapper json) {
        this.reader = json.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    List<GivenRow> read(String text) {
        JsonNode array = parse(text);
        if (!array.isArray()) {
            throw new ProblemException(ProblemCode.MALFORMED_BODY, "The body must be a JSON array of rows.");
        }
        List<GivenRow> rows = new ArrayList<>();
        for (JsonNode element : array) {
            rows.add(new GivenRow(rows.size() + 1, element.isObject() ? values(element) : null));
        }
        return rows;
    }

    private JsonNode parse(String text) {
        try {
            return reader.readValue(text);
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ProblemException(ProblemCode.MALFORMED_BODY, "The body is not well-formed JSON" + where + ".");
        }
    }

    private static Map<String, GivenRow.Value> values(JsonNode row) {
        Map<String, GivenRow.Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            GivenRow.Value value = value(member.getValue());
            if (value != null) {
                values.put(member.getKey(), value);
            }
        }
        return values;
    }

    private static GivenRow.@Nullable Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.stringValue().isEmpty() ? null : new GivenRow.Text(node.stringValue());
            case NUMBER -> new GivenRow.Numeric(node.decimalValue());
            case BOOLEAN -> new GivenRow.Flag(node.booleanValue());
            case NULL, MISSING -> null;
            case ARRAY, OBJECT, BINARY, POJO -> new GivenRow.Nested();
        };
    }
}

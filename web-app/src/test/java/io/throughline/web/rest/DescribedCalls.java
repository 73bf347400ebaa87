package io.throughline.web.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls that the OpenAPI document describes, each with a body that is right in shape. */
record DescribedCalls(JsonNode document, JsonMapper json) {

    /**
     * @param path with its places, for example {@code /api/v1/tickets/{number}}
     * @param query names of the query parameters
     * @param type media type of the body, empty without one
     * @param body with every field the document knows, empty without one
     */
    record Call(String method, String path, List<String> query, String type, Map<String, JsonNode> body) {

        boolean hasBody() {
            return type.endsWith("json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Call> all() {
        var calls = new ArrayList<Call>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("operationId"))
                .forEach(operation -> calls.add(call(operation.getKey(), path.getKey(), operation.getValue()))));
        return calls;
    }

    private Call call(String method, String path, JsonNode operation) {
        var query = new ArrayList<String>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                query.add(parameter.path("name").asString());
            }
        });
        var content = operation.path("requestBody").path("content").properties();
        var type = content.isEmpty() ? "" : content.iterator().next().getKey();
        var fields = new LinkedHashMap<String, JsonNode>();
        if (!content.isEmpty()) {
            var schema = resolved(content.iterator().next().getValue().path("schema"));
            schema.path("properties")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), example(field.getValue(), 0)));
        }
        return new Call(method.toUpperCase(java.util.Locale.ROOT), path, query, type, fields);
    }

    private JsonNode example(JsonNode raw, int depth) {
        var schema = resolved(raw);
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        var type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString()
                : schema.path("type").asString("");
        return switch (type) {
            case "integer", "number" -> json.getNodeFactory().numberNode(1);
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            case "array" ->
                depth > 3
                        ? json.createArrayNode()
                        : json.createArrayNode().add(example(schema.path("items"), depth + 1));
            case "object" -> object(schema, depth);
            default ->
                json.getNodeFactory().stringNode(text(schema.path("format").asString("")));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = json.createObjectNode();
        if (depth < 4) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> object.set(field.getKey(), example(field.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T08:00:00Z";
            default -> "x";
        };
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }
}

package io.throughline.web.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a page shows it: resources, their operations, and the fields that go in and come out. */
class Reference {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;

    Reference(JsonNode document) {
        this.document = document;
    }

    List<Section> sections() {
        Map<String, List<Call>> byTag = new TreeMap<>();
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .map(method -> call(path.getKey(), method, path.getValue().path(method)))
                .forEach(call -> byTag.computeIfAbsent(call.tag(), tag -> new ArrayList<>())
                        .add(call)));
        return byTag.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Call call(String path, String method, JsonNode operation) {
        return new Call(
                operation.path("operationId").asString(),
                operation.path("tags").path(0).asString(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                stream(operation.path("parameters")).map(this::parameter).toList(),
                fields(schemaOf(operation.path("requestBody"))),
                answers(operation.path("responses")));
    }

    private Field parameter(JsonNode parameter) {
        return new Field(
                parameter.path("name").asString(),
                type(parameter.path("schema")),
                parameter.path("required").asBoolean(false),
                parameter.path("in").asString(),
                parameter.path("description").asString(""));
    }

    private List<Answer> answers(JsonNode responses) {
        return responses.properties().stream()
                .map(entry -> new Answer(
                        entry.getKey(),
                        entry.getValue().path("description").asString(""),
                        entry.getKey().startsWith("2") ? fields(schemaOf(entry.getValue())) : List.of()))
                .toList();
    }

    private static JsonNode schemaOf(JsonNode holder) {
        return holder.path("content").properties().stream()
                .findFirst()
                .map(entry -> entry.getValue().path("schema"))
                .orElse(holder.path("nothing"));
    }

    private List<Field> fields(JsonNode schema) {
        var shape = resolve(schema.has("items") ? schema.path("items") : schema);
        Set<String> required =
                stream(shape.path("required")).map(JsonNode::asString).collect(Collectors.toSet());
        Map<String, Field> fields = new LinkedHashMap<>();
        shape.path("properties")
                .properties()
                .forEach(entry -> fields.put(
                        entry.getKey(),
                        new Field(
                                entry.getKey(),
                                type(entry.getValue()),
                                required.contains(entry.getKey()),
                                "body",
                                entry.getValue().path("description").asString(""))));
        return List.copyOf(fields.values());
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith(SCHEMAS)
                ? document.path("components").path("schemas").path(reference.substring(SCHEMAS.length()))
                : schema;
    }

    /** For example {@code string (date-time)}, {@code LOW | HIGH}, {@code TicketJson[]}. */
    private String type(JsonNode schema) {
        if (schema.has("enum")) {
            return stream(schema.path("enum")).map(JsonNode::asString).collect(Collectors.joining(" | "));
        }
        if (schema.has("items")) {
            return type(schema.path("items")) + "[]";
        }
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        var type = schema.path("type").isArray()
                ? stream(schema.path("type"))
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .collect(Collectors.joining(" | "))
                : schema.path("type").asString("");
        var format = schema.path("format").asString("");
        return format.isEmpty() ? type : type + " (" + format + ")";
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** One resource. */
    record Section(String name, List<Call> calls) {}

    /** One operation; the id is its anchor on the page. */
    record Call(
            String id,
            String tag,
            String method,
            String path,
            String summary,
            List<Field> parameters,
            List<Field> body,
            List<Answer> answers) {}

    /** @param in path, query, header or body */
    record Field(String name, String type, boolean required, String in, String description) {}

    record Answer(String status, String description, List<Field> fields) {}
}

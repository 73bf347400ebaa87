package io.throughline.foundation.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Payloads and results as stored: plain JSON, never a class name. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Map<String, @Nullable Object> read(@Nullable String json) {
        return json == null ? Map.of() : MAPPER.readValue(json, MAP);
    }
}

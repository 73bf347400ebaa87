package io.throughline.foundation.activity;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The facts beside a verb, as stored. */
final class ActivityJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private ActivityJson() {}

    static String write(Map<String, ?> facts) {
        return MAPPER.writeValueAsString(facts);
    }

    static Map<String, Object> read(String json) {
        return MAPPER.readValue(json, FACTS);
    }
}

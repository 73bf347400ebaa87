package io.throughline.aftersales.automation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Terms as stored; what is not said does not narrow and changes nothing. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static String write(RuleTerms terms) {
        return MAPPER.writeValueAsString(terms);
    }

    static RuleTerms read(String json) {
        return MAPPER.readValue(json, RuleTerms.class);
    }
}

package io.throughline.aftersales.automation;

import tools.jackson.databind.json.JsonMapper;

/** Terms as stored. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(RuleTerms terms) {
        return MAPPER.writeValueAsString(terms);
    }

    static RuleTerms read(String json) {
        return MAPPER.readValue(json, RuleTerms.class);
    }
}

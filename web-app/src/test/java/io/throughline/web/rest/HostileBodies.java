package io.throughline.web.rest;

import io.throughline.web.rest.DescribedCalls.Call;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a careless or hostile program may send in place of a body. */
record HostileBodies(JsonMapper json) {

    private static final String[] WRONG = {
        "null",
        "\"\"",
        "\"x\"",
        "\"   \"",
        "-1",
        "1e400",
        "9223372036854775808",
        "true",
        "[]",
        "[[[{}]]]",
        "{}",
        "{\"a\":{\"b\":[1]}}",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "\"\\u202egpj\"",
        "\"2026-02-30\"",
        "\"9999-12-31T23:59:59Z\"",
        "\"+999999999-12-31\"",
        "\"' or 1=1 --\"",
        "\"${7*7}<script>alert(1)</script>\""
    };

    /** Bodies by what is wrong with them. */
    Map<String, byte[]> of(Call call) {
        var bodies = new LinkedHashMap<String, byte[]>();
        put(bodies, "nothing", "");
        put(bodies, "null", "null");
        put(bodies, "a list", "[]");
        put(bodies, "a text", "\"x\"");
        put(bodies, "a number", "7");
        put(bodies, "an empty object", "{}");
        put(bodies, "half an object", "{\"a\":");
        put(bodies, "a field nobody knows", "{\"nobodyKnowsThis\":1}");
        put(bodies, "the same field twice", "{\"name\":1,\"name\":\"a\"}");
        put(bodies, "a deep nest", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
        put(bodies, "a deep list", "[".repeat(20_000));
        put(bodies, "markup", "<x/>");
        bodies.put("no UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("UTF-16", "{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        for (var field : call.body().keySet()) {
            for (var wrong : WRONG) {
                put(bodies, field + " = " + wrong, with(call, field, wrong));
            }
            put(bodies, field + " too long", with(call, field, "\"" + "长".repeat(100_000) + "\""));
            put(bodies, field + " a long list", with(call, field, "[" + "\"x\",".repeat(20_000) + "\"x\"]"));
            put(bodies, field + " a long number", with(call, field, "9".repeat(900)));
        }
        return bodies;
    }

    private String with(Call call, String field, String value) {
        var text = new StringBuilder("{");
        for (var entry : call.body().entrySet()) {
            text.append(text.length() > 1 ? "," : "")
                    .append(json.writeValueAsString(entry.getKey()))
                    .append(':')
                    .append(entry.getKey().equals(field) ? value : shown(entry.getValue()));
        }
        return text.append('}').toString();
    }

    private String shown(JsonNode value) {
        return json.writeValueAsString(value);
    }

    private static void put(Map<String, byte[]> bodies, String what, String body) {
        bodies.put(what, body.getBytes(StandardCharsets.UTF_8));
    }
}

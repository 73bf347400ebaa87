package io.throughline.aftersales.mail;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists of files as stored. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<MailFile>> FILES = new TypeReference<>() {};

    private Json() {}

    static String write(List<MailFile> files) {
        return MAPPER.writeValueAsString(files);
    }

    static List<MailFile> files(String json) {
        return MAPPER.readValue(json, FILES);
    }
}

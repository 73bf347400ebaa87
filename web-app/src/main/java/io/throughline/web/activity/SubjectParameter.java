package io.throughline.web.activity;

import io.throughline.foundation.model.SubjectRef;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a record's reference from a parameter such as {@code TICKET/12}; anything else is a bad request. */
@Component
class SubjectParameter implements Converter<String, SubjectRef> {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z][A-Z_]{0,39})/(\\d{1,18})");

    @Override
    public SubjectRef convert(String text) {
        var reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            throw new IllegalArgumentException("not a reference to a record");
        }
        return new SubjectRef(reference.group(1), Long.parseLong(reference.group(2)));
    }
}

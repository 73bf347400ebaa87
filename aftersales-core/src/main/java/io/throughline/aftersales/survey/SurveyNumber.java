package io.throughline.aftersales.survey;

import io.throughline.foundation.model.NotFound;
import java.util.regex.Pattern;

/** A survey's number as people write it: {@code SV-12}. */
public record SurveyNumber(int value) {

    private static final Pattern FORM = Pattern.compile("[Ss][Vv]-(\\d{1,8})");

    /** Throws {@link NotFound} for anything that is no number. */
    public static SurveyNumber parse(String text) {
        var typed = FORM.matcher(text);
        if (!typed.matches()) {
            throw new NotFound("survey", text);
        }
        return new SurveyNumber(Integer.parseInt(typed.group(1)));
    }

    @Override
    public String toString() {
        return "SV-" + value;
    }
}

package io.throughline.aftersales.desk;

import java.util.List;

/**
 * A reply template with the values of one ticket in it.
 *
 * @param language {@code zh} or {@code en}: the contact's, where the template has a text in it
 * @param otherLanguage whether the template has none in the contact's language
 * @param gaps what is not known and wants to be filled in by hand, as it stands in the text
 */
public record FilledReply(
        long template, String name, String text, String language, boolean otherLanguage, List<String> gaps) {

    public FilledReply {
        gaps = List.copyOf(gaps);
    }
}

package io.throughline.aftersales.assignment;

/** The language somebody asks in: Chinese where a Chinese character stands in the subject. */
public enum TicketLanguage {
    ZH,
    EN;

    static TicketLanguage of(String subject) {
        return subject.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? ZH
                : EN;
    }
}

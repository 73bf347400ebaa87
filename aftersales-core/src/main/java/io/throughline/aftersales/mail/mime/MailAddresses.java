package io.throughline.aftersales.mail.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads address lists as people and programs write them: RFC 5322, semicolons, bare commas in names, missing brackets. */
public final class MailAddresses {

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;

    private final String text;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String bracketed;
    private String carried = "";

    private MailAddresses(String text) {
        this.text = text;
    }

    /** @param field unfolded, with its encoded words */
    public static List<MailAddress> parse(String field) {
        var reader = new MailAddresses(Charsets.header(field));
        reader.read();
        return List.copyOf(reader.found);
    }

    private void read() {
        int at = 0;
        while (at < text.length() && found.size() < MOST) {
            char c = text.charAt(at);
            if (c == '"') {
                at = quoted(at + 1);
            } else if (c == '(') {
                at = inBrackets(at + 1);
            } else if (c == '<') {
                int end = text.indexOf('>', at);
                int stop = end < 0 ? text.length() : end;
                var inside = text.substring(Math.max(at, text.lastIndexOf('<', stop)) + 1, stop);
                if (bracketed == null || bracketed.isBlank()) {
                    bracketed = inside;
                }
                at = stop + 1;
            } else if (c == ',' || c == ';') {
                flush(c);
                at++;
            } else if (c == ':' && bracketed == null && words.indexOf("@") < 0) {
                words.setLength(0);
                at++;
            } else {
                words.append(c == '>' ? ' ' : c);
                at++;
            }
        }
        flush(';');
    }

    private int quoted(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            words.append(text.charAt(at));
            at++;
        }
        return at + 1;
    }

    private int inBrackets(int from) {
        int at = from;
        int depth = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
            comment.append(c);
            at++;
        }
        return at;
    }

    private void flush(char mark) {
        var phrase = EncodedWords.decode(words.toString()).strip();
        if (bracketed != null) {
            add((carried + phrase).strip(), bracketed);
        } else if (phrase.indexOf('@') >= 0) {
            bare(phrase);
        } else if (mark == ',' && !phrase.isEmpty()) {
            carried = carried + phrase + ", ";
            reset();
            return;
        } else if (!phrase.isEmpty() && found.isEmpty() && phrase.indexOf(' ') < 0) {
            add("", phrase);
        }
        carried = "";
        reset();
    }

    private void bare(String phrase) {
        var name = new StringBuilder();
        var address = "";
        for (var word : phrase.split("\\s+")) {
            if (address.isEmpty() && word.indexOf('@') >= 0) {
                address = word;
            } else {
                name.append(word).append(' ');
            }
        }
        var said = name.toString().strip();
        add(said.isEmpty() ? EncodedWords.decode(comment.toString()).strip() : said, address);
    }

    private void add(String name, String raw) {
        var address = MailAddress.clean(EncodedWords.decode(raw));
        if (!address.isEmpty()) {
            var shown = oneLine(name);
            found.add(new MailAddress(shown.equalsIgnoreCase(address) ? "" : shown, address));
        }
    }

    private void reset() {
        words.setLength(0);
        comment.setLength(0);
        bracketed = null;
    }

    private static String oneLine(String name) {
        var text = name.replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
    }
}

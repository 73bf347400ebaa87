package io.throughline.aftersales.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a mail or of one of its parts, unfolded, each byte still one character (ISO 8859-1) until somebody
 * asks for words.
 */
public final class MailHeaders {

    private static final int MOST_FIELDS = 20_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FIELD = 200_000;
    private static final Set<String> WELL_KNOWN = Set.of(
            "subject",
            "from",
            "to",
            "cc",
            "date",
            "message-id",
            "received",
            "mime-version",
            "reply-to",
            "references",
            "in-reply-to",
            "return-path",
            "sender",
            "delivered-to",
            "dkim-signature");

    static final MailHeaders NONE = new MailHeaders(List.of());

    private final List<Field> fields;

    private MailHeaders(List<Field> fields) {
        this.fields = fields;
    }

    /** @param value unfolded, bytes as ISO 8859-1 */
    record Field(String name, String value) {}

    /** What was read, and where the content begins. */
    record Read(MailHeaders headers, int content) {}

    /**
     * Reads fields up to the empty line. A line that is none ends them as well, unless a well-known field follows it: then
     * somebody on the way damaged one line, not the rest.
     */
    static Read read(byte[] bytes, int from, int to) {
        var fields = new ArrayList<Field>();
        int at = skipEnvelopeLine(bytes, from, to);
        while (at < to) {
            int end = Lines.end(bytes, at, to);
            int next = Lines.next(bytes, end, to);
            if (isBlank(bytes, at, end)) {
                return new Read(new MailHeaders(fields), next);
            }
            int colon = colon(bytes, at, end);
            if (colon < 0) {
                if (isBoundary(bytes, at, end) || !isWellKnown(bytes, next, to)) {
                    return new Read(new MailHeaders(fields), at);
                }
                at = next;
                continue;
            }
            var name = new String(bytes, at, colon - at, StandardCharsets.US_ASCII);
            var value = new StringBuilder(latin(bytes, colon + 1, end));
            while (next < to && (bytes[next] == ' ' || bytes[next] == '\t')) {
                int more = Lines.end(bytes, next, to);
                if (isBlank(bytes, next, more) && !isFolded(bytes, Lines.next(bytes, more, to), to)) {
                    break;
                }
                if (value.length() < LONGEST_FIELD) {
                    value.append(latin(bytes, next, more));
                }
                next = Lines.next(bytes, more, to);
            }
            if (fields.size() < MOST_FIELDS) {
                fields.add(new Field(
                        name.strip().toLowerCase(Locale.ROOT), value.toString().strip()));
            }
            at = next;
        }
        return new Read(new MailHeaders(fields), to);
    }

    /** The first field of the name with its words decoded; empty when there is none. */
    public Optional<String> text(String name) {
        return first(name).map(value -> EncodedWords.decode(Charsets.header(value)));
    }

    /** Every field of the name, words decoded. */
    public List<String> texts(String name) {
        return all(name).stream()
                .map(value -> EncodedWords.decode(Charsets.header(value)))
                .toList();
    }

    /** The first field of the name as it was sent. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .findFirst();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The last of the name where several contradict each other is a forger's; the first one counts everywhere. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .toList();
    }

    /** The value and parameters of a field such as Content-Type. */
    FieldParameters parameters(String name) {
        return FieldParameters.parse(first(name).orElse(""));
    }

    private static int skipEnvelopeLine(byte[] bytes, int from, int to) {
        int at = from;
        if (startsWith(bytes, at, to, "\u00ef\u00bb\u00bf")) {
            at += 3;
        }
        if (startsWith(bytes, at, to, "From ") || startsWith(bytes, at, to, ">From ")) {
            at = Lines.next(bytes, Lines.end(bytes, at, to), to);
        }
        return at;
    }

    private static boolean startsWith(byte[] bytes, int at, int to, String start) {
        if (to - at < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if ((bytes[at + i] & 0xff) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The colon after a field's name; -1 when the line begins with no name. */
    private static int colon(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + LONGEST_NAME);
        for (int at = from; at < limit; at++) {
            byte b = bytes[at];
            if (b == ':') {
                return at == from ? -1 : at;
            }
            boolean blankBeforeColon = (b == ' ' || b == '\t') && at > from && onlyBlanksToColon(bytes, at, limit);
            if ((b <= ' ' || b == 127) && !blankBeforeColon && b != 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean onlyBlanksToColon(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at < to && bytes[at] == ':';
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFolded(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] == ' ' || bytes[at] == '\t');
    }

    private static boolean isBoundary(byte[] bytes, int from, int to) {
        return to - from > 2 && bytes[from] == '-' && bytes[from + 1] == '-';
    }

    private static boolean isWellKnown(byte[] bytes, int from, int to) {
        int end = Lines.end(bytes, from, to);
        int colon = colon(bytes, from, end);
        if (colon < 0) {
            return false;
        }
        var name = new String(bytes, from, colon - from, StandardCharsets.US_ASCII)
                .strip()
                .toLowerCase(Locale.ROOT);
        return WELL_KNOWN.contains(name) || name.startsWith("content-") || name.startsWith("x-");
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, LONGEST_FIELD), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
    }

    /** For tests and reports: what a field says, or null. */
    @Nullable
    String get(String name) {
        return first(name).orElse(null);
    }
}

package io.throughline.aftersales.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A field's value and its parameters, with those of RFC 2231 (continued, with a charset) put together.
 *
 * @param value in lower case, without parameters
 */
record FieldParameters(String value, Map<String, String> parameters) {

    private static final int MOST = 200;

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    static FieldParameters parse(String field) {
        int end = field.indexOf(';');
        var value = (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        var raw = end < 0 ? Map.<String, String>of() : scan(field, end + 1);
        return new FieldParameters(withoutComment(value).replaceAll("\\s+", ""), joined(raw));
    }

    private static String withoutComment(String value) {
        int comment = value.indexOf('(');
        return comment < 0 ? value : value.substring(0, comment).strip();
    }

    /** {@code name=value} pairs; a value in quotes may hold anything, a bare one ends at the semicolon. */
    private static Map<String, String> scan(String field, int from) {
        var found = new LinkedHashMap<String, String>();
        int at = from;
        while (at < field.length() && found.size() < MOST) {
            int equals = field.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            var name = field.substring(at, equals).replace(";", " ").strip().toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < field.length() && Character.isWhitespace(field.charAt(start))) {
                start++;
            }
            var value = new StringBuilder();
            if (start < field.length() && field.charAt(start) == '"') {
                at = quoted(field, start + 1, value);
            } else {
                at = field.indexOf(';', start);
                at = at < 0 ? field.length() : at;
                value.append(field.substring(start, at).strip());
            }
            found.putIfAbsent(name, value.toString());
            int semicolon = field.indexOf(';', at);
            at = semicolon < 0 ? field.length() : semicolon + 1;
        }
        return found;
    }

    private static int quoted(String field, int from, StringBuilder value) {
        int at = from;
        while (at < field.length() && field.charAt(at) != '"') {
            char c = field.charAt(at);
            boolean escape = c == '\\'
                    && at + 1 < field.length()
                    && (field.charAt(at + 1) == '"' || field.charAt(at + 1) == '\\');
            if (escape) {
                at++;
            }
            value.append(field.charAt(at));
            at++;
        }
        return Math.min(at + 1, field.length());
    }

    /** {@code filename*0*=utf-8''a%20; filename*1=b} is {@code filename}. */
    private static Map<String, String> joined(Map<String, String> raw) {
        var plain = new LinkedHashMap<String, String>();
        var pieces = new LinkedHashMap<String, TreeMap<Integer, Piece>>();
        raw.forEach((name, value) -> {
            int star = name.indexOf('*');
            if (star < 0) {
                plain.put(name, EncodedWords.decode(Charsets.header(value)));
                return;
            }
            var rest = name.substring(star + 1);
            boolean coded = rest.isEmpty() || rest.endsWith("*");
            var number = rest.replace("*", "");
            pieces.computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
                    .put(number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0, new Piece(value, coded));
        });
        pieces.forEach((name, parts) -> plain.put(name, text(parts)));
        return plain;
    }

    private record Piece(String value, boolean coded) {}

    private static String text(TreeMap<Integer, Piece> parts) {
        var bytes = new ByteArrayOutputStream();
        @Nullable String charset = null;
        boolean first = true;
        for (var part : parts.values()) {
            var value = part.value;
            if (first && part.coded) {
                int one = value.indexOf('\'');
                int two = one < 0 ? -1 : value.indexOf('\'', one + 1);
                if (two > 0) {
                    charset = value.substring(0, one);
                    value = value.substring(two + 1);
                }
            }
            first = false;
            bytes.writeBytes(part.coded ? percent(value) : value.getBytes(StandardCharsets.ISO_8859_1));
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static byte[] percent(String value) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int high = c == '%' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}

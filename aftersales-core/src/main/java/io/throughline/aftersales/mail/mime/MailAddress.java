package io.throughline.aftersales.mail.mime;

import java.util.Locale;

/**
 * Somebody in a header.
 *
 * @param name as shown; empty when only the address was given
 * @param address in lower case; may lack the {@code @} where a sender wrote nonsense
 */
public record MailAddress(String name, String address) {

    /** What stands behind the {@code @}; empty without one. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).equals(address)
                ? ""
                : address.substring(address.lastIndexOf('@') + 1);
    }

    public String localPart() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /** The name, or the address where there is none. */
    public String shown() {
        return name.isEmpty() ? address : name;
    }

    static String clean(String raw) {
        var text = raw.strip();
        int route = text.startsWith("@") ? text.indexOf(':') : -1;
        if (route > 0) {
            text = text.substring(route + 1);
        }
        var out = new StringBuilder();
        text.codePoints()
                .filter(c -> c > ' '
                        && c != 127
                        && c != '"'
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }
}

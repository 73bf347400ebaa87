package io.throughline.aftersales.mail.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail or a part of it says, and the files that come with it; put together while the parts are walked. */
final class MailBody {

    /** Longer text is cut, and handed over whole as a file. */
    static final int LONGEST_TEXT = 500_000;

    private static final int STUB = 300;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private boolean rich;
    final List<Attached> files = new ArrayList<>();
    final List<DeliveryStatus> reports = new ArrayList<>();

    @Nullable
    MailHeaders returned;

    boolean isEmpty() {
        return text.isEmpty() && !rich;
    }

    boolean isSilent() {
        return text.toString().isBlank();
    }

    String text() {
        return text.toString();
    }

    @Nullable
    String html() {
        return rich ? html.toString() : null;
    }

    void plain(String words) {
        var whole = words.length() > LONGEST_TEXT;
        append(whole ? cut(words) : words, null);
        if (whole) {
            keep("message.txt", "text/plain", words);
        }
    }

    void html(String markup) {
        var words = HtmlText.of(markup);
        if (words.length() > LONGEST_TEXT || markup.length() > LONGEST_TEXT) {
            append(cut(words), null);
            keep("message.html", "text/html", markup);
        } else {
            append(words, markup);
        }
    }

    /** Puts another body after this one. */
    void add(MailBody other) {
        if (!other.isEmpty()) {
            append(other.text(), other.html());
        }
        take(other);
    }

    /** One of several forms of the same: the plain words are shown where they say something, the HTML is kept beside. */
    static MailBody oneOf(List<MailBody> forms) {
        var one = new MailBody();
        @Nullable MailBody plain = null;
        @Nullable MailBody rich = null;
        for (var form : forms) {
            if (form.rich) {
                rich = form;
            } else if (plain == null && !form.isSilent()) {
                plain = form;
            }
            one.take(form);
        }
        var words = plain == null || rich != null && isStub(plain, rich) ? rich : plain;
        if (words != null) {
            one.append(words.text(), rich == null ? null : rich.html());
        }
        return one;
    }

    /** "Your program cannot show HTML" instead of the words. */
    private static boolean isStub(MailBody plain, MailBody rich) {
        var words = plain.text();
        return words.length() < STUB
                && rich.text.length() > words.length()
                && words.toLowerCase(java.util.Locale.ROOT).contains("html");
    }

    private void take(MailBody other) {
        files.addAll(other.files);
        reports.addAll(other.reports);
        returned = returned == null ? other.returned : returned;
    }

    private void append(String words, @Nullable String markup) {
        if (rich || markup != null) {
            if (!rich) {
                html.append(escaped(text.toString()));
            }
            rich = true;
            html.append(markup == null ? escaped(words) : markup);
        }
        if (!text.isEmpty() && !words.isBlank()) {
            text.append(text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n");
        }
        if (text.length() < LONGEST_TEXT) {
            text.append(words);
        }
    }

    private void keep(String name, String type, String content) {
        var bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        files.add(new Attached(name, type, false, null, () -> bytes));
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST_TEXT) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return words.substring(0, end);
    }

    private static String escaped(String words) {
        return words.isEmpty()
                ? ""
                : "<div style=\"white-space:pre-wrap\">"
                        + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                        + "</div>";
    }
}

package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.MailWords;
import io.throughline.web.shell.Words;

/** Shows the words of a mail as they were sent, with what is quoted and the signature folded (service rule 24). */
final class MailHtml {

    private MailHtml() {}

    /** Safe HTML: every character of the mail is escaped. */
    static String of(String text, Words words) {
        var out = new StringBuilder();
        for (var piece : MailWords.of(text)) {
            var body = piece.text().strip();
            if (body.isEmpty()) {
                continue;
            }
            var said = "<p class=\"as-written\" dir=\"auto\">" + escaped(body) + "</p>";
            if (piece.kind() == MailWords.Kind.WORDS) {
                out.append(said);
            } else {
                var key = piece.kind() == MailWords.Kind.QUOTE ? "aftersales.mail.quoted" : "aftersales.mail.signature";
                out.append("<details class=\"folded\"><summary>")
                        .append(escaped(words.text(key)))
                        .append("</summary>")
                        .append(said)
                        .append("</details>");
            }
        }
        return out.isEmpty()
                ? "<p class=\"quiet\">" + escaped(words.text("aftersales.mail.noText")) + "</p>"
                : out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

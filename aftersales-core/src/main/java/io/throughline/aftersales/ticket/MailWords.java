package io.throughline.aftersales.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a mail, told apart into what its writer says, what is quoted and the signature (service rule 24). Nothing is
 * left out: put together again the pieces are the mail.
 *
 * <p>Method, line by line: {@code >} is quoted; a line like "On … wrote:" or "-----Original Message-----" begins a quotation
 * that goes on to the end, unless lines with {@code >} follow it, whose end ends it; {@code -- } begins a signature.
 */
public final class MailWords {

    /** What a piece of a mail is. */
    public enum Kind {
        WORDS,
        QUOTE,
        SIGNATURE
    }

    /** @param text whole lines, without the last line feed */
    public record Piece(Kind kind, String text) {}

    private static final List<String> WROTE = List.of(
            "wrote:",
            "写道：",
            "写道:",
            "寫道：",
            "寫道:",
            "schrieb:",
            "a écrit :",
            "a écrit:",
            "escribió:",
            "ha scritto:",
            "écrit :",
            "さんは書きました:",
            "님이 작성:");
    private static final List<String> DIVIDERS = List.of(
            "original message",
            "原始邮件",
            "原始郵件",
            "forwarded message",
            "转发邮件",
            "转发的邮件",
            "ursprüngliche nachricht",
            "message d'origine",
            "mensaje original");
    private static final List<String> FROM =
            List.of("from:", "发件人：", "发件人:", "發件人:", "寄件者:", "von:", "de :", "de:", "差出人:");
    private static final List<String> DETAILS = List.of(
            "sent:",
            "date:",
            "to:",
            "subject:",
            "发送时间",
            "发送日期",
            "日期:",
            "收件人",
            "主题",
            "gesendet:",
            "an:",
            "betreff:",
            "envoyé",
            "objet",
            "送信日時",
            "宛先");
    private static final List<String> PHONES = List.of(
            "sent from my ",
            "发自我的",
            "發自我的",
            "从我的 iphone",
            "get outlook for ",
            "获取 outlook",
            "von meinem iphone",
            "envoyé de mon ",
            "发送自 windows",
            "sent from mail for windows",
            "发自网易",
            "发自手机");
    private static final int LONGEST_ATTRIBUTION = 300;

    private final String[] lines;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private Kind kind = Kind.WORDS;

    private MailWords(String[] lines) {
        this.lines = lines;
    }

    /** In order; where everything would be folded away, all of it is words. */
    public static List<Piece> of(String text) {
        var reader = new MailWords(text.split("\n", -1));
        reader.read();
        boolean said = reader.pieces.stream().anyMatch(piece -> piece.kind == Kind.WORDS && !piece.text.isBlank());
        return said ? List.copyOf(reader.pieces) : List.of(new Piece(Kind.WORDS, text));
    }

    private void read() {
        boolean toTheEnd = false;
        for (int at = 0; at < lines.length; at++) {
            var line = lines[at];
            if (toTheEnd) {
                put(Kind.QUOTE, line);
            } else if (isMarked(line)) {
                put(Kind.QUOTE, line);
            } else if (isAttribution(at)) {
                toTheEnd = !isMarked(lineAfter(at));
                put(Kind.QUOTE, line);
            } else if (isHeaderBlock(at)) {
                toTheEnd = true;
                put(Kind.QUOTE, line);
            } else if (isSignature(line) || kind == Kind.SIGNATURE) {
                put(Kind.SIGNATURE, line);
            } else if (kind == Kind.QUOTE && line.isBlank() || isFirstHalf(at)) {
                put(Kind.QUOTE, line);
            } else {
                put(Kind.WORDS, line);
            }
        }
        flush();
    }

    private void put(Kind wanted, String line) {
        if (wanted != kind) {
            flush();
            kind = wanted;
        }
        current.append(line).append('\n');
    }

    private void flush() {
        if (!current.isEmpty()) {
            current.setLength(current.length() - 1);
            pieces.add(new Piece(kind, current.toString()));
            current.setLength(0);
        }
    }

    private static boolean isMarked(String line) {
        return line.startsWith(">") || line.startsWith("＞");
    }

    private static boolean isSignature(String line) {
        var text = line.strip();
        return line.equals("-- ") || text.equals("--") || startsWithAny(text, PHONES) && text.length() < 80;
    }

    private boolean isAttribution(int at) {
        var line = lines[at].strip();
        if (line.length() > LONGEST_ATTRIBUTION || line.isEmpty()) {
            return false;
        }
        var low = line.toLowerCase(Locale.ROOT);
        boolean divider = (line.startsWith("--") || line.startsWith("__"))
                && DIVIDERS.stream().anyMatch(low::contains);
        return divider || WROTE.stream().anyMatch(low::endsWith) && (low.contains("@") || hasDigit(low));
    }

    /** "On Monday, … Wang Wei" with "&lt;…&gt; wrote:" on the next line. */
    private boolean isFirstHalf(int at) {
        var low = lines[at].strip().toLowerCase(Locale.ROOT);
        boolean begins =
                low.startsWith("on ") || low.startsWith("am ") || low.startsWith("le ") || low.startsWith("在 ");
        return begins && hasDigit(low) && at + 1 < lines.length && isAttribution(at + 1);
    }

    private boolean isHeaderBlock(int at) {
        if (!startsWithAny(lines[at].strip(), FROM)) {
            return false;
        }
        int details = 0;
        for (int next = at + 1; next < Math.min(lines.length, at + 6); next++) {
            details += startsWithAny(lines[next].strip(), DETAILS) ? 1 : 0;
        }
        return details >= 2;
    }

    private String lineAfter(int at) {
        for (int next = at + 1; next < lines.length; next++) {
            if (!lines[next].isBlank()) {
                return lines[next];
            }
        }
        return "";
    }

    private static boolean startsWithAny(String text, List<String> starts) {
        var low = text.toLowerCase(Locale.ROOT).replace("*", "");
        return starts.stream().anyMatch(low::startsWith);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}

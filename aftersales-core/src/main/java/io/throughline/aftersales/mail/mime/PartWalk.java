package io.throughline.aftersales.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes words and files of the parts of a mail. */
final class PartWalk {

    /** How often a mail may name a wrong boundary before its rest is taken as it is. */
    private static final int MOST_GUESSES = 20;

    private int guesses;
    private int unnamed;
    private final List<String> asides = new ArrayList<>();
    private final List<Tnef> packed = new ArrayList<>();

    private PartWalk() {}

    static MailBody of(MimePart root) {
        var walk = new PartWalk();
        var body = new MailBody();
        walk.visit(root, body, true);
        if (body.isSilent()) {
            walk.packed.forEach(each -> each.say(body));
        }
        if (body.isSilent()) {
            walk.asides.forEach(body::plain);
        }
        return body;
    }

    private void visit(MimePart part, MailBody body, boolean main) {
        if (part.isMultipart() && part.depth < MimeTree.DEEPEST) {
            multipart(part, body);
        } else {
            leaf(part, body, main);
        }
    }

    private void multipart(MimePart part, MailBody body) {
        if (part.parts.isEmpty()) {
            var coded = coded(part);
            if (coded != null) {
                multipart(coded, body);
                return;
            }
            var guessed = guessed(part.bytes, part.start, part.end, part.subtype());
            if (guessed == null) {
                body.plain(Charsets.decode(part.content(), part.charset()));
            } else {
                multipart(guessed, body);
            }
            return;
        }
        aside(part, part.start, part.firstBoundary, body);
        if (part.subtype().equals("alternative")) {
            var forms = new ArrayList<MailBody>();
            for (var each : part.parts) {
                var form = new MailBody();
                visit(each, form, true);
                forms.add(form);
            }
            body.add(MailBody.oneOf(forms));
        } else {
            for (var each : part.parts) {
                visit(each, body, false);
            }
        }
        aside(part, part.closed, part.end, body);
    }

    /** A multipart may not be coded as a whole; some are. */
    private @Nullable MimePart coded(MimePart part) {
        var coding = part.headers
                .first("content-transfer-encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (guesses >= MOST_GUESSES || !coding.equals("base64") && !coding.equals("quoted-printable")) {
            return null;
        }
        guesses++;
        var content = part.content();
        var boundary = part.boundary().orElseGet(() -> MimeTree.guessBoundary(content, 0, content.length));
        var read = boundary == null ? null : MimeTree.multipart(content, 0, content.length, part.subtype(), boundary);
        return read == null || read.parts.isEmpty() ? null : read;
    }

    /**
     * What stands before the first and after the last boundary is a note for readers older than MIME, unless it holds
     * fields of a part or a line with two dashes: then a boundary was damaged.
     */
    private void aside(MimePart part, int from, int to, MailBody body) {
        if (from < 0 || to <= from) {
            return;
        }
        var words =
                Charsets.decode(Arrays.copyOfRange(part.bytes, from, to), null).strip();
        if (words.isEmpty()) {
            return;
        }
        boolean damaged = words.startsWith("--")
                || words.contains("\n--")
                || words.toLowerCase(Locale.ROOT).contains("content-");
        if (!damaged) {
            asides.add(words);
            return;
        }
        var guessed = guessed(part.bytes, from, to, "mixed");
        if (guessed == null) {
            visit(MimeTree.read(part.bytes, skipDashes(part.bytes, from, to), to), body, true);
        } else {
            multipart(guessed, body);
        }
    }

    /** The line that was to be a boundary. */
    private static int skipDashes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int next = Lines.next(bytes, Lines.end(bytes, at, to), to);
            var line = new String(bytes, at, Math.min(8, to - at), StandardCharsets.ISO_8859_1);
            if (line.regionMatches(true, 0, "Content-", 0, 8)) {
                return at;
            }
            at = next;
        }
        return from;
    }

    private @Nullable MimePart guessed(byte[] bytes, int from, int to, String subtype) {
        if (guesses >= MOST_GUESSES) {
            return null;
        }
        guesses++;
        var boundary = MimeTree.guessBoundary(bytes, from, to);
        var read = boundary == null ? null : MimeTree.multipart(bytes, from, to, subtype, boundary);
        return read == null || read.parts.isEmpty() ? null : read;
    }

    private void leaf(MimePart part, MailBody body, boolean main) {
        var type = part.mediaType();
        swallowed(part, body);
        boolean named = part.fileName().isPresent();
        boolean words = type.equals("text/plain") || type.equals("text/html");
        if (words && (main || !named) && !(part.isAttachment() && (named || part.depth > 0))) {
            words(part, type, body);
            return;
        }
        if (type.endsWith("/delivery-status") || type.endsWith("/global-delivery-status")) {
            body.reports.addAll(DeliveryStatus.read(part.content()));
        }
        if (body.returned == null
                && (type.equals("message/rfc822")
                        || type.equals("text/rfc822-headers")
                        || type.equals("message/global"))) {
            var content = part.content();
            body.returned = MailHeaders.read(content, 0, content.length).headers();
        }
        var file = file(part, type);
        var opened = Tnef.isTnef(type, file.name()) ? Tnef.open(file.bytes()) : Optional.<Tnef>empty();
        if (opened.isPresent()) {
            unpacked(opened.get(), body);
        } else {
            body.files.add(file);
        }
    }

    private void unpacked(Tnef opened, MailBody body) {
        body.files.addAll(opened.files());
        if (!opened.isSilent()) {
            packed.add(opened);
        }
    }

    private void words(MimePart part, String type, MailBody body) {
        if (type.equals("text/html")) {
            var content = part.content();
            var label = part.charset() == null ? metaCharset(content) : part.charset();
            body.html(Charsets.decode(content, label));
            return;
        }
        var found = Uuencoded.of(
                part.text().replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', '\n'));
        boolean flowed =
                part.type.get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean joined = part.type.get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        body.plain(flowed ? unfolded(found.text(), joined) : found.text());
        body.files.addAll(found.files());
    }

    /** RFC 3676: a line that ends in a blank goes on in the next, except the mark before a signature. */
    private static String unfolded(String text, boolean withoutBlank) {
        var out = new StringBuilder(text.length());
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            var next = i + 1 < lines.length ? lines[i + 1] : null;
            boolean flows = line.endsWith(" ")
                    && !line.equals("-- ")
                    && next != null
                    && quotes(next) == quotes(line)
                    && !next.equals("-- ");
            var shown = i > 0 && isContinued(lines, i)
                    ? line.substring(quotes(line)).stripLeading()
                    : unstuffed(line);
            if (!flows) {
                out.append(shown).append(next == null ? "" : "\n");
            } else {
                out.append(withoutBlank ? shown.substring(0, Math.max(0, shown.length() - 1)) : shown);
            }
        }
        return out.toString();
    }

    private static boolean isContinued(String[] lines, int i) {
        var before = lines[i - 1];
        return before.endsWith(" ")
                && !before.equals("-- ")
                && quotes(before) == quotes(lines[i])
                && !lines[i].equals("-- ");
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }

    private static int quotes(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == '>') {
            count++;
        }
        return count;
    }

    /** A damaged boundary lets a file swallow the parts behind it; their fields give them away. */
    private void swallowed(MimePart part, MailBody body) {
        if (part.depth == 0
                || !part.headers
                        .first("content-transfer-encoding")
                        .orElse("")
                        .strip()
                        .equalsIgnoreCase("base64")) {
            return;
        }
        int at = fields(part.bytes, part.start, part.end);
        if (at > 0 && guesses < MOST_GUESSES) {
            guesses++;
            visit(MimeTree.read(part.bytes, at, part.end), body, false);
            part.end = Lines.withoutMark(part.bytes, part.start, at);
        }
    }

    private static int fields(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if ((bytes[at] == 'C' || bytes[at] == 'c')
                    && to - at > 12
                    && new String(bytes, at, 12, StandardCharsets.ISO_8859_1).equalsIgnoreCase("content-type")) {
                return at;
            }
            at = Lines.next(bytes, Lines.end(bytes, at, to), to);
        }
        return -1;
    }

    private Attached file(MimePart part, String type) {
        var name = part.fileName().orElseGet(() -> madeUp(part, type));
        if (name.indexOf('.') < 0) {
            name = MailReader.extension(type).map((name + ".")::concat).orElse(name);
        }
        return new Attached(name, type, part.isInline(), part.contentId().orElse(null), part::content);
    }

    private String madeUp(MimePart part, String type) {
        unnamed++;
        if (type.equals("message/rfc822")) {
            var content = part.content();
            var subject = MailHeaders.read(content, 0, content.length)
                    .headers()
                    .text("subject")
                    .orElse("")
                    .strip();
            if (!subject.isEmpty()) {
                return (subject.length() > 100 ? subject.substring(0, 100) : subject) + ".eml";
            }
        }
        return "attachment-" + unnamed + "." + MailReader.extension(type).orElse("bin");
    }

    /** The charset HTML names itself, within its first bytes. */
    static @Nullable String metaCharset(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 2_048), StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int from = at + 8;
        int end = from;
        while (end < head.length() && "\"' >;/".indexOf(head.charAt(end)) < 0 || end == from && end < head.length()) {
            end++;
        }
        return head.substring(from, end).replace("\"", "").replace("'", "");
    }
}

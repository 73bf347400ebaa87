package io.throughline.aftersales.mail.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 5322 and MIME as the world sends it (service rule 23): takes any bytes, never throws, works in time linear in their
 * length, and finds words and files also where boundaries, charsets, codings and headers are broken or missing.
 *
 * <p>Method: {@link MimeTree} finds the parts, {@link PartWalk} makes words and files of them, this class reads the headers.
 */
public final class MailReader {

    private static final int LONGEST_ID = 900;
    private static final int MOST_IDS = 200;
    private static final int LONGEST_SUBJECT = 2_000;

    private MailReader() {}

    public static ParsedMail read(byte[] bytes) {
        var root = MimeTree.read(bytes);
        var headers = root.headers;
        var body = PartWalk.of(root);
        var to = addresses(headers, "to");
        var cc = addresses(headers, "cc");
        return new ParsedMail(
                headers,
                ids(headers, "message-id").stream().findFirst().orElse(null),
                ids(headers, "in-reply-to"),
                ids(headers, "references"),
                from(headers),
                addresses(headers, "reply-to"),
                to,
                cc,
                recipients(headers, to, cc),
                oneLine(headers.text("subject").orElse("")),
                headers.first("date").flatMap(MailDates::parse).orElse(null),
                tidyLines(body.text()),
                body.html(),
                List.copyOf(body.files),
                List.copyOf(body.reports),
                body.returned);
    }

    /** Ids in a field, without brackets; bare ones too. */
    public static List<String> ids(MailHeaders headers, String field) {
        var found = new LinkedHashSet<String>();
        for (var value : headers.all(field)) {
            int at = 0;
            int open = value.indexOf('<');
            if (open < 0) {
                Stream.of(value.split("[\\s,]+"))
                        .filter(word -> word.indexOf('@') > 0)
                        .forEach(word -> add(found, word));
            }
            while (open >= 0 && found.size() < MOST_IDS) {
                int close = value.indexOf('>', open);
                at = close < 0 ? value.length() : close;
                add(found, value.substring(open + 1, at));
                open = value.indexOf('<', at);
            }
        }
        return List.copyOf(found);
    }

    private static void add(LinkedHashSet<String> found, String raw) {
        var id = Charsets.header(raw).replaceAll("\\s+", "");
        if (!id.isEmpty() && found.size() < MOST_IDS) {
            found.add(id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID));
        }
    }

    private static @Nullable MailAddress from(MailHeaders headers) {
        return Stream.of("from", "sender", "return-path", "x-envelope-from")
                .flatMap(field -> addresses(headers, field).stream())
                .filter(address -> !address.address().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<MailAddress> recipients(MailHeaders headers, List<MailAddress> to, List<MailAddress> cc) {
        var all = new LinkedHashMap<String, MailAddress>();
        var lists = new ArrayList<List<MailAddress>>(List.of(to, cc));
        for (var field : List.of(
                "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "resent-to", "bcc", "apparently-to")) {
            lists.add(addresses(headers, field));
        }
        lists.forEach(list -> list.forEach(address -> all.putIfAbsent(address.address(), address)));
        return List.copyOf(all.values());
    }

    private static List<MailAddress> addresses(MailHeaders headers, String field) {
        return headers.all(field).stream()
                .flatMap(value -> MailAddresses.parse(value).stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String oneLine(String subject) {
        var line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    /** Line feeds only, no blanks at the ends of lines, not more than two empty lines in a row. */
    private static String tidyLines(String text) {
        var out = new StringBuilder(text.length());
        int empty = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var words = line.equals("-- ") ? line : line.stripTrailing();
            empty = words.isEmpty() ? empty + 1 : 0;
            if (empty <= 2) {
                out.append(words).append('\n');
            }
        }
        return out.toString().strip();
    }

    static Optional<String> extension(String mediaType) {
        return Optional.ofNullable(
                switch (mediaType) {
                    case "image/jpeg", "image/jpg", "image/pjpeg" -> "jpg";
                    case "image/png" -> "png";
                    case "image/gif" -> "gif";
                    case "image/bmp" -> "bmp";
                    case "image/webp" -> "webp";
                    case "image/tiff" -> "tif";
                    case "application/pdf" -> "pdf";
                    case "application/zip", "application/x-zip-compressed" -> "zip";
                    case "application/msword" -> "doc";
                    case "application/vnd.ms-excel" -> "xls";
                    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "docx";
                    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "xlsx";
                    case "message/rfc822", "message/global" -> "eml";
                    case "text/calendar" -> "ics";
                    case "text/csv" -> "csv";
                    case "text/html" -> "html";
                    case "application/json" -> "json";
                    case "application/xml", "text/xml" -> "xml";
                    case "application/ms-tnef" -> "dat";
                    default -> mediaType.startsWith("text/") ? "txt" : null;
                });
    }
}

package io.throughline.aftersales.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a mail in one walk over its lines, however deep they nest.
 *
 * <p>Method: a stack holds the multiparts that are open, a map their boundaries. A line that begins with two dashes is looked
 * up; the boundary of an outer multipart closes all inner ones, so a missing end costs nothing. The work is linear in the
 * length of the mail, and no part copies bytes. Beyond {@value #DEEPEST} levels or {@value #MOST_PARTS} parts nothing is
 * opened any more: what follows stays in the last part.
 */
final class MimeTree {

    static final int DEEPEST = 200;
    static final int MOST_PARTS = 20_000;
    private static final int LONGEST_BOUNDARY = 300;

    private final byte[] bytes;
    private final Deque<MimePart> open = new ArrayDeque<>();
    private final Map<String, Deque<MimePart>> boundaries = new HashMap<>();
    private int count = 1;
    private @Nullable MimePart leaf;
    /** The multipart that ended last: what follows it, up to an outer boundary, is its own. */
    private @Nullable MimePart ended;

    private MimeTree(byte[] bytes) {
        this.bytes = bytes;
    }

    static MimePart read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    static MimePart read(byte[] bytes, int from, int to) {
        return new MimeTree(bytes).walk(from, to);
    }

    private MimePart walk(int from, int to) {
        var head = MailHeaders.read(bytes, from, to);
        var root = new MimePart(bytes, head.headers(), head.content(), to, 0);
        begin(root);
        int at = head.content();
        while (at < to && !open.isEmpty()) {
            int end = Lines.end(bytes, at, to);
            int next = Lines.next(bytes, end, to);
            var met = isDashed(at, end) ? meet(at, end) : null;
            if (met == null) {
                at = next;
                continue;
            }
            closeInner(met.multipart, at);
            if (met.last) {
                end(met.multipart, next);
                at = next;
            } else if (count >= MOST_PARTS) {
                at = to;
            } else {
                at = part(met.multipart, next, to);
            }
        }
        return root;
    }

    private record Met(MimePart multipart, boolean last) {}

    private boolean isDashed(int from, int to) {
        return to - from > 2 && to - from < LONGEST_BOUNDARY && bytes[from] == '-' && bytes[from + 1] == '-';
    }

    private @Nullable Met meet(int from, int to) {
        var name = new String(bytes, from + 2, to - from - 2, StandardCharsets.ISO_8859_1).stripTrailing();
        var exact = boundaries.get(name);
        if (exact != null) {
            return new Met(exact.getLast(), false);
        }
        var closing = name.endsWith("--") ? boundaries.get(name.substring(0, name.length() - 2)) : null;
        return closing == null ? null : new Met(closing.getLast(), true);
    }

    /** A new part of the multipart; returns where its content begins. */
    private int part(MimePart multipart, int from, int to) {
        var head = MailHeaders.read(bytes, from, to);
        var part = new MimePart(bytes, head.headers(), head.content(), to, multipart.depth + 1);
        multipart.parts.add(part);
        count++;
        begin(part);
        return head.content();
    }

    private void begin(MimePart part) {
        if (part.isMultipart() && part.boundary().isPresent() && part.depth < DEEPEST) {
            open.addLast(part);
            boundaries
                    .computeIfAbsent(part.boundary().orElseThrow(), key -> new ArrayDeque<>())
                    .addLast(part);
            leaf = null;
        } else {
            leaf = part;
        }
    }

    /** A boundary of the multipart ends its current part and all that is in it. */
    private void closeInner(MimePart multipart, int line) {
        int end = Lines.withoutMark(bytes, multipart.start, line);
        if (multipart.firstBoundary < 0) {
            multipart.firstBoundary = line;
        }
        if (leaf != null) {
            leaf.end = Math.max(leaf.start, end);
            leaf = null;
        }
        if (ended != null) {
            ended.end = Math.max(ended.closed, end);
            ended = null;
        }
        while (open.getLast() != multipart) {
            var inner = open.removeLast();
            inner.end = Math.max(inner.start, end);
            forget(inner);
        }
    }

    private void end(MimePart multipart, int next) {
        multipart.closed = next;
        ended = multipart;
        open.removeLast();
        forget(multipart);
    }

    private void forget(MimePart multipart) {
        var name = multipart.boundary().orElseThrow();
        var same = boundaries.get(name);
        if (same != null) {
            same.removeLast();
            if (same.isEmpty()) {
                boundaries.remove(name);
            }
        }
    }

    /**
     * The boundary a multipart really uses where it names none or another: the first line with two dashes that a header
     * field of a part follows. Null when there is none.
     */
    static @Nullable String guessBoundary(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int end = Lines.end(bytes, at, to);
            int next = Lines.next(bytes, end, to);
            if (end - at > 2 && end - at < LONGEST_BOUNDARY && bytes[at] == '-' && bytes[at + 1] == '-') {
                int after = Lines.end(bytes, next, to);
                var field = new String(bytes, next, Math.min(after - next, 40), StandardCharsets.ISO_8859_1);
                if (field.regionMatches(true, 0, "Content-", 0, 8)) {
                    return new String(bytes, at + 2, end - at - 2, StandardCharsets.ISO_8859_1).stripTrailing();
                }
            }
            at = next;
        }
        return null;
    }

    /** The stretch read as a multipart of the boundary. */
    static MimePart multipart(byte[] bytes, int from, int to, String subtype, String boundary) {
        var field = "Content-Type: multipart/" + subtype + "; boundary=\""
                + boundary.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\r\n\r\n";
        var head = field.getBytes(StandardCharsets.ISO_8859_1);
        var whole = new byte[head.length + to - from];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bytes, from, whole, head.length, to - from);
        return read(whole);
    }
}

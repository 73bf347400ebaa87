package io.throughline.foundation.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises a content by its first bytes. */
@FunctionalInterface
interface Signature {

    int HEAD = 8192;

    Signature ZIP = at(0, "PK\u0003\u0004").or(at(0, "PK\u0005\u0006"));
    Signature OLE = at(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    Signature TEXT = head -> isText(head) && !isMarkup(head);
    Signature XML = head -> isText(head) && startsLikeXml(head);

    boolean matches(byte[] head);

    /** The characters of {@code magic} are bytes, written as U+0000 to U+00FF. */
    static Signature at(int offset, String magic) {
        var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head -> head.length >= offset + bytes.length
                && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
    }

    default Signature or(Signature other) {
        return head -> matches(head) || other.matches(head);
    }

    default Signature and(Signature other) {
        return head -> matches(head) && other.matches(head);
    }

    /** Decodes without error in UTF-8, GB 18030 or marked UTF-16, and has no bytes no text has. */
    private static boolean isText(byte[] head) {
        if (at(0, "\u00ff\u00fe").matches(head) || at(0, "\u00fe\u00ff").matches(head)) {
            return decodes(head, StandardCharsets.UTF_16);
        }
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a && b != 0x1b) {
                return false;
            }
        }
        return decodes(head, StandardCharsets.UTF_8) || decodes(head, Charset.forName("GB18030"));
    }

    /** A character cut in two at the end of the head is no error. */
    private static boolean decodes(byte[] head, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 2), head.length < HEAD);
        return !result.isError();
    }

    private static boolean isMarkup(byte[] head) {
        return Markup.ACTIVE.matcher(beginning(head)).lookingAt();
    }

    private static boolean startsLikeXml(byte[] head) {
        var text = beginning(head);
        return text.startsWith("<") && !Markup.ACTIVE_IN_XML.matcher(text).find();
    }

    private static String beginning(byte[] head) {
        var charset =
                at(0, "\u00ff\u00fe").matches(head) || at(0, "\u00fe\u00ff").matches(head)
                        ? StandardCharsets.UTF_16
                        : StandardCharsets.UTF_8;
        return new String(head, charset).replace("\ufeff", "").stripLeading().toLowerCase(Locale.ROOT);
    }

    /** What makes a browser take a text for a page. */
    final class Markup {

        private static final List<String> NAMES =
                List.of("!doctype", "html", "head", "body", "script", "svg", "iframe");
        private static final String TAGS = "<(" + String.join("|", NAMES) + ")\\b";

        static final Pattern ACTIVE = Pattern.compile("(<\\?xml[^>]{0,200}>\\s*)?" + TAGS);
        static final Pattern ACTIVE_IN_XML = Pattern.compile(
                "<(html|script|svg|xhtml:\\w+)\\b|<!doctype|<!entity|xmlns=\"http://www.w3.org/(1999/xhtml|2000/svg)");

        private Markup() {}
    }
}

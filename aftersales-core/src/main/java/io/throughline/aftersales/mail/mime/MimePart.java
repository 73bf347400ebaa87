package io.throughline.aftersales.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a mail: a stretch of its bytes, with the parts it is made of where it is a multipart. */
final class MimePart {

    final byte[] bytes;
    final int depth;
    final MailHeaders headers;
    final FieldParameters type;
    final int start;
    int end;
    /** Where the first inner part begins, with its boundary line; the words before are a note for old readers. */
    int firstBoundary = -1;
    /** Where what follows the last boundary begins; -1 while it was not met. */
    int closed = -1;

    final List<MimePart> parts = new ArrayList<>();

    MimePart(byte[] bytes, MailHeaders headers, int start, int end, int depth) {
        this.bytes = bytes;
        this.headers = headers;
        this.type = headers.parameters("content-type");
        this.start = start;
        this.end = end;
        this.depth = depth;
    }

    /** Without a type, or with none that can be one, it is text. */
    String mediaType() {
        var value = type.value();
        return value.indexOf('/') > 0 ? value : value.equals("html") ? "text/html" : "text/plain";
    }

    boolean isMultipart() {
        return mediaType().startsWith("multipart/");
    }

    Optional<String> boundary() {
        return type.get("boundary").map(String::stripTrailing).filter(b -> !b.isEmpty());
    }

    byte[] content() {
        return TransferCoding.decode(
                bytes, start, end, headers.first("content-transfer-encoding").orElse(""));
    }

    /** Text of the part, whatever its charset is called. */
    String text() {
        return Charsets.decode(content(), charset());
    }

    @Nullable
    String charset() {
        return type.get("charset").orElse(null);
    }

    Optional<String> fileName() {
        return headers.parameters("content-disposition")
                .get("filename")
                .or(() -> type.get("name"))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    boolean isAttachment() {
        return headers.parameters("content-disposition").value().equals("attachment");
    }

    Optional<String> contentId() {
        return headers.first("content-id")
                .map(id -> id.replace("<", "").replace(">", "").strip())
                .filter(id -> !id.isEmpty());
    }

    boolean isInline() {
        return !isAttachment() && contentId().isPresent() && mediaType().startsWith("image/");
    }

    String subtype() {
        return mediaType().substring(mediaType().indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}

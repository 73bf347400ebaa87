package io.throughline.aftersales.mail.mime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of a mail.
 *
 * @param name as the sender calls it, or made up from the type; not cleaned
 * @param type as the sender declares it
 * @param inline whether it is a picture inside the text
 * @param contentId by which HTML refers to it
 * @param bytes the decoded content; decoded anew each time, so that it is not held
 */
public record Attached(
        String name, String type, boolean inline, @Nullable String contentId, Supplier<byte[]> bytes) {

    public byte[] content() {
        return bytes.get();
    }
}

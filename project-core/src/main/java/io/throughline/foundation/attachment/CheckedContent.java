package io.throughline.foundation.attachment;

import io.throughline.foundation.model.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An upload whose extension, declared type and real type agree and are on the safe-list.
 *
 * @param content from its first byte on
 */
record CheckedContent(
        String fileName, FileType type, @Nullable String declaredType, InputStream content) {

    private static final String FIELD = "file";

    /** Throws {@link RuleViolation} when the type is not on the list the three do not agree, or nothing is in it. */
    static CheckedContent of(String rawName, @Nullable String contentType, InputStream content) throws IOException {
        var name = FileNames.clean(rawName);
        var extension = FileNames.extension(name);
        var type = FileType.ofExtension(extension)
                .orElseThrow(
                        () -> new RuleViolation("foundation.attachment.typeNotAllowed", name, extension).at(FIELD));
        var declared = declared(contentType);
        var head = content.readNBytes(Signature.HEAD);
        if (head.length == 0) {
            throw new RuleViolation("foundation.attachment.empty", name).at(FIELD);
        }
        if (declared != null && !type.isCalled(declared) || !type.isContentOf(head)) {
            throw new RuleViolation("foundation.attachment.typeMismatch", name).at(FIELD);
        }
        return new CheckedContent(
                name, type, declared, new SequenceInputStream(new ByteArrayInputStream(head), content));
    }

    /** The media type without its parameters; null when the sender does not say or only says "bytes". */
    private static @Nullable String declared(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/octet-stream") || type.equals("binary/octet-stream")
                ? null
                : type;
    }
}

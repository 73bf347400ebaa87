package io.throughline.web.mail;

import io.throughline.foundation.attachment.AttachmentContent;
import io.throughline.foundation.attachment.AttachmentId;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Viewer;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/**
 * Stored files as parts of a mail. A name that is not plain is told twice, by RFC 2231 where the standard wants it and by
 * RFC 2047 where older programs look for it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class SmtpFiles {

    private static final Viewer SYSTEM = Viewer.system("mail");

    private final AttachmentQueries attachments;

    /** Empty where the file was taken off its record in the meantime. */
    Optional<MimeBodyPart> part(long attachment) throws MessagingException {
        try {
            return Optional.of(part(attachments.openForEveryone(SYSTEM, new AttachmentId(attachment))));
        } catch (NotFound gone) {
            log.warn("attachment {} is gone and does not leave by mail", attachment);
            return Optional.empty();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(AttachmentContent file) throws MessagingException, UnsupportedEncodingException {
        var utf8 = StandardCharsets.UTF_8.name();
        var name = new ParameterList();
        name.set("filename", file.fileName(), utf8);
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Stored(file)));
        part.setHeader(
                "Content-Type",
                type(file) + ";\r\n name=\""
                        + MimeUtility.encodeText(file.fileName(), utf8, "B").replace("\"", "'") + "\"");
        part.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, name).toString());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A mail within a mail may not be coded; as plain bytes it may. */
    private static String type(AttachmentContent file) {
        var type = file.contentType();
        return type.startsWith("message/") || type.startsWith("multipart/") ? "application/octet-stream" : type;
    }

    /** Read from the store piece by piece, as often as wanted. */
    private record Stored(AttachmentContent file) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return file.open();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("a stored file is not written");
        }

        @Override
        public String getContentType() {
            return type(file);
        }

        @Override
        public String getName() {
            return file.fileName();
        }
    }
}

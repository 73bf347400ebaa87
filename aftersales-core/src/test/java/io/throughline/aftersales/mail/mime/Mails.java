package io.throughline.aftersales.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails for tests, put together of strings and bytes; line feeds become CRLF. */
public final class Mails {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public static Mails of(String text) {
        return new Mails().then(text);
    }

    public Mails then(String text) {
        return then(text, StandardCharsets.UTF_8);
    }

    public Mails then(String text, Charset charset) {
        bytes.writeBytes(text.replace("\n", "\r\n").getBytes(charset));
        return this;
    }

    public Mails base64(byte[] content) {
        bytes.writeBytes(Base64.getMimeEncoder().encode(content));
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public ParsedMail read() {
        return MailReader.read(bytes());
    }
}

package io.throughline.aftersales.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/**
 * What Outlook packs into {@code winmail.dat} (Transport Neutral Encapsulation Format): the files, and the words where the
 * mail has them nowhere else.
 *
 * @param plain empty where there are none
 * @param markup empty where there is none
 */
@Slf4j
record Tnef(List<Attached> files, String plain, String markup) {

    private static final int MOST = 200;

    static boolean isTnef(String type, String name) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }

    /** Empty for what cannot be opened whole, and for what holds neither files nor words: it is then kept as it came. */
    static Optional<Tnef> open(Supplier<byte[]> packed) {
        try {
            var message = read(packed.get());
            var files = new ArrayList<Attached>();
            for (int i = 0; i < message.getAttachments().size(); i++) {
                files.add(file(message.getAttachments().get(i), packed, i));
            }
            var opened = new Tnef(List.copyOf(files), plain(message), markup(message));
            return files.isEmpty() && opened.isSilent() || files.size() > MOST ? Optional.empty() : Optional.of(opened);
        } catch (IOException | RuntimeException broken) {
            log.debug("a winmail.dat is kept as it came", broken);
            return Optional.empty();
        }
    }

    boolean isSilent() {
        return plain.isBlank() && markup.isBlank();
    }

    void say(MailBody body) {
        if (markup.isBlank()) {
            body.plain(plain);
        } else {
            body.html(markup);
        }
    }

    private static HMEFMessage read(byte[] packed) throws IOException {
        return new HMEFMessage(new ByteArrayInputStream(packed));
    }

    /** Throws where there is no content, as of a mail within the mail. */
    private static Attached file(Attachment attachment, Supplier<byte[]> packed, int place) {
        attachment.getContents();
        var longName = attachment.getLongFilename();
        var shortName = attachment.getFilename();
        var name = longName != null ? longName : shortName != null ? shortName : "attachment-" + (place + 1) + ".bin";
        return new Attached(name.strip(), "application/octet-stream", false, null, () -> content(packed, place));
    }

    private static byte[] content(Supplier<byte[]> packed, int place) {
        try {
            return read(packed.get()).getAttachments().get(place).getContents();
        } catch (IOException broken) {
            throw new IllegalStateException("what could be opened before", broken);
        }
    }

    private static String plain(HMEFMessage message) {
        return message.getMessageMAPIAttribute(MAPIProperty.BODY) instanceof MAPIStringAttribute words
                ? words.getDataString()
                : "";
    }

    private static String markup(HMEFMessage message) {
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        return html == null ? "" : Charsets.decode(html.getData(), PartWalk.metaCharset(html.getData()));
    }
}

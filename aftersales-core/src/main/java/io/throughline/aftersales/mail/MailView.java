package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.aftersales.ticket.MessageSubject;
import io.throughline.foundation.activity.ForeignHtml;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail behind a message as its writer laid it out, made safe (service rule 24). */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MailView {

    private final MailRecords records;
    private final MailRows rows;
    private final MessageSubject messages;
    private final JdbcClient jdbc;

    /**
     * @param html safe to show on a page that runs nothing; empty for a mail of plain text
     * @param remote whether it has pictures from elsewhere that are not shown
     */
    public record Shown(String subject, String from, String text, String html, boolean remote) {}

    /**
     * Throws {@link NotFound} for a message that is not the viewer's to see, or came by another way.
     *
     * @param images whether pictures from elsewhere are shown, which tells their owner that the mail was read
     */
    public Shown show(Viewer viewer, long message, boolean images) {
        if (messages.visible(viewer, List.of(message)).isEmpty()) {
            throw new NotFound("message", message);
        }
        long id = jdbc.sql("select id from aftersales.mail where ticket_message_id = ? order by id limit 1")
                .param(message)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("mail of message", message));
        var mail = MailReader.read(records.source(id).orElseThrow(() -> new NotFound("mail", id)));
        var taken = rows.require(id);
        var pictures = new HashMap<String, String>();
        for (int i = 0; i < Math.min(mail.attachments().size(), taken.files().size()); i++) {
            var contentId = mail.attachments().get(i).contentId();
            var attachment = taken.files().get(i).attachment();
            if (contentId != null && attachment != null) {
                pictures.put(contentId, "/attachments/" + attachment + "/picture");
            }
        }
        var html = mail.html();
        var remote = new boolean[1];
        var safe = html == null ? "" : ForeignHtml.safe(html, src -> picture(src, pictures, images, remote));
        var from = mail.from();
        return new Shown(
                mail.subject(),
                from == null ? "" : from.shown() + " <" + from.address() + ">",
                mail.text(),
                safe,
                remote[0]);
    }

    private static @Nullable String picture(
            String source, Map<String, String> pictures, boolean images, boolean[] remote) {
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            return pictures.get(source.substring(4));
        }
        boolean elsewhere =
                source.regionMatches(true, 0, "http:", 0, 5) || source.regionMatches(true, 0, "https:", 0, 6);
        remote[0] = remote[0] || elsewhere && !images;
        return elsewhere && images ? source : null;
    }
}

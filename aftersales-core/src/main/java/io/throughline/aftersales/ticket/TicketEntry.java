package io.throughline.aftersales.ticket;

import io.throughline.foundation.attachment.PictureSize;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's timeline: a message, a step of its course or a change.
 *
 * @param what {@code MESSAGE}, {@code STATUS} or the field of a {@link TicketChanged}
 * @param id of the message or the change
 * @param author who did it
 * @param body of a message
 * @param markdown whether the body is Markdown; a mail's words are shown as they were sent
 * @param mailed whether the mail it came by is there to be read
 * @param from status or value before; people and teams by name
 * @param to status or value after
 * @param mailedTo addresses a message of ours was mailed to; empty where it was not, and for customers
 * @param movedFrom number of the ticket a message came from by merge or split
 */
public record TicketEntry(
        String what,
        long id,
        Instant at,
        String author,
        boolean fromCustomer,
        boolean internal,
        boolean automatic,
        @Nullable Channel channel,
        @Nullable String body,
        boolean markdown,
        boolean mailed,
        List<String> mailedTo,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String movedFrom,
        List<MessageFile> files) {

    public TicketEntry {
        mailedTo = List.copyOf(mailedTo);
        files = List.copyOf(files);
    }

    public boolean isMessage() {
        return what.equals("MESSAGE");
    }

    public boolean isStatus() {
        return what.equals("STATUS");
    }

    TicketEntry with(List<MessageFile> attached) {
        return new TicketEntry(
                what,
                id,
                at,
                author,
                fromCustomer,
                internal,
                automatic,
                channel,
                body,
                markdown,
                mailed,
                mailedTo,
                from,
                to,
                reason,
                movedFrom,
                attached);
    }

    /**
     * A file on a message.
     *
     * @param picture size of the picture to be shown of it; null where it is a download only
     */
    public record MessageFile(
            long id,
            String name,
            String type,
            long size,
            @Nullable PictureSize picture) {

        public String picturePath() {
            return path() + "/picture";
        }

        public String path() {
            return "/attachments/" + id;
        }
    }
}

package io.throughline.foundation.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of itself where it is part of a conversation.
 *
 * @param messageId with brackets; made by the sender, so that an answer to it is known again
 * @param from the address it comes from; null for the product's own
 * @param replyTo where answers go; null for {@code from}
 * @param inReplyTo id with brackets of the mail it answers; null for none
 * @param references ids with brackets, oldest first
 * @param instance mark of this installation, by which a mail of ours that comes back is known
 * @param to addresses it shows as its receivers; empty for the one it goes to
 * @param copies addresses it shows as those who get a copy
 * @param files ids of the attachments that go with it
 * @param automatic whether no person wrote it: then it asks for no automatic answer
 */
public record Envelope(
        String messageId,
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String inReplyTo,
        List<String> references,
        String instance,
        boolean automatic,
        List<String> to,
        List<String> copies,
        List<Long> files) {

    public Envelope {
        references = List.copyOf(references);
        to = kept(to);
        copies = kept(copies);
        files = kept(files);
    }

    /** Mails that were waiting before there were copies and files say nothing of them. */
    private static <T> List<T> kept(@Nullable List<T> stored) {
        return stored == null ? List.of() : List.copyOf(stored);
    }
}

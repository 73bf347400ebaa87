package io.throughline.aftersales.mail;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a mail, before anything is done.
 *
 * @param outcome null where it is refused
 * @param ticket the one it joins, or belongs to where it is refused
 * @param related the one it named but may not join
 * @param answered the mail of ours that a report is about
 * @param silence why it will get no automatic answer; null where it will
 * @param ours the addresses that are our own
 */
record Plan(
        MailReason reason,
        @Nullable MailOutcome outcome,
        MailNature nature,
        Sender sender,
        @Nullable Long ticket,
        @Nullable Long related,
        @Nullable String answered,
        @Nullable Silence silence,
        Set<String> ours) {

    boolean opensTicket() {
        return outcome == MailOutcome.NEW_TICKET || outcome == MailOutcome.LINKED_TICKET;
    }

    Plan silent(@Nullable Silence why, Set<String> own) {
        return new Plan(reason, outcome, nature, sender, ticket, related, answered, why, own);
    }
}

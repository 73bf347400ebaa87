package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.MailNature.Kind;
import io.throughline.aftersales.mail.Threading.Found;
import io.throughline.aftersales.mail.mime.ParsedMail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides what becomes of a mail, and changes nothing (service rules 18, 20 and 22). */
@Component
@RequiredArgsConstructor
class MailPlanner {

    private final Instance instance;
    private final OurAddresses addresses;
    private final Senders senders;
    private final Threading threading;
    private final AnswerGuard guard;
    private final JdbcClient jdbc;

    Plan plan(ParsedMail mail) {
        var ours = addresses.all();
        var nature = MailNature.of(mail, ours);
        var sender = senders.of(mail);
        var plan = course(mail, nature, sender);
        return plan.silent(silence(plan).orElse(null), ours);
    }

    private Plan course(ParsedMail mail, MailNature nature, Sender sender) {
        if (mail.headers().isEmpty()
                && mail.text().isBlank()
                && mail.attachments().isEmpty()) {
            return refused(MailReason.EMPTY, nature, sender, null, null);
        }
        if (nature.kind() != Kind.BOUNCE && isOurOwn(mail)) {
            var ticket = mail.messageId() == null
                    ? null
                    : threading.byIds(List.of(mail.messageId())).orElse(null);
            return refused(MailReason.OWN_MAIL, nature, sender, ticket, null);
        }
        if (nature.kind() == Kind.BOUNCE) {
            return bounce(mail, nature, sender);
        }
        var found = threading.find(mail, sender.address()).orElse(null);
        if (nature.kind() == Kind.AUTOMATIC_REPLY && (found != null || nature.certain())) {
            return found != null && (found.isOpen() || found.isByMail())
                    ? into(MailReason.AUTOMATIC_REPLY, MailOutcome.NOTE, nature, sender, found.ticket())
                    : refused(MailReason.AUTOMATIC_REPLY_ALONE, nature, sender, null, null);
        }
        return found == null
                ? into(MailReason.NO_THREAD, MailOutcome.NEW_TICKET, nature, sender, null)
                : found(found, nature, sender);
    }

    private Plan found(Found found, MailNature nature, Sender sender) {
        if (sender.colleague() && found.isByMail()) {
            return into(MailReason.COLLEAGUE, MailOutcome.NOTE, nature, sender, found.ticket());
        }
        if (sender.colleague() || !found.isOpen()) {
            var reason = found.isByMail() ? MailReason.STRANGER_IN_THREAD : MailReason.STRANGER_WITH_TAG;
            return new Plan(
                    reason, MailOutcome.LINKED_TICKET, nature, sender, null, found.ticket(), null, null, Set.of());
        }
        return into(
                found.reason(),
                nature.silence() == Silence.AUTO_SUBMITTED ? MailOutcome.NOTE : outcome(found),
                nature,
                sender,
                found.ticket());
    }

    /** An answer to a closed ticket goes on in a new one; whether a resolved one is too old is told when it is done. */
    private MailOutcome outcome(Found found) {
        boolean closed = jdbc.sql("""
                        with recursive chain(id, next) as (
                            select id, merged_into_id from aftersales.ticket where id = :ticket
                             union
                            select t.id, t.merged_into_id from aftersales.ticket t join chain c on t.id = c.next)
                        select coalesce(bool_or(t.category = 'CLOSED'), false) from chain c
                          join aftersales.ticket t on t.id = c.id and t.merged_into_id is null
                        """)
                .param("ticket", found.ticket())
                .query(Boolean.class)
                .single();
        return closed ? MailOutcome.FOLLOW_UP : MailOutcome.MESSAGE;
    }

    private Plan bounce(ParsedMail mail, MailNature nature, Sender sender) {
        var ours = threading.ours(mail).orElse(null);
        var ticket = ours == null ? Optional.<Long>empty() : threading.byIds(List.of(ours));
        return ticket.map(id ->
                        new Plan(MailReason.BOUNCE, MailOutcome.NOTE, nature, sender, id, null, ours, null, Set.of()))
                .orElseGet(() -> refused(MailReason.BOUNCE_ALONE, nature, sender, null, ours));
    }

    private static Plan into(
            MailReason reason, MailOutcome outcome, MailNature nature, Sender sender, @Nullable Long ticket) {
        return new Plan(reason, outcome, nature, sender, ticket, null, null, null, Set.of());
    }

    private static Plan refused(
            MailReason reason, MailNature nature, Sender sender, @Nullable Long ticket, @Nullable String answered) {
        return new Plan(reason, null, nature, sender, ticket, null, answered, null, Set.of());
    }

    private Optional<Silence> silence(Plan plan) {
        if (!plan.opensTicket()) {
            return Optional.of(Silence.NO_NEW_TICKET);
        }
        var silence = plan.nature().silence();
        if (silence != null) {
            return Optional.of(silence);
        }
        var address = plan.sender().address();
        return address == null ? Optional.of(Silence.NO_ADDRESS) : guard.refusal(address, 0);
    }

    /** A mail of ours that came back, by a rule in somebody's mailbox or a list. */
    private boolean isOurOwn(ParsedMail mail) {
        if (mail.headers()
                .first("x-throughline-instance")
                .filter(instance.id()::equals)
                .isPresent()) {
            return true;
        }
        var id = mail.messageId();
        return id != null
                && (instance.isOurs(id)
                        || jdbc.sql("select exists (select 1 from foundation.outbox_mail where message_id = ?)")
                                .param("<" + id + ">")
                                .query(Boolean.class)
                                .single());
    }
}

package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.MailRecords.Claimed;
import io.throughline.aftersales.mail.mime.Attached;
import io.throughline.aftersales.mail.mime.MailAddress;
import io.throughline.aftersales.mail.mime.ParsedMail;
import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.OpenedTicket;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketPost;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does with a stored mail what was decided, all in one transaction. */
@Component
@RequiredArgsConstructor
class MailTaker {

    private static final Viewer SYSTEM = Viewer.system("mail");
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_FILES = 100;
    private static final int MOST_PARTICIPANTS = 50;

    private final MailRecords records;
    private final MailPlanner planner;
    private final MailFailures failures;
    private final OurAddresses addresses;
    private final TicketPost post;
    private final MailOut out;

    /** Decides about a mail that was received; one that somebody else has decided about is left alone. */
    @Transactional
    void settle(long id, ParsedMail mail, @Nullable Long team) {
        var claimed = records.claim(id, MailState.RECEIVED);
        if (claimed.isEmpty()) {
            return;
        }
        var same = records.same(id, mail);
        if (same.isPresent()) {
            var known = same.get();
            records.settle(id, mail, Decision.refused(MailReason.DUPLICATE, known.ticket(), known.message()));
            return;
        }
        var plan = planner.plan(mail);
        if (plan.reason() == MailReason.BOUNCE || plan.reason() == MailReason.BOUNCE_ALONE) {
            failures.record(mail, plan);
        }
        records.settle(id, mail, plan.outcome() == null ? refused(plan) : accepted(mail, plan, team, claimed.get()));
    }

    /** Makes a new ticket of a refused mail, because somebody says so. */
    @Transactional
    boolean openByHand(long id, ParsedMail mail) {
        var claimed = records.claim(id, MailState.REFUSED);
        if (claimed.isEmpty()) {
            return false;
        }
        var plan = planner.plan(mail);
        var byHand = new Plan(
                MailReason.BY_HAND,
                MailOutcome.NEW_TICKET,
                plan.nature(),
                plan.sender(),
                null,
                plan.ticket(),
                null,
                Silence.NO_NEW_TICKET,
                plan.ours());
        records.settle(id, mail, accepted(mail, byHand, null, claimed.get()));
        return true;
    }

    private static Decision refused(Plan plan) {
        return new Decision(plan.reason(), null, plan.silence(), plan.ticket(), null, null, List.of());
    }

    private Decision accepted(ParsedMail mail, Plan plan, @Nullable Long team, Claimed claimed) {
        var author = plan.sender().viewer();
        var made = plan.opensTicket() || plan.ticket() == null
                ? open(mail, plan, team)
                : plan.outcome() == MailOutcome.NOTE
                        ? post.note(
                                SYSTEM,
                                author,
                                new TicketId(plan.ticket()),
                                plan.reason() != MailReason.COLLEAGUE,
                                mail.text())
                        : post.answer(SYSTEM, author, new TicketId(plan.ticket()), mail.text());
        var outcome = made.fresh() && !plan.opensTicket() ? MailOutcome.FOLLOW_UP : plan.outcome();
        if (plan.outcome() == MailOutcome.FOLLOW_UP && !made.fresh()) {
            outcome = MailOutcome.MESSAGE;
        }
        var files = attach(made.message(), mail);
        remember(mail, plan, made);
        if (plan.silence() == null) {
            out.acknowledge(made, subject(mail), claimed.address(), mail, plan.sender());
        }
        return new Decision(
                plan.reason(),
                outcome,
                plan.silence(),
                made.id().value(),
                made.message().value(),
                plan.related(),
                files);
    }

    private OpenedTicket open(ParsedMail mail, Plan plan, @Nullable Long team) {
        var sender = plan.sender();
        var asker = sender.contactId() != null
                ? new OpenTicket.Asker(sender.customerId(), sender.contactId(), null, null)
                : new OpenTicket.Asker(sender.customerId(), null, sender.name(), sender.address());
        var made = post.open(
                SYSTEM,
                sender.viewer(),
                OpenTicket.of(TicketKind.DIAGNOSIS, subject(mail), mail.text())
                        .askedBy(asker)
                        .inHands(team, null));
        if (plan.related() != null) {
            post.relate(SYSTEM, new TicketId(plan.related()), made.id());
        }
        return made;
    }

    /** Never empty: the first words, where the sender gave no subject. */
    private static String subject(ParsedMail mail) {
        var subject = mail.subject().isBlank()
                ? mail.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("（无主题 / no subject）")
                : mail.subject();
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private List<MailFile> attach(MessageId message, ParsedMail mail) {
        var files = new ArrayList<MailFile>();
        for (var file : mail.attachments()) {
            if (files.size() >= MOST_FILES) {
                files.add(new MailFile("…", "", 0, false, null, "aftersales.mail.tooManyFiles"));
                break;
            }
            files.add(attach(message, file));
        }
        return files;
    }

    private MailFile attach(MessageId message, Attached file) {
        var content = file.content();
        var kept = post.attach(SYSTEM, message, file.name(), file.type(), content);
        var attachment = kept.id();
        return new MailFile(
                io.throughline.foundation.attachment.FileNames.clean(file.name()),
                file.type().length() > 120 ? "" : file.type(),
                content.length,
                file.inline(),
                attachment == null ? null : attachment.value(),
                kept.refused());
    }

    /** From now on this mail and the people in it lead to the ticket. */
    private void remember(ParsedMail mail, Plan plan, OpenedTicket made) {
        var messageId = mail.messageId();
        if (messageId != null) {
            records.thread(messageId, made.id().value(), made.message().value(), false);
        }
        boolean person = plan.outcome() != MailOutcome.NOTE && plan.sender().address() != null;
        if (!person) {
            return;
        }
        var people = new LinkedHashSet<String>();
        var writer = Objects.requireNonNull(plan.sender().address());
        people.add(writer);
        var ours = plan.ours();
        java.util.stream.Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .filter(address -> address.indexOf('@') > 0 && address.length() <= 254)
                .filter(address -> !addresses.include(address, ours))
                .limit(MOST_PARTICIPANTS)
                .forEach(people::add);
        records.participants(made.id().value(), writer, List.copyOf(people));
    }
}

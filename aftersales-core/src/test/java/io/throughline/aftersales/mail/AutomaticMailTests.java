package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AutomateTicket;
import io.throughline.aftersales.ticket.TicketAutomations;
import io.throughline.foundation.people.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails that machines write, and those that we do (service rules 20 to 22). */
class AutomaticMailTests extends Correspondence {

    @Autowired
    TicketAutomations automations;

    @Test
    void letsAnOutOfOfficeReplyMoveNothing() {
        var first = take("Subject: s\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.reply("done").as("RESOLVED"));

        var reply = take("Subject: 自动回复: [" + first.ticket() + "]\nAuto-Submitted: auto-replied\n", "出差中");

        assertThat(reply.outcome()).isEqualTo(MailOutcome.NOTE);
        assertThat(ticket(first).status().code()).isEqualTo("RESOLVED");
        assertThat(ticket(first).awaitingSince()).isNull();
        assertThat(messages(first.ticket())).hasSize(3);
    }

    @Test
    void opensNothingForAnAutomaticReplyToNothing() {
        var reply = take("Subject: Out of office\nAuto-Submitted: auto-replied\n", "away");

        assertThat(reply.state()).isEqualTo(MailState.REFUSED);
        assertThat(reply.reason()).isEqualTo(MailReason.AUTOMATIC_REPLY_ALONE);
        assertThat(queries.source(SYSTEM, reply.id())).asString().contains("away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated", "Precedence: bulk", "Precedence: list",
                        "X-Auto-Response-Suppress: OOF",
                "List-Id: <dev.lists.cn>", "List-Unsubscribe: <mailto:x@y>", "X-Loop: a@b", "Return-Path: <>"
            })
    void sendsNoAutomaticAnswerToMachines(String header) {
        var taken = take("Subject: s\n" + header + "\n", "x");

        assertThat(taken.outcome()).isEqualTo(MailOutcome.NEW_TICKET);
        assertThat(taken.silence()).isNotNull();
        assertThat(outbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailer-daemon@x.cn", "noreply@x.cn", "no-reply@x.cn", "postmaster@x.cn", "throughline@localhost"
            })
    void sendsNoAutomaticAnswerToRobotsAndOurselves(String from) {
        assertThat(takeFrom(from, "Subject: s\n", "x").silence()).isNotNull();
        assertThat(outbox()).isEmpty();
    }

    @Test
    void acknowledgesANewTicketOnce() {
        var first = take("Subject: s\nMessage-ID: <ack-" + address + ">\n", "one");
        take("Subject: [" + first.ticket() + "]\n", "two");

        assertThat(outbox()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(address);
            assertThat(mail.template()).isEqualTo("ticket-received");
            assertThat(mail.envelope()).contains("\"automatic\": true").contains("ack-" + address);
        });
    }

    @Test
    void stopsAnsweringWhoWritesAllTheTime() {
        for (int i = 0; i < 14; i++) {
            take("Subject: s" + i + "\nMessage-ID: <" + i + "-" + address + ">\n", "x" + i);
        }

        assertThat(outbox()).hasSize(10);
        assertThat(take("Subject: last\n", "y").silence()).isEqualTo(Silence.LADDER);
    }

    @Test
    void mailsARulesAnswerAsAMachines() {
        var first = take("Subject: s\n", "one");

        answerByRule(first);

        assertThat(outbox())
                .filteredOn(mail -> mail.template().equals("ticket-answer"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.recipient()).isEqualTo(address);
                    assertThat(mail.envelope()).contains("\"automatic\": true");
                });
    }

    @Test
    void mailsNoRulesAnswerToMachines() {
        var first = take("Subject: s\nPrecedence: bulk\n", "one");

        answerByRule(first);

        assertThat(outbox()).isEmpty();
        assertThat(messages(first.ticket())).hasSize(2);
    }

    private void answerByRule(TakenMail mail) {
        automations.run(
                Viewer.system("automation"),
                ticket(mail).id(),
                new AutomateTicket(
                        "规则", "Rule", null, null, null, null, Set.of(), Set.of(), null, "明早回复。", "Tomorrow."));
    }
}

package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.AddMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of ours that did not arrive (service rule 22). */
class BounceTests extends Correspondence {

    @Autowired
    MailCircles circles;

    @Test
    void attachesABounceToItsTicketAndFlagsTheAddress() {
        var first = take("Subject: s\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.reply("hello"));
        var id = outbox().get(1).messageId();

        var bounce = takeFrom("MAILER-DAEMON@mx.cn", """
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=r
                """, """
                --r

                failed
                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx

                Final-Recipient: rfc822; %s
                Action: failed
                Diagnostic-Code: smtp; 550 no such user
                --r
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --r--
                """.formatted(address, id));

        assertThat(bounce.reason()).isEqualTo(MailReason.BOUNCE);
        assertThat(bounce.ticket()).isEqualTo(first.ticket());
        assertThat(ticket(first).awaitingSince()).isNull();
        assertThat(take("Subject: new\n", "x").silence()).isEqualTo(Silence.UNDELIVERABLE);
    }

    @Test
    void opensNothingForABounceOfSomebodyElsesMail() {
        assertThat(takeFrom("mailer-daemon@mx.cn", "Subject: Undelivered Mail\n", "no such user")
                        .reason())
                .isEqualTo(MailReason.BOUNCE_ALONE);
    }

    @Test
    void flagsOfSeveralThoseTheReportNames() {
        var first = take("Subject: s\nCc: boss@" + domain() + ", wang@" + domain() + "\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.reply("hello"));
        var id = outbox().get(1).messageId();

        takeFrom("MAILER-DAEMON@mx.cn", "Subject: failure notice\n", """
                <boss@%s>:
                550 5.1.1 mailbox unavailable

                --- Below this line is a copy of the message.

                Message-ID: %s
                """.formatted(domain(), id));

        var circle = circles.of(agent, ticket(first).id());
        assertThat(circle.copyAddresses()).isEqualTo("wang@" + domain());
        assertThat(circle.left()).singleElement().satisfies(person -> {
            assertThat(person.address()).isEqualTo("boss@" + domain());
            assertThat(person.diagnostic()).isEqualTo("550 5.1.1 mailbox unavailable");
        });
    }
}

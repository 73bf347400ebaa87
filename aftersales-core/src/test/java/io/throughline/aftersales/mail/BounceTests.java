package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.foundation.customer.ContactSubject;
import io.throughline.foundation.model.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of ours that did not arrive (service rule 22). */
class BounceTests extends Correspondence {

    @Autowired
    MailCircles circles;

    @Autowired
    UndeliverableAddresses undeliverable;

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
    void forgetsTheMarkWhenAMailComesFromTheAddressYetStaysSilent() {
        bounced();
        assertThat(undeliverable.of(agent, List.of(address))).containsKey(address);

        assertThat(take("Subject: here I am\n", "x").silence()).isEqualTo(Silence.UNDELIVERABLE);

        assertThat(undeliverable.of(agent, List.of(address))).isEmpty();
        assertThat(take("Subject: again\n", "x").silence())
                .as("sixty days are sixty days for a machine")
                .isEqualTo(Silence.UNDELIVERABLE);
    }

    @Test
    void keepsTheMarkWhenAMachineAnswersFromTheAddress() {
        var ticket = bounced();

        take("Subject: Out of office\nAuto-Submitted: auto-replied\nX: " + ticket + "\n", "away");

        assertThat(undeliverable.of(agent, List.of(address))).containsKey(address);
    }

    @Test
    void forgetsTheMarkWhereAPersonSaysSo() {
        bounced();

        undeliverable.clear(agent, address.toUpperCase(), ContactSubject.of(contact), "foundation.contact");

        assertThat(undeliverable.of(agent, List.of(address))).isEmpty();
        assertThat(take("Subject: new\n", "x").silence()).isNull();
        assertThatThrownBy(() -> undeliverable.clear(agent, address, ContactSubject.of(contact), "foundation.contact"))
                .isInstanceOf(NotFound.class);
    }

    private String bounced() {
        var first = take("Subject: s\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.reply("hello"));
        var id = outbox().get(1).messageId();
        takeFrom("postmaster@mx.cn", "Subject: Undeliverable: hello\nIn-Reply-To: " + id + "\n", "554 no");
        return String.valueOf(first.ticket());
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
            assertThat(person.returned()).isNotNull().satisfies(returned -> {
                assertThat(returned.reason()).isEqualTo("550 5.1.1 mailbox unavailable");
                assertThat(returned.ticket()).isEqualTo(first.ticket());
            });
        });
    }
}

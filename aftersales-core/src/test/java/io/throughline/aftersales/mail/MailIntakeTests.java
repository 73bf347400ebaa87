package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.TicketEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail that begins something (service rule 23). */
class MailIntakeTests extends Correspondence {

    @Test
    void opensATicketOfTheContactWhoWrites() {
        var taken = take("Subject: 主轴异响\nMessage-ID: <a@b>\n", "请尽快处理");

        assertThat(taken.state()).isEqualTo(MailState.ACCEPTED);
        assertThat(taken.outcome()).isEqualTo(MailOutcome.NEW_TICKET);
        var ticket = ticket(taken);
        assertThat(ticket.subject()).isEqualTo("主轴异响");
        assertThat(ticket.channel()).isEqualTo(Channel.MAIL);
        assertThat(ticket.customerId()).isEqualTo(customer.value());
        assertThat(messages(taken.ticket())).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("请尽快处理");
            assertThat(message.author()).isEqualTo("李敏");
            assertThat(message.fromCustomer()).isTrue();
            assertThat(message.markdown()).isFalse();
        });
        assertThat(queries.source(SYSTEM, taken.id())).asString().contains("Message-ID: <a@b>");
    }

    @Test
    void knowsTheCustomerByItsOwnDomain() {
        var taken = takeFrom("Zhang San <zhang@" + domain() + ">", "Subject: s\n", "x");

        assertThat(ticket(taken).customerId()).isEqualTo(customer.value());
        assertThat(messages(taken.ticket()))
                .singleElement()
                .extracting(TicketEntry::author)
                .isEqualTo("Zhang San");
    }

    @Test
    void knowsNobodyByADomainThatAnybodyMayHave() {
        jdbc.sql(
                        "insert into foundation.customer_domain (customer_id, domain) values (?, 'foxmail.com') on conflict do nothing")
                .param(customer.value())
                .update();

        assertThat(ticket(takeFrom("somebody@foxmail.com", "Subject: s\n", "x")).customerId())
                .isNull();
    }

    @Test
    void makesATicketOfARefusedMailByHand() {
        var reply = take("Subject: Out of office\nAuto-Submitted: auto-replied\n", "away");

        var opened = intake.takeAgain(SYSTEM, reply.id());

        assertThat(opened.reason()).isEqualTo(MailReason.BY_HAND);
        assertThat(ticket(opened).subject()).isEqualTo("Out of office");
        assertThat(outbox()).isEmpty();
    }

    @Test
    void keepsFilesAndNamesThoseThatMayNotHangOnRecords() {
        var taken = takeFrom(address, "Subject: s\nContent-Type: multipart/mixed; boundary=b\n", """
                --b

                see files
                --b
                Content-Type: application/octet-stream; name=log.txt

                line
                --b
                Content-Type: application/x-msdownload; name=run.exe

                MZ
                --b--
                """);

        assertThat(taken.files()).hasSize(2);
        assertThat(taken.files().get(0).attachment()).isNotNull();
        assertThat(taken.files().get(1).refused()).isEqualTo("foundation.attachment.typeNotAllowed");
        assertThat(messages(taken.ticket())).singleElement().satisfies(message -> assertThat(message.files())
                .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "From: <>\n\n", "Subject:\n\n", "Content-Type: multipart/mixed\n\n"})
    void keepsWhatIsHardlyAMail(String source) {
        var taken = intake.take(SYSTEM, source.getBytes());

        assertThat(taken.state()).isNotEqualTo(MailState.RECEIVED);
        assertThat(taken.reason()).isEqualTo(MailReason.NO_THREAD);
        assertThat(queries.source(SYSTEM, taken.id())).isEqualTo(source.getBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\r\n\r\n"})
    void refusesNothingAtAll(String source) {
        assertThat(intake.take(SYSTEM, source.getBytes()).reason()).isEqualTo(MailReason.EMPTY);
    }
}

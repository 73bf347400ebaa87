package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.mail.mime.Mails;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketMerges;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class MailIntakeTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MailIntake intake;

    @Autowired
    MailQueries queries;

    @Autowired
    Instance instance;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketMerges merges;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private CustomerId customer;
    private ContactId contact;
    private String address;
    private Viewer agent;

    @BeforeEach
    void aContactWithAnAddressAndADomain() {
        var company = "c" + UUID.randomUUID().toString().substring(0, 8) + ".cn";
        customer = given.customer();
        contact = given.contact(customer, false);
        address = "li.min@" + company;
        agent = given.staff(Role.SUPPORT_AGENT, Role.MANAGER);
        jdbc.sql("update foundation.contact set email = ? where id = ?")
                .params(address, contact.value())
                .update();
        jdbc.sql("insert into foundation.customer_domain (customer_id, domain) values (?, ?)")
                .params(customer.value(), company)
                .update();
    }

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
    void joinsByTheSignedReplyAddressOnly() {
        var first = take("Subject: s\n", "one");
        var reply = instance.replyAddress("support@acme.cn", ticket(first).id().value());

        var joined = take("Subject: anything\nTo: " + reply.toUpperCase() + "\n", "two");
        assertThat(joined.reason()).isEqualTo(MailReason.REPLY_TOKEN);
        assertThat(joined.ticket()).isEqualTo(first.ticket());

        char last = reply.charAt(reply.indexOf('@') - 1);
        var forged = reply.replace(last + "@", (last == 'a' ? 'b' : 'a') + "@");
        assertThat(take("Subject: s\nTo: " + forged + "\n", "three").ticket()).isNotEqualTo(first.ticket());
    }

    @ParameterizedTest
    @CsvSource({"In-Reply-To, IN_REPLY_TO", "References, REFERENCES"})
    void joinsTheTicketWhoseMailItAnswers(String field, MailReason reason) {
        var first = take("Subject: s\nMessage-ID: <first-" + address + ">\n", "one");

        var second = take("Subject: Re: s\n" + field + ": <unknown@x> <first-" + address + ">\n", "two");

        assertThat(second.reason()).isEqualTo(reason);
        assertThat(second.outcome()).isEqualTo(MailOutcome.MESSAGE);
        assertThat(second.ticket()).isEqualTo(first.ticket());
    }

    @Test
    void letsAColleagueOfTheSameCompanyJoin() {
        var first = take("Subject: s\nMessage-ID: <first-" + address + ">\n", "one");

        var second = takeFrom("boss@" + domain(), "Subject: Re: s\nIn-Reply-To: <first-" + address + ">\n", "two");

        assertThat(second.ticket()).isEqualTo(first.ticket());
    }

    @Test
    void opensALinkedTicketForAStrangerWhoKnowsAnId() {
        var first = take("Subject: s\nMessage-ID: <first-" + address + ">\n", "one");

        var second = takeFrom(
                "evil@gmail.com", "Subject: Re: s\nIn-Reply-To: <first-" + address + ">\n", "give me the data");

        assertThat(second.reason()).isEqualTo(MailReason.STRANGER_IN_THREAD);
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(second.related()).isEqualTo(first.ticket());
        assertThat(messages(first.ticket())).hasSize(1);
    }

    @Test
    void takesATicketsNumberFromAParticipantOnly() {
        var first = take("Subject: s\n", "one");

        var own = take("Subject: AW: [" + first.ticket().toLowerCase() + "] s\n", "two");
        var strangers = takeFrom("evil@qq.com", "Subject: [" + first.ticket() + "]\n", "three");
        var wrong = take("Subject: [" + wrongDigit(first.ticket()) + "]\n", "four");

        assertThat(own.ticket()).isEqualTo(first.ticket());
        assertThat(strangers.reason()).isEqualTo(MailReason.STRANGER_WITH_TAG);
        assertThat(strangers.related()).isEqualTo(first.ticket());
        assertThat(wrong.reason()).isEqualTo(MailReason.NO_THREAD);
        assertThat(messages(first.ticket())).hasSize(2);
    }

    @Test
    void neverJoinsByTheWordsOfTheSubject() {
        var first = take("Subject: same words\n", "one");

        assertThat(take("Subject: Re: same words\n", "two").ticket()).isNotEqualTo(first.ticket());
    }

    @Test
    void followsAMergeToItsEnd() {
        var first = take("Subject: a\nMessage-ID: <first-" + address + ">\n", "one");
        var second = take("Subject: b\n", "two");
        merges.merge(agent, first.ticket(), second.ticket());

        assertThat(take("Subject: Re\nIn-Reply-To: <first-" + address + ">\n", "three")
                        .ticket())
                .isEqualTo(second.ticket());
    }

    @Test
    void makesOneMessageOfTheSameMailTwice() {
        var first = take("Subject: s\nMessage-ID: <twice-" + address + ">\n", "one");

        var again = take("Subject: s\nMessage-ID: <twice-" + address + ">\n", "one");

        assertThat(again.state()).isEqualTo(MailState.REFUSED);
        assertThat(again.reason()).isEqualTo(MailReason.DUPLICATE);
        assertThat(again.ticket()).isEqualTo(first.ticket());
        assertThat(messages(first.ticket())).hasSize(1);
    }

    @Test
    void reopensAResolvedTicketLikeThePortal() {
        var first = take("Subject: s\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.reply("done"));
        tickets.resolve(agent, first.ticket());

        var answer = take("Subject: [" + first.ticket() + "]\n", "not yet");

        assertThat(answer.outcome()).isEqualTo(MailOutcome.MESSAGE);
        assertThat(ticket(first).status().code()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void opensAFollowUpOfAClosedTicket() {
        var first = take("Subject: s\n", "one");
        tickets.resolve(agent, first.ticket());
        tickets.close(agent, first.ticket());

        var answer = take("Subject: [" + first.ticket() + "]\n", "once more");

        assertThat(answer.outcome()).isEqualTo(MailOutcome.FOLLOW_UP);
        assertThat(answer.ticket()).isNotEqualTo(first.ticket());
        assertThat(ticket(first).status().code()).isEqualTo("CLOSED");
    }

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

    @Test
    void makesATicketOfARefusedMailByHand() {
        var reply = take("Subject: Out of office\nAuto-Submitted: auto-replied\n", "away");

        var opened = intake.takeAgain(SYSTEM, reply.id());

        assertThat(opened.reason()).isEqualTo(MailReason.BY_HAND);
        assertThat(ticket(opened).subject()).isEqualTo("Out of office");
        assertThat(outbox()).isEmpty();
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
    void mailsWhatAPersonOfOursSays() {
        var first = take("Subject: s\nMessage-ID: <q-" + address + ">\n", "one");
        conversation.add(agent, first.ticket(), AddMessage.note("internal"));
        conversation.add(agent, first.ticket(), AddMessage.reply("请**重启**"));

        var answer = outbox().get(1);
        assertThat(outbox()).hasSize(2);
        assertThat(answer.template()).isEqualTo("ticket-answer");
        assertThat(answer.envelope()).contains("q-" + address).contains("\"automatic\": false");

        var id = answer.messageId();
        assertThat(take("Subject: Re: whatever\nIn-Reply-To: " + id + "\n", "thanks")
                        .ticket())
                .isEqualTo(first.ticket());
        assertThat(take("Subject: own\nMessage-ID: " + id + "\n", "own").reason())
                .isEqualTo(MailReason.OWN_MAIL);
    }

    @Test
    void takesAnotherInstallationsIdForNothing() {
        var id = "<0123456789abcdef.tl0000000000000000@throughline.invalid>";

        assertThat(take("Subject: s\nIn-Reply-To: " + id + "\nMessage-ID: <x@y>\n", "x")
                        .reason())
                .isEqualTo(MailReason.NO_THREAD);
    }

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
    void letsAColleaguesAddressAloneDoNothing() {
        var first = take("Subject: s\nMessage-ID: <c-" + address + ">\n", "one");
        jdbc.sql("update foundation.app_user set email = 'colleague@ours.cn' where id = ?")
                .param(agent.id().value())
                .update();

        var note = takeFrom("colleague@ours.cn", "Subject: Re\nIn-Reply-To: <c-" + address + ">\n", "I say");

        assertThat(note.outcome()).isEqualTo(MailOutcome.NOTE);
        assertThat(ticket(first).firstResponseAt()).isNull();
        assertThat(messages(first.ticket())).filteredOn(TicketEntry::internal).hasSize(1);
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

    private TakenMail take(String headers, String body) {
        return takeFrom("Li Min <" + address + ">", headers, body);
    }

    private TakenMail takeFrom(String from, String headers, String body) {
        return intake.take(
                SYSTEM, Mails.of("From: " + from + "\n" + headers + "\n" + body).bytes());
    }

    private String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    private TicketDetail ticket(TakenMail mail) {
        return details.detail(SYSTEM, String.valueOf(mail.ticket()));
    }

    private List<TicketEntry> messages(String number) {
        return details.timeline(SYSTEM, details.detail(SYSTEM, number), true).stream()
                .filter(TicketEntry::isMessage)
                .toList();
    }

    private record Out(String recipient, String template, String messageId, String envelope) {}

    private List<Out> outbox() {
        return jdbc.sql("""
                        select recipient, template, message_id, jsonb_pretty(envelope) as envelope from foundation.outbox_mail
                         where envelope is not null and recipient = ? order by id
                        """).param(address).query(Out.class).list();
    }

    private static String wrongDigit(String number) {
        int last = number.charAt(number.length() - 1) - '0';
        return number.substring(0, number.length() - 1) + (last + 1) % 10;
    }
}

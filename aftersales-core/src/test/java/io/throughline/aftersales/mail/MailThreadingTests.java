package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.TicketEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ticket a mail belongs to (service rules 18 and 19). */
class MailThreadingTests extends Correspondence {

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
    void takesAnotherInstallationsIdForNothing() {
        var id = "<0123456789abcdef.tl0000000000000000@throughline.invalid>";

        assertThat(take("Subject: s\nIn-Reply-To: " + id + "\nMessage-ID: <x@y>\n", "x")
                        .reason())
                .isEqualTo(MailReason.NO_THREAD);
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

    private static String wrongDigit(String number) {
        int last = number.charAt(number.length() - 1) - '0';
        return number.substring(0, number.length() - 1) + (last + 1) % 10;
    }
}

package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers of ours, and whom they are mailed to. */
class AnswerByMailTests extends Correspondence {

    @Autowired
    MailCircles circles;

    @Autowired
    MailedFiles files;

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
    void goesToWhoAskedAndWhoElseWasOnTheMail() {
        var colleague = given.staff(Role.SUPPORT_AGENT);
        jdbc.sql("update foundation.app_user set email = 'colleague@ours.cn' where id = ?")
                .param(colleague.id().value())
                .update();
        var first = take("""
                Subject: s
                To: throughline@localhost, boss@%1$s
                Cc: "Wang, Fang" <Wang@%1$s>, colleague@ours.cn, %2$s, undisclosed-recipients:;
                """.formatted(domain(), address.toUpperCase()), "one");

        var circle = circles.of(agent, ticket(first).id());
        assertThat(circle.toAddress()).isEqualTo(address);
        assertThat(circle.copyAddresses()).isEqualTo("boss@" + domain() + ", wang@" + domain());

        conversation.add(agent, first.ticket(), AddMessage.reply("hello"));

        assertThat(answers())
                .extracting(Sent::recipient)
                .containsExactly(address, "boss@" + domain(), "wang@" + domain());
        assertThat(answers())
                .extracting(Sent::messageId)
                .containsOnly(answers().get(0).messageId());
        assertThat(messages(first.ticket()).get(1).mailedTo())
                .containsExactly(address, "boss@" + domain(), "wang@" + domain());
    }

    @Test
    void goesWhereItsWriterSays() {
        var first = take("Subject: s\nCc: boss@" + domain() + "\n", "one");

        conversation.add(
                agent,
                first.ticket(),
                AddMessage.reply("hello").mailedTo("", "Zhang San <zhang@other.cn>；li@other.cn"));

        assertThat(answers()).extracting(Sent::recipient).containsExactly("zhang@other.cn", "li@other.cn");
    }

    @Test
    void goesNowhereWhereItsWriterSaysSo() {
        var first = take("Subject: s\n", "one");

        conversation.add(agent, first.ticket(), AddMessage.reply("hello").mailedTo(" ", ""));

        assertThat(answers()).isEmpty();
        assertThat(messages(first.ticket()).get(1).mailedTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, aftersales.mail.noAddress",
        "throughline+x@localhost, aftersales.mail.ownAddress",
        "<>, aftersales.mail.noAddress"
    })
    void goesToNothingThatIsNoCustomersAddress(String typed, String rule) {
        var first = take("Subject: s\n", "one");

        assertThatThrownBy(() -> conversation.add(
                        agent, first.ticket(), AddMessage.reply("hello").mailedTo(null, typed)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.key()).isEqualTo(rule);
                    assertThat(refused.field()).isEqualTo("cc");
                });
    }

    @Test
    void copiesNobodyUnaskedOfAWholeDistribution() {
        var many =
                IntStream.range(0, 30).mapToObj(i -> "p" + i + "@" + domain()).collect(Collectors.joining(", "));
        var first = take("Subject: s\nCc: " + many + "\n", "one");

        conversation.add(agent, first.ticket(), AddMessage.reply("hello"));

        assertThat(answers()).extracting(Sent::recipient).containsExactly(address);
    }

    @Test
    void takesItsFilesAlongAndLeadsToThoseTooBigForAMail() throws Exception {
        var first = take("Subject: s\n", "one");

        conversation.add(
                agent,
                first.ticket(),
                AddMessage.reply("see files"),
                List.of(file("主轴 检测报告.txt", 1_000), file("big.txt", 11 << 20), file("small.txt", 10)));

        var data = jdbc.sql("select jsonb_pretty(data) from foundation.outbox_mail where template = 'ticket-answer'")
                .query(String.class)
                .single();
        assertThat(data).contains("big.txt").doesNotContain("small.txt");
        assertThat(jdbc.sql("""
                        select a.file_name from foundation.outbox_mail m
                          join lateral jsonb_array_elements_text(m.envelope -> 'files') with ordinality f(id, place) on true
                          join foundation.attachment a on a.id = f.id::bigint
                         where m.template = 'ticket-answer' order by f.place
                        """).query(String.class).list()).containsExactly("主轴 检测报告.txt", "small.txt");

        var token = data.replaceAll("(?s).*\"path\": \"/f/([^\"]+)\".*", "$1");
        assertThat(files.open(token).fileName()).isEqualTo("big.txt");
        assertThatThrownBy(() -> files.open(token.substring(0, token.length() - 1) + "1"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.open("1-zz-" + token.substring(token.length() - 26)))
                .isInstanceOf(NotFound.class);
    }

    private static Upload file(String name, int size) {
        var bytes = "line\n".repeat(size / 5).getBytes(StandardCharsets.UTF_8);
        return new Upload(name, "text/plain", () -> new ByteArrayInputStream(bytes));
    }

    private record Sent(String recipient, String messageId) {}

    private List<Sent> answers() {
        return jdbc.sql("""
                        select recipient, message_id from foundation.outbox_mail where template = 'ticket-answer' order by id
                        """).query(Sent.class).list();
    }
}

package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.MailWords.Kind;
import io.throughline.aftersales.ticket.MailWords.Piece;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Nov 2026 at 10:15, Acme <s@acme.cn> wrote:",
                "在 2026年11月2日，10:15，Acme <s@acme.cn> 写道：",
                "Am 02.11.26 um 10:15 schrieb:",
                "-----Original Message-----",
                "------------------ 原始邮件 ------------------",
                "From: Acme\nSent: Monday\nTo: Li\nSubject: x",
                "发件人：Acme\n发送时间：周一\n收件人：李\n主题：x",
                "On Mon, 2 Nov 2026 at 10:15, Acme\n<s@acme.cn> wrote:"
            })
    void foldsWhatIsQuotedBelow(String head) {
        var pieces = MailWords.of("still broken\n\n" + head + "\n\nwe think it works");

        assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.WORDS, Kind.QUOTE);
        assertThat(pieces.get(0).text()).isEqualTo("still broken\n");
    }

    @Test
    void keepsAnswersBetweenQuotedLines() {
        var pieces = MailWords.of(
                "On 2 Nov Acme <s@acme.cn> wrote:\n> which machine?\n\nNumber 7\n\n> since when?\n\nMonday");

        assertThat(pieces.stream().filter(piece -> piece.kind() == Kind.WORDS).map(piece -> piece.text()
                        .strip()))
                .containsExactly("Number 7", "Monday");
    }

    @Test
    void foldsSignatures() {
        assertThat(MailWords.of("help\n\n-- \nLi Min\n0571"))
                .extracting(Piece::kind)
                .containsExactly(Kind.WORDS, Kind.SIGNATURE);
        assertThat(MailWords.of("帮忙\n\n发自我的 iPhone"))
                .extracting(Piece::kind)
                .containsExactly(Kind.WORDS, Kind.SIGNATURE);
    }

    @Test
    void showsAllWhereNothingElseIsSaid() {
        assertThat(MailWords.of("> only quoted")).containsExactly(new Piece(Kind.WORDS, "> only quoted"));
    }

    @Test
    void losesNothing() {
        var text = "a\n\nOn 2 Nov x@y wrote:\n> b\n\nc\n-- \nd\n\n-----Original Message-----\ne\n";

        assertThat(MailWords.of(text).stream().map(Piece::text).collect(Collectors.joining("\n")))
                .isEqualTo(text);
    }
}

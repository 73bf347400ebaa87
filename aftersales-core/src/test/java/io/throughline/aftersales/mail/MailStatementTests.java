package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.test.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** How often a mail asks the database: fifty a second are to be taken in. */
@Import(Statements.class)
class MailStatementTests extends Correspondence {

    @Test
    void opensATicketInFewStatements() {
        take("Subject: warm\n", "up");

        assertThat(during("Subject: new\nMessage-ID: <new@" + domain() + ">\n", "words"))
                .hasSizeLessThanOrEqualTo(33);
    }

    @Test
    void joinsATicketInFewStatements() {
        var first = take("Subject: s\nMessage-ID: <first@" + domain() + ">\n", "one");
        take("Subject: Re: s\nIn-Reply-To: <first@" + domain() + ">\nMessage-ID: <warm@" + domain() + ">\n", "up");

        assertThat(during(
                        "Subject: [" + first.ticket() + "]\nIn-Reply-To: <first@" + domain() + ">\nMessage-ID: <second@"
                                + domain() + ">\n",
                        "two"))
                .hasSizeLessThanOrEqualTo(23);
    }

    private List<String> during(String headers, String body) {
        return Statements.during(() -> take(headers, body)).stream()
                .map(sql -> sql.replaceAll("\\s+", " ").strip())
                .toList();
    }
}

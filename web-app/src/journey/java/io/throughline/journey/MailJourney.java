package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail dropped on the test bench: how it is read, where it would go and why; then what came is listed. */
class MailJourney {

    private static final String MAIL = """
            From: =?utf-8?B?546L5Lyf?= <wang.wei@journey.example>
            To: support@acme.example
            Subject: =?gb2312?B?1vfW4dLsz+w=?=
            Message-ID: <journey@journey.example>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>请<b>尽快</b>处理</p><script>document.title = 'no'</script>
            --b
            Content-Type: text/plain; name=log.txt

            line
            --b--
            """;

    @ParameterizedTest
    @EnumSource
    void triesAMailOut(Lang lang) {
        try (var admin = SignedIn.as("admin", lang)) {
            admin.open("/admin/mail");
            var page = admin.page();
            page.locator("a[href='/admin/mail/bench']").press("Enter");
            page.locator("#file")
                    .setInputFiles(new FilePayload("a.eml", "message/rfc822", MAIL.getBytes(StandardCharsets.UTF_8)));
            admin.button("aftersales.mail.benchTry").press("Enter");

            var verdict = page.locator("section[aria-labelledby=verdict-title]");
            assertThat(verdict).containsText(admin.word("enum.MailOutcome.NEW_TICKET"));
            assertThat(verdict).containsText(admin.word("enum.MailReason.NO_THREAD"));
            assertThat(page.locator("#mail-title")).hasText("主轴异响");
            assertThat(page.locator("section[aria-labelledby=text-title]")).containsText("请尽快处理");
            assertThat(page.locator("section[aria-labelledby=files-title]")).containsText("log.txt");

            page.locator("#source").fill("From: a@b.example\nSubject: away\nAuto-Submitted: auto-replied\n\nx");
            admin.button("aftersales.mail.benchTry").press("Enter");
            assertThat(page.locator("section[aria-labelledby=verdict-title]"))
                    .containsText(admin.word("enum.MailReason.AUTOMATIC_REPLY_ALONE"));
        }
    }
}

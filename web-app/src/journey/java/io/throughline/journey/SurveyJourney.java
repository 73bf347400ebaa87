package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.throughline.foundation.job.RecurringWork;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A solved ticket is rated by the link in a mail, without signing in; the bad answer is called about, and it counts. */
class SurveyJourney {

    @ParameterizedTest
    @EnumSource
    void fromTheSolvedTicketToTheCallAndTheResult(Lang lang) {
        var subject = "输送线急停 " + lang + System.nanoTime();
        var words = "等了两天才有人来 " + System.nanoTime();
        try (var manager = SignedIn.as("manager", lang);
                var agent = SignedIn.as("agent", lang);
                var customer = SignedIn.as("customer", lang);
                var reader = SignedIn.nobody(lang, Theme.LIGHT, Width.PHONE)) {
            mailSolvedTicketsAtOnce(manager);
            solve(agent, ask(customer, subject));
            answer(reader, linkInTheMail(subject), words);
            call(manager, words);
            seeItCounted(manager, words);
        }
    }

    private static void mailSolvedTicketsAtOnce(SignedIn manager) {
        manager.open("/surveys/SV-1/edit");
        manager.page().locator("#waitHours").fill("0");
        manager.press("shell.save");
        if (manager.button("aftersales.survey.open").count() > 0) {
            manager.press("aftersales.survey.open");
        }
        assertThat(manager.button("aftersales.survey.close")).isVisible();
        // whoever was asked lately is not asked now: two months pass
        RunningApplication.bean(JdbcClient.class)
                .sql(
                        "update aftersales.survey_invitation set sent_at = sent_at - interval '60 days' where sent_at is not null")
                .update();
    }

    private static String ask(SignedIn customer, String subject) {
        customer.open("/portal/tickets/new");
        customer.field("portal.ticket.subject").fill(subject);
        customer.field("portal.ticket.body").fill("二号输送线急停后无法复位。");
        customer.press("portal.ticket.send");
        customer.reads(subject);
        return customer.page().locator(".page-title .code").textContent();
    }

    private static void solve(SignedIn agent, String number) {
        agent.open("/tickets/" + number);
        agent.press("aftersales.ticket.take");
        agent.page().locator("#reply-body").fill("已更换急停模块，测试正常。");
        agent.page().locator("#reply-status").selectOption("RESOLVED");
        agent.page()
                .locator("form.composer:not(.internal) .composer-foot button[type=submit]")
                .click();
        assertThat(agent.page().locator(".page-title")).containsText(agent.word("enum.TicketStatus.RESOLVED"));
    }

    private static String linkInTheMail(String subject) {
        RunningApplication.beans(RecurringWork.class).stream()
                .filter(work -> work.name().equals("aftersales.survey.post"))
                .forEach(work -> work.run(Instant.now()));
        return RunningApplication.bean(JdbcClient.class)
                .sql(
                        "select data ->> 'path' from foundation.outbox_mail where template = 'survey' and data ->> 'about' = ?")
                .param(subject)
                .query(String.class)
                .single();
    }

    /** On a phone; a rating in the mail is ticked beforehand, and nothing is sent by opening it. */
    private static void answer(SignedIn reader, String link, String words) {
        reader.open(link + "?score=4");
        assertThat(reader.page().locator("input[name=rating][value='4']")).isChecked();
        reader.page().locator("input[name=rating][value='2']").check();
        reader.page().locator("#comment").fill(words);
        reader.press("aftersales.survey.send");
        reader.reads(reader.word("aftersales.survey.thanks"));
    }

    private static void call(SignedIn manager, String words) {
        manager.open("/surveys/follow-ups?view=open");
        var task = manager.page()
                .locator("li.panel")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words));
        task.locator("summary").click();
        task.locator("textarea").fill("已致电说明备件到货原因，客户接受。");
        task.locator("button[type=submit]").click();
        manager.sees(manager.word("aftersales.survey.followUpFinished"));
    }

    private static void seeItCounted(SignedIn manager, String words) {
        manager.open("/surveys/SV-1");
        manager.page().locator("a[href*='filter.rating=2']").click();
        manager.sees(words);
    }
}

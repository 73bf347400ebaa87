package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket finds who works on it by the team's rule, an agent takes none for a while, and one is put off; all by keys. */
class AssignmentJourney {

    @ParameterizedTest
    @EnumSource
    void givesATicketByTheTeamsRuleAndPutsItOff(Lang lang) {
        var subject = "谁来接 " + lang + " " + System.nanoTime();
        var team = lang == Lang.EN ? "Support 1" : "客服一组";
        try (var manager = SignedIn.as("manager", lang);
                var agent = SignedIn.as("agent", lang);
                var customer = SignedIn.as("customer", lang)) {
            alsoOffDuty(manager, team);
            var number = ask(customer, subject);
            handTo(agent, number, team);

            agent.page().locator("#verdict").waitFor();
            enter(agent, agent.button("aftersales.assignment.byRule"));
            assertThat(agent.page().locator(".talk")).containsText(agent.word("enum.AssignmentStrategy.LEAST_LOAD"));
            assertThat(agent.page().locator("#assigneeId")).not().hasValue("");

            agent.page().locator("#status").focus();
            agent.page().locator("#status").selectOption("ON_HOLD");
            agent.page().locator("#reason").focus();
            agent.page().keyboard().type("等停机窗口");
            agent.page().locator("#hold-for").selectOption("TOMORROW");
            enter(agent, agent.button("aftersales.ticket.setStatus"));
            assertThat(agent.page().locator(".callout.warn"))
                    .containsText(Pattern.compile("\\d{4}-\\d{2}-\\d{2} 09:00"));

            agent.open("/tickets/duty");
            agent.page().locator("#reason").focus();
            agent.page().keyboard().type("验收现场");
            enter(agent, agent.button("aftersales.assignment.pauseNow"));
            assertThat(agent.page().locator("main table")).containsText("验收现场");
            enter(
                    agent,
                    agent.page().locator("section[aria-labelledby=pause-title]").getByRole(AriaRole.BUTTON));
            assertThat(agent.page().locator("main table")).not().containsText("验收现场");
        }
    }

    /** So that the time of day at which this runs does not matter. */
    private static void alsoOffDuty(SignedIn manager, String team) {
        manager.open("/assignment-rules");
        enter(manager, manager.page().locator("a.row-link", hasText(team)));
        var only = manager.page().locator("#onDutyOnly");
        if (only.isChecked()) {
            only.focus();
            manager.page().keyboard().press("Space");
            enter(manager, manager.button("shell.save"));
        }
        assertThat(manager.page().locator("#onDutyOnly")).not().isChecked();
    }

    private static void handTo(SignedIn agent, String number, String team) {
        agent.open("/tickets/" + number);
        agent.page().locator("#teamId").selectOption(new SelectOption().setLabel(team));
        agent.page().locator("#assigneeId").selectOption("");
        enter(agent, agent.button("aftersales.ticket.assign"));
    }

    private static String ask(SignedIn customer, String subject) {
        customer.open("/portal/tickets/new");
        customer.field("portal.ticket.subject").fill(subject);
        customer.field("portal.ticket.body").fill("早班开始就抖。");
        customer.press("portal.ticket.send");
        customer.reads(subject);
        return customer.page().url().replaceFirst("(?s).*(TK-[0-9-]+).*", "$1");
    }

    private static void enter(SignedIn who, Locator target) {
        target.focus();
        who.page().keyboard().press("Enter");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

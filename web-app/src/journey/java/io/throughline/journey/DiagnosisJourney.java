package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault from the customer's words to the customer's word, and the problem behind it to its article; typed by keys. */
class DiagnosisJourney {

    @ParameterizedTest
    @EnumSource
    void fromTheSymptomsToTheCustomersWord(Lang lang) {
        var subject = "激光测距报警 " + lang + System.nanoTime();
        try (var customer = SignedIn.as("customer", lang);
                var agent = SignedIn.as("agent", lang)) {
            var portal = ask(customer, subject);
            var diagnosis = portal.replace("/portal", "") + "/diagnosis";

            agent.open(diagnosis);
            write(agent, "symptoms", "早班开机后报 E217。");
            write(agent, "workaround", "先擦干镜头再复位。");
            customer.open(portal);
            customer.sees(customer.word("portal.diagnosis.state.WORKAROUND_GIVEN"));
            name(agent);
            write(agent, "remedy", "更换了防护罩。");
            agent.sees(agent.word("aftersales.diagnosis.customersAnswer"));

            customer.open(portal);
            customer.sees(customer.word("portal.diagnosis.state.FIXED"));
            customer.button("portal.ticket.confirm").focus();
            customer.page().keyboard().press("Enter");
            customer.sees(customer.word("portal.diagnosis.state.VERIFIED"));
            agent.open(diagnosis);
            agent.sees(agent.word("enum.DiagnosisState.VERIFIED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fromTheTicketToTheProblemAndItsArticle(Lang lang) {
        var subject = "镜头结露 " + lang + System.nanoTime();
        try (var customer = SignedIn.as("customer", lang);
                var agent = SignedIn.as("agent", lang)) {
            var ticket = ask(customer, subject).replace("/portal", "");

            agent.open("/problems/new?ticket=" + ticket.substring(ticket.lastIndexOf('/') + 1));
            agent.button("aftersales.problem.open").focus();
            agent.page().keyboard().press("Enter");
            assertThat(agent.page()).hasURL(Pattern.compile(".*/problems/PB-[0-9-]+$"));
            agent.sees(subject);
            agent.press("aftersales.problem.do.INVESTIGATING");
            agent.sees(agent.word("enum.ProblemState.INVESTIGATING"));
            agent.page().waitForLoadState();
            agent.page().keyboard().press("e");
            agent.page().locator("#rootCause").focus();
            agent.page().keyboard().insertText("冷库湿度高。");
            agent.page().keyboard().press("Tab");
            assertThat(agent.page().locator("#workaround")).isFocused();
            agent.page().keyboard().insertText("先擦干镜头再复位。");
            agent.press("shell.save");
            agent.press("aftersales.problem.do.KNOWN_ERROR");
            agent.sees(agent.word("enum.ProblemState.KNOWN_ERROR"));

            agent.open(ticket + "/problem");
            agent.sees(agent.word("aftersales.problem.knownErrorHere"));
            agent.page().locator("#problem a[href*='/problems/PB-']").first().press("Enter");
            agent.press("aftersales.problem.tell");
            assertThat(agent.page()).hasURL(Pattern.compile(".*/knowledge/.*edit$"));
        }
    }

    private static String ask(SignedIn customer, String subject) {
        customer.open("/portal/tickets/new");
        customer.page().locator("#subject").focus();
        customer.page().keyboard().insertText(subject);
        customer.page().keyboard().press("Tab");
        customer.page().keyboard().insertText("开机后报 E217，停在巷道中间。");
        customer.press("portal.ticket.send");
        assertThat(customer.page()).hasURL(Pattern.compile(".*/portal/tickets/TK-[0-9-]+$"));
        return customer.page().url().replaceFirst("https?://[^/]+", "");
    }

    /** Into the box, then Enter on the button of its form. */
    private static void write(SignedIn agent, String box, String text) {
        var area = agent.page().locator("#" + box);
        area.focus();
        agent.page().keyboard().insertText(text);
        agent.page().locator("form:has(#" + box + ") button[type=submit]").press("Enter");
        agent.sees(agent.word("aftersales.diagnosis.saved"));
    }

    private static void name(SignedIn agent) {
        agent.open(agent.page().url().replaceFirst("https?://[^/]+", ""));
        agent.page().locator("#cause").selectOption("ENVIRONMENT");
        var deliverable = agent.page().locator("#deliverableId");
        if (deliverable.count() > 0) {
            deliverable.selectOption(new SelectOption().setIndex(1));
        }
        write(agent, "words", "冷库湿度高，镜头结露。");
    }
}

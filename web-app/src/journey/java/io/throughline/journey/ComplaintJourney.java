package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A complaint by the steps of ISO 10002: from the portal to an agent, an independent investigator, a manager and back. */
class ComplaintJourney {

    /** The demo company's manager, who had no part in it. */
    private static final String INVESTIGATOR = "周建国";

    @ParameterizedTest
    @EnumSource
    void fromTheComplaintToTheAcceptance(Lang lang) {
        var subject = "上门迟到 " + lang + System.nanoTime();
        try (var customer = SignedIn.as("customer", lang);
                var agent = SignedIn.as("agent", lang);
                var manager = SignedIn.as("manager", lang)) {
            var portal = complain(customer, subject);
            var complaint = portal.replace("/portal", "") + "/complaint";

            agent.open(complaint);
            agent.press("aftersales.feedback.do.acknowledge");
            agent.sees(agent.word("aftersales.feedback.done.acknowledged"));
            assess(agent);
            agent.page().locator("#investigatorId").selectOption(new SelectOption().setLabel(INVESTIGATOR));
            agent.press("aftersales.feedback.appoint");
            agent.sees(agent.word("aftersales.feedback.done.appointed"));

            find(manager, complaint);
            propose(agent, complaint);
            manager.open(complaint);
            manager.press("aftersales.feedback.do.approve");
            manager.sees(manager.word("aftersales.feedback.done.approved"));
            agent.open(complaint);
            agent.press("aftersales.feedback.do.communicate");
            agent.sees(agent.word("aftersales.feedback.done.communicated"));

            customer.open(portal);
            customer.sees("我们道歉，并调整了排班。");
            customer.press("portal.complaint.accept");
            customer.sees(customer.word("portal.complaint.accepted"));
            agent.open(complaint);
            agent.press("aftersales.feedback.do.close");
            agent.sees(agent.word("aftersales.feedback.done.closed"));
            customer.open(portal);
            customer.sees(customer.word("portal.complaint.state.CLOSED"));
        }
    }

    /** By keys alone. */
    private static String complain(SignedIn customer, String subject) {
        customer.open("/portal/tickets/new");
        customer.page().locator("#subject").focus();
        customer.page().keyboard().insertText(subject);
        customer.page().keyboard().press("Tab");
        customer.page().keyboard().insertText("约好九点，十一点才到。");
        customer.page().locator("#complaint").focus();
        customer.page().keyboard().press("Space");
        assertThat(customer.page().locator("#complaint")).isChecked();
        customer.press("portal.ticket.send");
        customer.sees(customer.word("portal.complaint.state.RECEIVED"));
        return customer.page().url().replaceFirst("https?://[^/]+", "");
    }

    /** By keys alone, from the first field to the button. */
    private static void assess(SignedIn agent) {
        var keys = agent.page().keyboard();
        agent.page().locator("#wanted").focus();
        keys.insertText("道歉，并且下次准时。");
        for (var choice : new String[] {"severity", "complexity", "impact"}) {
            keys.press("Tab");
            assertThat(agent.page().locator("#" + choice)).isFocused();
            keys.press("ArrowDown");
        }
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Enter");
        agent.sees(agent.word("aftersales.feedback.done.assessed"));
    }

    private static void find(SignedIn manager, String complaint) {
        manager.open(complaint);
        manager.page().locator("#findings").fill("排班冲突，没有通知客户。");
        manager.page().locator("input[name=founded][value=true]").check();
        manager.page().locator("#cause").selectOption("WORK_ON_SITE");
        manager.page().locator("form[action$='/findings'] button[type=submit]").press("Enter");
        manager.sees(manager.word("aftersales.feedback.done.found"));
    }

    private static void propose(SignedIn agent, String complaint) {
        agent.open(complaint);
        agent.page().locator("#response").fill("我们道歉，并调整了排班。");
        agent.page().locator("#remedy").selectOption("APOLOGY");
        agent.press("aftersales.feedback.do.propose");
        agent.sees(agent.word("aftersales.feedback.done.proposed"));
    }
}

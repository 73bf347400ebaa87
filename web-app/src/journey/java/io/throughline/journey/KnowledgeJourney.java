package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer written once: by an agent, read over by a manager, found by a customer who was about to ask. */
class KnowledgeJourney {

    @ParameterizedTest
    @EnumSource
    void fromTheDeskToTheCustomerWhoAsks(Lang lang) {
        var title = "变频器散热风扇告警 " + lang + System.nanoTime();
        try (var agent = SignedIn.as("agent", lang);
                var manager = SignedIn.as("manager", lang);
                var customer = SignedIn.as("customer", lang)) {
            var address = write(agent, title);
            customer.page().navigate(RunningApplication.address("/portal/knowledge?q=" + title));
            assertThat(customer.page().locator("#main")).not().containsText("先断电再清扫");

            manager.open(address);
            assertThat(manager.page().locator(".prose strong")).containsText("先断电");
            manager.press("aftersales.knowledge.publish");
            manager.sees(manager.word("aftersales.knowledge.published"));

            customer.open("/portal/tickets/new");
            customer.field("portal.ticket.subject").pressSequentially(title);
            var offer = customer.page().locator("#offers a").getByText(title);
            assertThat(offer).isVisible();
            customer.open(offer.getAttribute("href"));
            customer.reads(title);
            customer.page().locator("#remark").fill("希望配上照片。");
            customer.press("aftersales.knowledge.no");
            customer.sees(customer.word("aftersales.knowledge.voted"));

            agent.open(address);
            agent.sees("希望配上照片。");
        }
    }

    /** By keys alone; nobody publishes what they wrote. */
    private static String write(SignedIn agent, String title) {
        agent.open("/knowledge");
        agent.page().keyboard().press("n");
        assertThat(agent.page()).hasURL(Pattern.compile(".*/knowledge/new"));
        agent.page().locator("#titleZh").focus();
        agent.page().keyboard().insertText(title);
        agent.page().keyboard().press("Tab");
        agent.page().keyboard().insertText("**先断电**再清扫风扇滤网。");
        agent.page().locator("#visibility").selectOption("CUSTOMERS");
        agent.press("aftersales.knowledge.saveDraft");
        agent.reads(title);
        agent.press("aftersales.knowledge.submit");
        agent.sees(agent.word("aftersales.knowledge.needsOther"));
        return agent.page().url().replaceFirst("https?://[^/]+", "");
    }
}

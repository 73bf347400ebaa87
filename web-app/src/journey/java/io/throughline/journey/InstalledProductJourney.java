package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a registered product over the customer's report to its replacement, by keys, and back to where it came from. */
class InstalledProductJourney {

    /** The demo company's first customer, whose manager contact signs in as {@code customer}. */
    private static final String CUSTOMER = "华东智仓";

    /** One of the products the demo company delivered to it. */
    private static final String DELIVERED = "SC-HDZC1-01";

    @ParameterizedTest
    @EnumSource
    void fromTheSerialNumberToTheTicketAndTheReplacement(Lang lang) {
        var serial = "JN-" + lang + "-" + System.nanoTime();
        var subject = "停机 " + serial;
        try (var agent = SignedIn.as("agent", lang);
                var customer = SignedIn.as("customer", lang)) {
            register(agent, serial);

            customer.open("/portal/products/" + serial);
            customer.follow("portal.product.report");
            assertThat(customer.page().locator("#product")).hasValue(serial);
            customer.page().locator("#subject").focus();
            customer.page().keyboard().insertText(subject);
            customer.page().keyboard().press("Tab");
            customer.page().keyboard().insertText("早上起不来了。");
            customer.press("portal.ticket.send");
            customer.sees(serial);

            agent.open("/installed-products/" + serial);
            agent.sees(subject);
            agent.open("/installed-products/" + serial + "/replacement");
            agent.page().locator("#serial").focus();
            agent.page().keyboard().insertText(serial + "-R");
            agent.page().locator("#reason").focus();
            agent.page().keyboard().insertText("轴承损坏");
            agent.press("aftersales.installed.replace");
            agent.sees(agent.word("aftersales.installed.done.replaced"));
            agent.sees(subject);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reachesDeliverableAcceptanceAndProjectFromAProduct(Lang lang) {
        try (var manager = SignedIn.as("manager", lang)) {
            manager.open("/installed-products/" + DELIVERED);
            manager.sees(manager.word("aftersales.installed.acceptance"));
            var deliverable = manager.page().locator("a[href*='/projects/HDZC1/deliverables/']");
            deliverable.focus();
            deliverable.press("Enter");
            manager.page().waitForURL("**/projects/HDZC1/deliverables/**");
        }
    }

    /** By keys alone, from the customer to the button. */
    private static void register(SignedIn agent, String serial) {
        agent.open("/installed-products/new");
        agent.page().locator("input[name=q]").last().focus();
        agent.page().keyboard().insertText(CUSTOMER);
        agent.page().keyboard().press("Enter");
        var found = agent.page().locator("main a.row-link").first();
        assertThat(found).containsText(CUSTOMER);
        found.press("Enter");
        agent.page().locator("#serial").focus();
        var keys = agent.page().keyboard();
        keys.insertText(serial);
        keys.press("Tab");
        keys.insertText("SC-12");
        keys.press("Tab");
        keys.press("Tab");
        keys.insertText("堆垛机");
        agent.page().locator("#acceptedOn").fill("2026-03-01");
        agent.page().locator("main form.form button[type=submit]").press("Enter");
        agent.sees(serial);
        agent.sees(agent.word("enum.InstalledProductState.IN_USE"));
    }
}

package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With scripts switched off: sign in, create, answer and search by plain forms. */
class PlainPagesJourney {

    @ParameterizedTest
    @EnumSource
    void opensAnswersAndFindsATicket(Lang lang) {
        var subject = "无脚本工单 " + lang + " " + System.nanoTime();
        try (var agent = SignedIn.withoutScript("agent", lang)) {
            agent.open("/tickets/new");
            agent.page().locator("#subject").fill(subject);
            agent.page().locator("#body").fill("打印机脱机。");
            agent.press("aftersales.ticket.create");
            agent.reads(subject);

            agent.page().locator("#reply-body").fill("请重启一次。");
            agent.page()
                    .locator("form.composer:not(.internal) .composer-foot button[type=submit]")
                    .click();
            assertThat(agent.page().locator(".talk")).containsText("请重启一次");

            agent.page().locator("#search").fill(subject);
            agent.page().locator("#search").press("Enter");
            assertThat(agent.page().locator("main")).containsText(subject);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksFromThePortal(Lang lang) {
        var subject = "门户提问 " + lang + " " + System.nanoTime();
        try (var customer = SignedIn.withoutScript("customer", lang)) {
            customer.open("/portal/tickets/new");
            customer.page().locator("#subject").fill(subject);
            customer.page().locator("#body").fill("扫描枪没有声音。");
            customer.press("portal.ticket.send");
            customer.reads(subject);
            customer.page().locator("#answer-body").fill("换了电池也一样。");
            customer.press("portal.ticket.answerSend");
            assertThat(customer.page().locator(".talk")).containsText("换了电池");
        }
    }
}

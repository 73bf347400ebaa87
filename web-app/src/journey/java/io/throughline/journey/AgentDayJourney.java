package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent's day: a question answered from a ready text while a colleague looks on, and the same steps on many tickets. */
class AgentDayJourney {

    @ParameterizedTest
    @EnumSource
    void answersFromAReadyTextByKeysWhileAColleagueLooksOn(Lang lang) {
        var stamp = lang + " " + System.nanoTime();
        var subject = "输送线抖动 " + stamp;
        try (var agent = SignedIn.as("agent", lang);
                var manager = SignedIn.as("manager", lang);
                var customer = SignedIn.as("customer", lang)) {
            writeTemplate(agent, "收到" + stamp.replace(" ", ""));
            var number = ask(customer, subject);

            agent.open("/tickets/" + number);
            manager.open("/tickets/" + number);
            assertThat(agent.page().locator(".presence"))
                    .containsText(agent.word("aftersales.ticket.viewing", "").strip());

            var keys = agent.page().keyboard();
            agent.page().locator("#reply-body").focus();
            keys.type("/收到" + stamp.replace(" ", ""));
            assertThat(agent.page().locator("#reply-choices [role=option]").first())
                    .isVisible();
            keys.press("Enter");
            assertThat(agent.page().locator("#reply-body")).hasValue(Pattern.compile(number));
            assertThat(agent.page().locator("form.composer:not(.internal) [data-gaps]"))
                    .isHidden();
            assertThat(manager.page().locator(".presence .writes"))
                    .containsText(manager.word("aftersales.ticket.writing", "").strip());

            agent.page().waitForResponse(answer -> answer.url().endsWith("/draft"), () -> keys.type(" 马上处理。"));
            agent.page().reload();
            assertThat(agent.page().locator("#reply-body")).hasValue(Pattern.compile("马上处理。"));

            customer.page().locator("#answer-body").fill("现在更厉害了");
            customer.press("portal.ticket.answerSend");
            assertThat(agent.page().locator("[data-newer]")).isVisible();
            agent.page().locator("#reply-status").selectOption("WAITING_CUSTOMER");
            agent.page().locator("#reply-body").focus();
            keys.press("Control+Enter");
            agent.page().locator("input[name=confirmed]").check();
            assertThat(agent.page().locator("#reply-body")).hasValue(Pattern.compile("马上处理。"));
            agent.page().locator("#reply-body").focus();
            keys.press("Control+Enter");
            assertThat(agent.page().locator(".page-title"))
                    .containsText(agent.word("enum.TicketStatus.WAITING_CUSTOMER"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTheSameStepsOnOneTicketAndOnManyAndTakesThemBack(Lang lang) {
        var stamp = lang + " " + System.nanoTime();
        var subject = "批量 " + stamp;
        try (var agent = SignedIn.as("agent", lang);
                var customer = SignedIn.as("customer", lang)) {
            var number = ask(customer, subject);
            agent.open("/macros/new");
            agent.page().locator("#name").fill("挂供应商 " + stamp);
            agent.page().locator("#status").selectOption("WAITING_THIRD_PARTY");
            agent.page().locator("#priority").selectOption("P1");
            agent.press("shell.save");
            agent.open("/tickets/" + number);
            agent.page().locator("#macro").selectOption(new SelectOption().setLabel("挂供应商 " + stamp));
            agent.press("aftersales.desk.showMacro");
            assertThat(agent.page().locator("main")).containsText(agent.word("enum.TicketStatus.WAITING_THIRD_PARTY"));
            agent.press("aftersales.desk.runMacro");
            assertThat(agent.page().locator(".page-title"))
                    .containsText(agent.word("enum.TicketStatus.WAITING_THIRD_PARTY"));
            assertThat(agent.page().locator(".talk")).containsText("挂供应商 " + stamp);

            agent.open("/tickets/batches");
            agent.press("shell.undo");
            agent.open("/tickets/" + number);
            assertThat(agent.page().locator(".page-title")).containsText(agent.word("enum.TicketStatus.IN_PROGRESS"));

            saveView(agent, "急件 " + stamp);
            agent.open("/tickets?view=open&sort=-created");
            agent.page().locator("input[name=ticket][value='" + number + "']").check();
            agent.page().locator("#bulk button[type=submit]").click();
            agent.page().locator("#priority").selectOption("P1");
            agent.press("aftersales.ticket.bulkPreview");
            agent.press("aftersales.ticket.bulkRun", 1);
            agent.sees(agent.word("aftersales.ticket.bulkDone", 1));
        }
    }

    private static void writeTemplate(SignedIn agent, String name) {
        agent.open("/reply-templates/new");
        agent.page().locator("#name").fill(name);
        agent.page().locator("#textZh").fill("{{联系人}}您好，工单 {{工单号}} 已收到。");
        agent.page().locator("#textEn").fill("Dear {{contact}}, we have your ticket {{number}}.");
        agent.press("shell.save");
        agent.sees(name);
    }

    private static String ask(SignedIn customer, String subject) {
        customer.open("/portal/tickets/new");
        customer.field("portal.ticket.subject").fill(subject);
        customer.field("portal.ticket.body").fill("早班开始就抖。");
        customer.press("portal.ticket.send");
        customer.reads(subject);
        return customer.page().url().replaceFirst("(?s).*(TK-[0-9-]+).*", "$1");
    }

    private static void saveView(SignedIn agent, String name) {
        agent.open("/tickets?view=open&filter.priority=P1");
        agent.page().locator(".view-bar summary").click();
        agent.page().locator("#view-name").fill(name);
        agent.page().locator(".view-bar form button[type=submit]").click();
        var link = agent.page().locator(".saved-views a[aria-current=page]");
        assertThat(link).containsText(name);
        assertThat(link.locator(".count")).isVisible();
    }
}

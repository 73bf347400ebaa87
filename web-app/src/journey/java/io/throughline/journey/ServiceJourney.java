package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One line through the service: a customer asks, the agent sees it at once and solves it, the customer agrees and rates. */
class ServiceJourney {

    private static final FilePayload PROTOCOL =
            new FilePayload("现场记录.txt", "text/plain", "E217, 06:40".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @EnumSource
    void fromTheQuestionToTheRating(Lang lang) {
        var subject = "堆垛机停在巷道中间 " + lang + " " + System.nanoTime();
        try (var agent = SignedIn.as("agent", lang);
                var customer = SignedIn.as("customer", lang)) {
            agent.open("/tickets?view=unassigned");
            ask(customer, subject);
            var row = agent.page().locator("#desk-list").getByText(subject);
            assertThat(row).isVisible();

            solve(agent, row);
            agree(customer, subject);
        }
    }

    private static void ask(SignedIn customer, String subject) {
        customer.open("/portal");
        customer.follow("portal.home.ask");
        customer.field("portal.ticket.subject").fill(subject);
        customer.field("portal.ticket.body").fill("早班 6:40 报 E217，复位两次都起不来。");
        customer.page().locator("#file").setInputFiles(PROTOCOL);
        customer.press("portal.ticket.send");
        customer.reads(subject);
        assertThat(customer.page().getByText(PROTOCOL.name).first()).isVisible();
    }

    /** Opens it beside the list, takes it, leaves a note nobody outside reads, answers and resolves. */
    private static void solve(SignedIn agent, Locator row) {
        row.click();
        var pane = agent.page().locator("#pane");
        assertThat(pane).containsText("E217");
        assertThat(pane.getByText(PROTOCOL.name)).isVisible();
        agent.page().locator("#pane a.code").click();
        agent.press("aftersales.ticket.take");
        assertThat(agent.button("aftersales.ticket.take")).hasCount(0);

        agent.page().locator("summary[data-key=n]").click();
        agent.page().locator("#note-body").fill("怀疑测距镜头结露，先不要告诉客户。");
        agent.press("aftersales.ticket.addNote");
        assertThat(agent.page().locator(".talk .internal, .talk .message.note").first())
                .containsText("结露");

        agent.page().locator("#reply-body").fill("已更换测距镜头并加装吹扫，连续运行正常。");
        agent.page().locator("#reply-status").selectOption("RESOLVED");
        agent.page()
                .locator("form.composer:not(.internal) .composer-foot button[type=submit]")
                .click();
        assertThat(agent.page().locator(".page-title")).containsText(agent.word("enum.TicketStatus.RESOLVED"));
    }

    private static void agree(SignedIn customer, String subject) {
        customer.page().reload();
        customer.reads(subject);
        assertThat(customer.page().locator(".talk")).containsText("加装吹扫");
        assertThat(customer.page().locator(".talk")).not().containsText("结露");
        customer.press("portal.ticket.confirm");
        customer.sees(customer.word("portal.ticket.confirmed"));
        customer.page().locator("input[name=rating][value='5']").check();
        customer.press("aftersales.survey.send");
        assertThat(customer.page().locator("main")).containsText(customer.word("aftersales.survey.of5", 5));
    }
}

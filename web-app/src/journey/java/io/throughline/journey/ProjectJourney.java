package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project from its template to its first gate: planned, talked about, refused, waived and passed. */
class ProjectJourney {

    private static final FilePayload MINUTES =
            new FilePayload("会议纪要.txt", "text/plain", "范围已确认。".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @EnumSource
    void fromTheTemplateThroughTheGate(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            var key = create(pm, lang);
            plan(pm, key, lang);
            talk(pm, key, lang);
            board(pm, key);
            refused(pm, key);
            mend(pm, key);
            grant(key, lang);
            pass(pm, key);
        }
    }

    private static String create(SignedIn pm, Lang lang) {
        pm.open("/projects/new");
        pm.page().locator("input[name=templateCode][value=software-rollout]").check();
        pm.page().locator("#name").fill("仓储系统上线 " + lang);
        var key = "J" + lang + System.nanoTime() % 100_000;
        pm.page().locator("#key").fill(key);
        pm.page().locator("#plannedStart").fill("2027-03-01");
        pm.page().locator("#committedDate").fill("2027-09-30");
        pm.press("project.lifecycle.create");
        assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key));
        pm.reads("仓储系统上线");
        return key;
    }

    /** Adds a task in the grid without a mouse, and finishes one. */
    private static void plan(SignedIn pm, String key, Lang lang) {
        pm.open("/projects/" + key + "/schedule");
        var rows = pm.page().locator("table.tree-grid .plan-rows tr");
        int before = rows.count();
        rows.nth(1).locator("th").focus();
        var keys = pm.page().keyboard();
        keys.press("Enter");
        var editor = pm.page().locator("table.tree-grid tbody input:not([type=hidden])");
        assertThat(editor).isFocused();
        keys.insertText("现场网络勘察 " + lang);
        keys.press("Enter");
        assertThat(editor).hasValue("");
        keys.press("Escape");
        assertThat(rows).hasCount(before + 1);
        assertThat(editor).hasCount(0);
        assertThat(pm.page().locator(".plan-rows .draft")).hasCount(0);
        links(pm);
        var added = pm.page().locator("table.tree-grid").getByText("现场网络勘察");
        assertThat(added).isVisible();
        added.click();
        pm.reads("现场网络勘察");
        pm.press("project.schedule.complete");
        assertThat(pm.page().locator(".page-title")).containsText(pm.word("enum.TaskStatus.DONE"));
    }

    /** Writes a predecessor into its cell of the row in hand: refused with the words kept, then taken, then undone. */
    private static void links(SignedIn pm) {
        var keys = pm.page().keyboard();
        var number =
                pm.page().locator("table.tree-grid .plan-rows tr:has(:focus)").getAttribute("data-no");
        var cell = pm.page().locator("#t" + number + " [data-f=predecessors]");
        cell.focus();
        keys.press("F2");
        keys.insertText("99999");
        keys.press("Enter");
        var editor = pm.page().locator("table.tree-grid tbody input:not([type=hidden])");
        assertThat(pm.page().locator("#cell-error")).hasText(pm.word("project.schedule.noSuchTask"));
        assertThat(editor).hasValue("99999");
        assertThat(editor).isFocused();
        org.assertj.core.api.Assertions.assertThat(pm.faults().take())
                .as("the answer to the refused cell")
                .singleElement()
                .asString()
                .startsWith("422 POST");
        editor.fill("2SS+1d");
        keys.press("Enter");
        assertThat(cell).hasText("2SS+1d");
        keys.press("Control+z");
        assertThat(cell).hasText("");
    }

    private static void talk(SignedIn pm, String key, Lang lang) {
        pm.page().locator("#comment-text").fill("请看一下纪要 @manager");
        pm.page().locator("#comment-files").setInputFiles(MINUTES);
        pm.press("foundation.activity.comment.send");
        assertThat(pm.page().locator(".timeline")).containsText(MINUTES.name);
        try (var manager = SignedIn.as("manager", lang)) {
            manager.open("/inbox");
            assertThat(manager.page().locator("main")).containsText(key);
        }
    }

    /** Moves a card without a mouse and hears where it lies. */
    private static void board(SignedIn pm, String key) {
        pm.open("/projects/" + key + "/board");
        var columns = pm.page().locator(".board-column");
        var card = columns.nth(0).locator(".board-card").first();
        var title = card.locator("a").innerText();
        var keys = pm.page().keyboard();
        card.locator("a").focus();
        keys.press("m");
        assertThat(card.locator("button.menu-item").first()).isFocused();
        keys.press("Enter");
        var moved = columns.nth(1).locator(".board-card");
        assertThat(moved).isFocused();
        assertThat(moved).containsText(title);
        assertThat(pm.page().locator("#notices")).containsText(pm.word("enum.TaskStatus.IN_PROGRESS"));
    }

    private static void refused(SignedIn pm, String key) {
        pm.open("/projects/" + key + "/gates/INITIATION");
        pm.page().locator("input[name=decision][value=GO]").check();
        pm.press("project.gate.record");
        assertThat(pm.page().locator(".error-summary")).isVisible();
    }

    /** One criterion is met, for the other a waiver is asked. */
    private static void mend(SignedIn pm, String key) {
        pm.open("/projects/" + key + "/edit");
        pm.page().locator("#goal").fill("旺季前投用，出库差错率低于万分之三。");
        pm.press("shell.save");
        pm.open("/projects/" + key + "/gates/INITIATION");
        pm.page()
                .locator("summary")
                .getByText(
                        pm.word("project.gate.waive"),
                        new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        pm.page().locator("textarea[name=reason]:visible").fill("客户主体下月完成工商变更，先行启动规划。");
        pm.press("project.gate.askWaiver");
        pm.sees(pm.word("enum.WaiverStatus.REQUESTED"));
    }

    private static void grant(String key, Lang lang) {
        try (var manager = SignedIn.as("manager", lang)) {
            manager.open("/projects/" + key + "/gates/INITIATION");
            manager.press("project.gate.grant");
            manager.sees(manager.word("project.gate.waived"));
        }
    }

    private static void pass(SignedIn pm, String key) {
        pm.open("/projects/" + key + "/gates/INITIATION");
        pm.page().locator("input[name=decision][value=GO]").check();
        pm.press("project.gate.record");
        assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key));
        assertThat(pm.page().locator("[aria-current=step]")).containsText(pm.word("enum.Phase.PLANNING"));
    }
}

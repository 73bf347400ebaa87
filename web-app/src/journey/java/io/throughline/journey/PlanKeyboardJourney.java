package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan of fifty rows without a mouse: names, outline, durations, links, a milestone; back and forth; copied and pasted. */
class PlanKeyboardJourney {

    private static final int PHASES = 5;
    private static final int TASKS = 9;
    private static final int ROWS = PHASES * (TASKS + 1);
    private static final double PATIENCE = 60_000;

    @ParameterizedTest
    @EnumSource
    void plansFiftyRowsByKeysAlone(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            var key = create(pm, lang);
            pm.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            names(pm);
            durations(pm);
            links(pm);
            assertThat(finish(key)).isEqualTo(expectedFinish());
            backAndForth(pm, key);
            copies(pm);
        }
    }

    private static String create(SignedIn pm, Lang lang) {
        pm.open("/projects/new");
        pm.page().locator("#name").fill("键盘计划 " + lang);
        var key = "K" + lang + System.nanoTime() % 100_000;
        pm.page().locator("#key").fill(key);
        pm.page().locator("#plannedStart").fill("2027-03-01");
        pm.press("project.lifecycle.create");
        assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key));
        pm.open("/projects/" + key + "/schedule");
        return key;
    }

    /** Enter opens the next row while the one before is saved behind; Tab indents, Shift+Tab outdents. */
    private static void names(SignedIn pm) {
        var keys = pm.page().keyboard();
        assertThat(pm.page().locator(".plan-rows .draft input")).isFocused();
        for (int phase = 1; phase <= PHASES; phase++) {
            if (phase > 1) {
                keys.press("Shift+Tab");
            }
            keys.type("阶段 " + phase);
            keys.press("Enter");
            for (int task = 1; task <= TASKS; task++) {
                if (task == 1) {
                    keys.press("Tab");
                }
                keys.type("任务 " + phase + "." + task);
                keys.press("Enter");
            }
        }
        keys.press("Escape");
        settled(pm);
        assertThat(rows(pm)).hasCount(ROWS, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(cell(pm, ROWS, 2)).hasText(PHASES + "." + TASKS);
        assertThat(pm.page().locator("tr.summary")).hasCount(PHASES);
    }

    /** The cell below follows each Enter; the last task takes no time and becomes a milestone. */
    private static void durations(SignedIn pm) {
        var keys = pm.page().keyboard();
        to(pm, 2, "DURATION");
        for (int row = 2; row <= ROWS; row++) {
            if (isPhase(row)) {
                keys.press("ArrowDown");
            } else {
                keys.type(row == ROWS ? "0" : "2d");
                keys.press("Enter");
            }
        }
        settled(pm);
        assertThat(row(pm, ROWS).locator(".tree-leaf")).hasText("◆");
    }

    /** Each task after the one before; the first of a phase two days after the last of the phase before. */
    private static void links(SignedIn pm) {
        var keys = pm.page().keyboard();
        to(pm, 3, "PREDECESSORS");
        for (int row = 3; row <= ROWS; row++) {
            boolean first = isPhase(row - 1);
            if (isPhase(row)) {
                keys.press("ArrowDown");
            } else {
                keys.type(first ? row - 2 + "FS+2d" : String.valueOf(row - 1));
                keys.press("Enter");
            }
        }
        settled(pm);
        assertThat(row(pm, 12).locator("[data-f=predecessors]")).hasText("10FS+2d");
    }

    private static void backAndForth(SignedIn pm, String key) {
        var whole = plan(key);
        var keys = pm.page().keyboard();
        for (int step = 0; step < 10; step++) {
            keys.press("Control+z");
        }
        settled(pm);
        assertThat(plan(key)).isNotEqualTo(whole);
        for (int step = 0; step < 10; step++) {
            keys.press("Control+y");
        }
        settled(pm);
        assertThat(plan(key)).isEqualTo(whole);
    }

    /** Two rows within the plan, then cells as a spreadsheet gives them; all of it taken back. */
    private static void copies(SignedIn pm) {
        var keys = pm.page().keyboard();
        to(pm, 2, "NUMBER");
        keys.press("Shift+ArrowDown");
        assertThat(pm.page().locator("tr[aria-selected=true]")).hasCount(2);
        keys.press("Control+c");
        keys.press("Control+v");
        assertThat(pm.page().locator("#grid table"))
                .hasAttribute("aria-rowcount", String.valueOf(ROWS + 3), patiently());
        settled(pm);

        to(pm, ROWS, "NAME");
        pm.page().evaluate("text => navigator.clipboard.writeText(text)", "名称\t工期\t前置任务\n甲\t2d\t\n乙\t1d\t1");
        keys.press("Control+v");
        assertThat(pm.page().locator("#grid table"))
                .hasAttribute("aria-rowcount", String.valueOf(ROWS + 5), patiently());
        keys.press("Control+z");
        keys.press("Control+z");
        assertThat(pm.page().locator("#grid table"))
                .hasAttribute("aria-rowcount", String.valueOf(ROWS + 1), patiently());
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions patiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    private static boolean isPhase(int row) {
        return (row - 1) % (TASKS + 1) == 0;
    }

    /** Nine tasks of two days in four phases, two days between phases, eight tasks before the milestone of the fifth. */
    private static String expectedFinish() {
        int days = 4 * TASKS * 2 + 4 * 2 + (TASKS - 1) * 2;
        var day = java.time.LocalDate.of(2027, 3, 1);
        for (int left = days - 1; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day.toString();
    }

    private static String finish(String key) {
        var rows = tasks(key);
        return String.valueOf(
                java.util.Objects.requireNonNull(rows.get(rows.size() - 1).plannedFinish())
                        .toLocalDate());
    }

    private static List<String> plan(String key) {
        return tasks(key).stream()
                .map(row -> row.wbs() + " " + row.name() + " " + row.plannedStart() + " " + row.plannedFinish() + " "
                        + row.predecessors())
                .toList();
    }

    private static List<TaskRow> tasks(String key) {
        return RunningApplication.bean("taskQueries", TaskQueries.class).outline(People.viewer("pm"), key);
    }

    private static void to(SignedIn pm, int row, String column) {
        var place = pm.page().locator("#grid th[data-c]").all().stream()
                .map(head -> head.getAttribute("data-c"))
                .toList()
                .indexOf(column);
        cell(pm, row, place).focus();
    }

    private static Locator rows(SignedIn pm) {
        return pm.page().locator(".plan-rows > tr[aria-rowindex]");
    }

    private static Locator row(SignedIn pm, int row) {
        return pm.page().locator("#t" + row);
    }

    private static Locator cell(SignedIn pm, int row, int column) {
        return row(pm, row).locator("> *").nth(column);
    }

    /** Everything typed is saved, and the rows are the server's. */
    private static void settled(SignedIn pm) {
        assertThat(pm.page().locator("#grid[aria-busy=true]")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(pm.page().locator(".plan-rows .draft")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(pm.page().locator(".plan-rows .error")).hasCount(0);
    }
}

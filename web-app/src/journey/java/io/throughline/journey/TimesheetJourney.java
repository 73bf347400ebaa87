package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A week of hours without a mouse: filled in and handed in, approved, corrected, approved again; each language its own week. */
class TimesheetJourney {

    @ParameterizedTest
    @EnumSource
    void fillsAWeekAndHasItApprovedAndCorrected(Lang lang) {
        var week = week(lang, 30);
        try (var member = SignedIn.as("member", lang)) {
            member.open("/my/timesheets/" + week);
            var page = member.page();
            page.locator("#add").fill(task(member));
            press(member, member.button("project.timesheet.add"));
            var first = page.locator(".sheet tbody input[data-day='0']").first();
            first.focus();
            page.keyboard().type("7:30");
            page.keyboard().press("ArrowRight");
            page.keyboard().type("1h30m");
            page.keyboard().press("Tab");
            page.keyboard().type("评审 review");
            page.keyboard().press("Tab");
            page.keyboard().type("neun");
            assertThat(page.locator("[data-week-sum]")).hasText("9");
            press(member, member.button("project.timesheet.submit"));
            var summary = page.locator(".error-summary");
            assertThat(summary).isFocused();
            assertThat(summary).containsText("neun");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Control+a");
            page.keyboard().type("6");
            press(member, member.button("project.timesheet.submit"));
            assertThat(page.locator(".page-title .badge")).containsText(member.word("enum.TimesheetStatus.SUBMITTED"));
        }
        decides(lang, week);
        try (var member = SignedIn.as("member", lang)) {
            member.open("/my/timesheets/" + week);
            var page = member.page();
            assertThat(page.locator(".page-title .badge")).containsText(member.word("enum.TimesheetStatus.APPROVED"));
            press(member, page.locator("details.panel > summary"));
            page.locator("#minutes").fill("5");
            page.locator("#reason").fill("看错了 misread");
            press(member, member.button("project.timesheet.correctDo"));
            assertThat(page.locator("section[aria-labelledby=corrections-title]"))
                    .containsText("7.5 → 5");
        }
        decides(lang, week);
        try (var member = SignedIn.as("member", lang)) {
            member.open("/my/timesheets/" + week);
            assertThat(member.page().locator(".sheet tbody td").first()).hasText("5");
            assertThat(member.page().locator(".page-title .badge"))
                    .containsText(member.word("enum.TimesheetStatus.APPROVED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsAWeekBackFromAPhone(Lang lang) {
        var week = week(lang, 40);
        try (var member = SignedIn.as("member", lang, Theme.DARK, Width.PHONE)) {
            member.open("/my/timesheets/" + week);
            member.page().locator("[id='hours.SERVICE.2']").fill("4");
            member.press("project.timesheet.submit");
            assertThat(member.page().locator(".page-title .badge"))
                    .containsText(member.word("enum.TimesheetStatus.SUBMITTED"));
        }
        try (var coordinator = SignedIn.as("coordinator", lang)) {
            coordinator.open("/timesheets/member/" + week);
            coordinator.press("project.timesheet.reject");
            assertThat(coordinator.page().locator("#reason-error")).isVisible();
            coordinator.page().locator("#reason").fill("写明工单 name the ticket");
            coordinator.press("project.timesheet.reject");
            assertThat(coordinator.page()).hasURL(RunningApplication.address("/my/approvals"));
        }
        try (var member = SignedIn.withoutScript("member", lang)) {
            member.open("/my/timesheets/" + week);
            member.sees("name the ticket");
            member.page().locator("[id='hours.SERVICE.2']").fill("3");
            member.press("shell.save");
            assertThat(member.page().locator("[id='hours.SERVICE.2']")).hasValue("3");
        }
    }

    private static void decides(Lang lang, String week) {
        try (var pm = SignedIn.as("pm", lang)) {
            pm.open("/my/approvals");
            var row = pm.page()
                    .locator("li")
                    .filter(new Locator.FilterOptions().setHas(pm.page().locator("a[href*='" + week + "']")));
            press(pm, row.locator("button.primary"));
            assertThat(pm.page().locator("a[href*='" + week + "']")).hasCount(0);
        }
    }

    /** Any task of the member's, as the list of the page offers it. */
    private static String task(SignedIn member) {
        return member.page().locator("#tasks option").first().getAttribute("value");
    }

    private static void press(SignedIn person, Locator button) {
        button.focus();
        person.page().keyboard().press("Enter");
    }

    private static String week(Lang lang, int back) {
        var day = LocalDate.now().minusWeeks(back + lang.ordinal());
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

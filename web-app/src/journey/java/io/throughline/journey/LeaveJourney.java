package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days off without a mouse: asked for on a phone, agreed to, cancelled again; each language its own week. */
class LeaveJourney {

    @ParameterizedTest
    @EnumSource
    void asksForLeaveAndTakesItBack(Lang lang) {
        var day = LocalDate.now()
                .plusWeeks(50L + lang.ordinal())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY));
        try (var member = SignedIn.as("member", lang, Theme.LIGHT, Width.PHONE)) {
            member.open("/my/leave");
            var page = member.page();
            page.locator("#firstDay").fill(day.toString());
            page.locator("#lastDay").fill(day.minusDays(3).toString());
            press(member, member.button("project.leave.send"));
            assertThat(page.locator("#lastDay-error")).isVisible();
            page.locator("#lastDay").fill(day.plusDays(1).toString());
            member.field("project.leave.untilNoon").press("Space");
            press(member, member.button("project.leave.send"));
            assertThat(row(member, day)).containsText(member.word("enum.LeaveStatus.REQUESTED"));
        }
        try (var coordinator = SignedIn.as("coordinator", lang)) {
            coordinator.open("/my/approvals");
            var page = coordinator.page();
            var waiting = page.locator("section[aria-labelledby=leave-title] li")
                    .filter(new Locator.FilterOptions().setHasText(day.toString()));
            press(coordinator, waiting.locator("a").first());
            assertThat(page.locator("section[aria-labelledby=met-title]")).isVisible();
            press(coordinator, coordinator.button("project.leave.approve"));
            assertThat(page).hasURL(RunningApplication.address("/my/approvals"));
        }
        try (var member = SignedIn.as("member", lang)) {
            member.open("/my/leave");
            assertThat(row(member, day)).containsText(member.word("enum.LeaveStatus.APPROVED"));
            press(member, row(member, day).locator("button"));
            assertThat(row(member, day)).containsText(member.word("enum.LeaveStatus.CANCELLED"));
        }
    }

    private static Locator row(SignedIn member, LocalDate day) {
        return member.page()
                .locator("table.list tbody tr")
                .filter(new Locator.FilterOptions().setHasText(day.toString()))
                .first();
    }

    private static void press(SignedIn person, Locator button) {
        button.focus();
        person.page().keyboard().press("Enter");
    }
}

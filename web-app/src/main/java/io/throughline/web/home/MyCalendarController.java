package io.throughline.web.home;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.MyTabs;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My calendar: the month in weeks from Monday, with what is due on each day. */
@Controller
@RequiredArgsConstructor
class MyCalendarController {

    private final DueWork work;
    private final Clock clock;

    @GetMapping("/my/calendar")
    String month(Viewer viewer, @RequestParam(required = false) @Nullable String month, Model model) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        var shown = month == null || month.isBlank() ? YearMonth.from(today) : parse(month);
        var from = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var to = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        model.addAttribute("tabs", MyTabs.of(viewer));
        model.addAttribute("month", shown);
        model.addAttribute("today", today);
        var due = work.between(viewer, from, to);
        model.addAttribute("weeks", weeks(from, to, shown, due));
        model.addAttribute("free", due.isEmpty());
        return "home/calendar";
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new RuleViolation("web.home.badMonth", month).at("month");
        }
    }

    private static List<List<Day>> weeks(LocalDate from, LocalDate to, YearMonth shown, List<Due> due) {
        var byDay = due.stream().collect(Collectors.groupingBy(Due::day));
        var weeks = new ArrayList<List<Day>>();
        for (var monday = from; monday.isBefore(to); monday = monday.plusWeeks(1)) {
            var first = monday;
            weeks.add(java.util.stream.IntStream.range(0, 7)
                    .mapToObj(first::plusDays)
                    .map(day -> new Day(day, YearMonth.from(day).equals(shown), byDay.getOrDefault(day, List.of())))
                    .toList());
        }
        return weeks;
    }

    /** One square of the month. */
    record Day(LocalDate date, boolean inMonth, List<Due> due) {}
}

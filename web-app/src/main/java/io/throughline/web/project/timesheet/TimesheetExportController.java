package io.throughline.web.project.timesheet;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.timesheet.BookedTime;
import io.throughline.project.timesheet.BookedTime.TimeLine;
import io.throughline.project.timesheet.TimesheetWeek;
import io.throughline.web.export.Exports;
import io.throughline.web.export.Table;
import io.throughline.web.export.Table.Column;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hours of a stretch of days as a file: the own, and those of others the viewer decides about. */
@Controller
@RequiredArgsConstructor
class TimesheetExportController {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private final BookedTime booked;
    private final Words words;
    private final Exports exports;
    private final Clock clock;

    /**
     * @param from the Monday of this week where it is left out
     * @param to included; the last day of the month of {@code from} where it is left out
     */
    @Limited(Limit.EXPORT)
    @GetMapping({"/timesheets.csv", "/timesheets.xlsx"})
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var first = from == null
                ? TimesheetWeek.of(LocalDate.now(clock.withZone(viewer.zone()))).monday()
                : from;
        var last = to == null ? first.withDayOfMonth(first.lengthOfMonth()) : to;
        if (last.isBefore(first)) {
            throw new RuleViolation("project.timesheet.badSpan").at("to");
        }
        exports.send(
                viewer,
                new Table<>(
                        words.text("project.timesheet.list"),
                        columns(),
                        stretch -> booked.between(viewer, first, last, stretch)),
                request,
                response);
    }

    private List<Column<TimeLine>> columns() {
        return List.of(
                new Column<>(words.text("project.timesheet.day"), TimeLine::day),
                new Column<>(words.text("project.timesheet.person"), TimeLine::name),
                new Column<>(
                        words.text("project.timesheet.task"),
                        line -> line.code() == null ? words.of(line.kind()) : line.code()),
                new Column<>(words.text("project.timesheet.name"), TimeLine::task),
                new Column<>(words.text("project.timesheet.project"), TimeLine::project),
                new Column<>(words.text("project.timesheet.hours"), line -> hours(line.minutes())),
                new Column<>(words.text("project.timesheet.approvedHours"), line -> hours(line.approvedMinutes())),
                new Column<>(words.text("project.timesheet.status"), line -> words.of(line.status())),
                new Column<>(words.text("project.timesheet.note"), TimeLine::note));
    }

    private static @Nullable BigDecimal hours(@Nullable Integer minutes) {
        return minutes == null ? null : BigDecimal.valueOf(minutes).divide(HOUR, 2, RoundingMode.HALF_UP);
    }
}

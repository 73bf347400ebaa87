package io.throughline.project.timesheet;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own weeks: hours are written, copied from the week before, handed in, taken back and corrected. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class Timesheets {

    private final SheetDesk desk;
    private final TimeEntryRepository entries;
    private final Bookables bookables;
    private final RemainingWork remaining;
    private final SheetApproval approval;
    private final TimesheetNotices notices;
    private final Activities activities;
    private final Clock clock;

    /**
     * Writes what is named; days and rows that are not named stay.
     *
     * @throws StaleVersion where the sheet is no longer as it was seen
     * @throws RuleViolation at {@link BookTime#place(String, LocalDate)} of the hours that cannot be
     */
    public void save(Viewer viewer, TimesheetWeek week, SaveTimesheet command) {
        var sheet = desk.openOwn(viewer, week);
        desk.requireVersion(sheet, command.version());
        write(viewer, sheet, command);
    }

    /** The same, and what is not named goes. */
    public void replace(Viewer viewer, TimesheetWeek week, SaveTimesheet command) {
        var sheet = desk.openOwn(viewer, week);
        desk.requireVersion(sheet, command.version());
        var named = new HashSet<String>();
        command.entries().forEach(one -> named.add(one.place()));
        var all = new ArrayList<>(command.entries());
        desk.cells(sheet).stream()
                .filter(cell -> !cell.entry().isApproved())
                .filter(cell -> !named.contains(cell.place()))
                .forEach(cell -> all.add(new BookTime(cell.row(), cell.entry().getDay(), 0, null)));
        write(viewer, sheet, new SaveTimesheet(null, all, command.remaining()));
    }

    /**
     * The hours of the week before, without its notes, where this week has none yet; what is not open to booking any more
     * is left out.
     *
     * @return how many days were filled
     */
    public int copyWeekBefore(Viewer viewer, TimesheetWeek week) {
        var source = desk.find(viewer.id().value(), week.before());
        if (source.isEmpty()) {
            throw new RuleViolation("project.timesheet.nothingToCopy");
        }
        var sheet = desk.openOwn(viewer, week);
        var filled = new HashSet<String>();
        desk.cells(sheet).forEach(cell -> filled.add(cell.place()));
        var cells = desk.cells(source.get());
        var known = bookables.find(
                viewer, cells.stream().map(SheetDesk.Cell::row).distinct().toList());
        var copied = cells.stream()
                .filter(cell -> cell.entry().getMinutes() > 0)
                .filter(cell ->
                        known.containsKey(cell.row()) && known.get(cell.row()).fault() == null)
                .map(cell -> new BookTime(
                        cell.row(),
                        cell.entry().getDay().plusWeeks(1),
                        cell.entry().getMinutes(),
                        null))
                .filter(one -> !filled.contains(one.place()))
                .toList();
        if (copied.isEmpty()) {
            throw new RuleViolation("project.timesheet.nothingToCopy");
        }
        write(viewer, sheet, new SaveTimesheet(null, copied, null));
        return copied.size();
    }

    /** Throws {@link RuleViolation} at {@code add} for what hours cannot be booked on. */
    @Transactional(readOnly = true)
    public void requireBookable(Viewer viewer, String row) {
        Bookables.open(bookables.find(viewer, List.of(row)), row, "add");
    }

    /** Hands the week in; a manager's own is approved at once. */
    public TimesheetStatus submit(Viewer viewer, TimesheetWeek week) {
        var sheet = desk.openOwn(viewer, week);
        var all = desk.entries(sheet);
        if (all.stream().noneMatch(entry -> entry.getMinutes() > 0)) {
            throw new RuleViolation("project.timesheet.empty");
        }
        sheet.submit(clock.instant());
        return handed(viewer, sheet, "project.timesheet.submittedLine", Map.of());
    }

    public void withdraw(Viewer viewer, TimesheetWeek week) {
        var sheet = desk.requireOwn(viewer, week);
        sheet.withdraw();
        desk.save(sheet);
        activities.record(viewer, sheet.subject(), "project.timesheet.withdrawnLine", Map.of());
    }

    /**
     * Other hours in a week that is approved; what they were and why they change is kept, and the change waits for
     * approval.
     */
    public TimesheetStatus correct(Viewer viewer, TimesheetWeek week, CorrectTime command) {
        var sheet = desk.requireOwn(viewer, week);
        var place = BookTime.place(command.row(), command.day());
        var booked = new BookTime(command.row(), command.day(), command.minutes(), null);
        requireDay(sheet, booked);
        var cell = desk.cells(sheet).stream()
                .filter(one -> one.place().equals(place))
                .findFirst();
        var entry = cell.map(SheetDesk.Cell::entry)
                .orElseGet(() -> new TimeEntry(
                        sheet,
                        command.day(),
                        Bookables.open(bookables.find(viewer, List.of(command.row())), command.row(), "row")));
        int before = entry.getMinutes();
        sheet.corrected(clock.instant());
        entry.correct(command.minutes());
        entries.saveAndFlush(entry);
        requireDayLength(desk.entries(sheet), command.day(), "minutes");
        desk.keepCorrection(viewer, entry.requireId(), before, command);
        return handed(
                viewer,
                sheet,
                "project.timesheet.correctedLine",
                Map.of(
                        "row",
                        command.row(),
                        "day",
                        command.day().toString(),
                        "before",
                        HoursWord.of(before),
                        "after",
                        HoursWord.of(command.minutes()),
                        "reason",
                        command.reason().strip()));
    }

    private TimesheetStatus handed(Viewer viewer, Timesheet sheet, String verb, Map<String, ?> data) {
        desk.save(sheet);
        activities.record(viewer, sheet.subject(), verb, data);
        if (viewer.has(Role.MANAGER)) {
            approval.approve(viewer, sheet, desk.entries(sheet));
        } else {
            notices.submitted(sheet);
        }
        return sheet.getStatus();
    }

    private void write(Viewer viewer, Timesheet sheet, SaveTimesheet command) {
        sheet.requireOpen();
        var known = bookables.find(
                viewer,
                Stream.concat(
                                command.entries().stream().map(BookTime::row),
                                command.estimates().stream().map(EstimateRemaining::row))
                        .distinct()
                        .toList());
        var stored = desk.cells(sheet);
        boolean changed = false;
        for (var one : command.entries()) {
            changed |= write(sheet, one, stored, known);
        }
        entries.flush();
        var now = desk.entries(sheet);
        command.entries().forEach(one -> requireDayLength(now, one.day(), one.place()));
        changed |= remaining.keep(sheet, command.estimates(), known);
        if (changed) {
            sheet.saved(clock.instant());
        }
        desk.save(sheet);
    }

    private boolean write(Timesheet sheet, BookTime one, List<SheetDesk.Cell> stored, Map<String, Bookable> known) {
        var cell = stored.stream().filter(it -> it.place().equals(one.place())).findFirst();
        if (cell.isPresent()
                ? !cell.get().entry().differs(one.minutes(), one.note())
                : one.minutes() == 0 && (one.note() == null || one.note().isBlank())) {
            return false;
        }
        requireDay(sheet, one);
        boolean more = cell.isEmpty() || one.minutes() > cell.get().entry().getMinutes();
        var entry = more
                ? booked(sheet, one, cell.map(SheetDesk.Cell::entry), Bookables.open(known, one.row(), one.place()))
                : cell.get().entry();
        try {
            entry.write(one.minutes(), one.note());
        } catch (RuleViolation violation) {
            throw violation.at(one.place());
        }
        if (entry.isBlank()) {
            entries.delete(entry);
        } else {
            entries.save(entry);
        }
        return true;
    }

    private static TimeEntry booked(Timesheet sheet, BookTime one, Optional<TimeEntry> stored, Bookable what) {
        return stored.orElseGet(() -> new TimeEntry(sheet, one.day(), what));
    }

    private static void requireDay(Timesheet sheet, BookTime one) {
        if (!sheet.week().contains(one.day())) {
            throw new RuleViolation("project.timesheet.otherWeek", one.day()).at(one.place());
        }
    }

    private static void requireDayLength(List<TimeEntry> all, LocalDate day, String place) {
        int minutes = all.stream()
                .filter(entry -> entry.getDay().equals(day))
                .mapToInt(TimeEntry::getMinutes)
                .sum();
        if (minutes > TimeEntry.DAY) {
            throw new RuleViolation("project.timesheet.dayFull", day).at(place);
        }
    }
}

package io.throughline.web.project.timesheet;

import io.throughline.project.timesheet.TimeKind;
import io.throughline.project.timesheet.TimesheetView;
import io.throughline.project.timesheet.TimesheetView.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A week as its page shows it.
 *
 * @param faults what is wrong, for the summary
 */
record SheetPage(TimesheetView sheet, List<Day> days, List<Line> lines, List<Wrong> faults) {

    /** @param capacity minutes there are to work */
    record Day(int index, LocalDate date, boolean today, long minutes, long capacity) {

        public String hours() {
            return HoursText.shown(minutes);
        }

        public String capacityHours() {
            return HoursText.shown(capacity);
        }

        public boolean isOver() {
            return minutes > capacity && capacity > 0;
        }
    }

    /** @param left what is left of the task, as typed or said; null where it is no task */
    record Line(
            Row row,
            @Nullable String left,
            String seenLeft,
            @Nullable String leftFault,
            List<Box> boxes) {

        public String code() {
            return row.code();
        }

        public boolean isTask() {
            return row.kind() == TimeKind.TASK;
        }

        public String hours() {
            return HoursText.shown(row.minutes());
        }

        public String planned() {
            var minutes = row.plannedMinutes();
            return minutes == null ? "" : HoursText.shown(minutes);
        }
    }

    /**
     * One day of one row.
     *
     * @param cell what is stored
     * @param seen what the page remembers of it
     */
    record Box(
            Day day,
            String name,
            String text,
            String note,
            String seen,
            @Nullable String fault,
            TimesheetView.@Nullable Cell cell) {

        public boolean isFixed() {
            return cell != null && cell.approvedMinutes() != null;
        }

        public boolean isCorrected() {
            return cell != null && cell.approvedMinutes() != null && !cell.isApproved();
        }

        public String hours() {
            return cell == null ? "" : HoursText.of(cell.minutes());
        }

        public String approvedHours() {
            return cell == null || cell.approvedMinutes() == null ? "" : HoursText.shown(cell.approvedMinutes());
        }
    }

    /** @param id of the field it is about; null for none */
    record Wrong(@Nullable String id, String text) {}

    /** Says what is wrong in the reader's words. */
    interface Sayer {
        String say(String key, Object[] args);
    }

    /** As it is stored. */
    static SheetPage of(TimesheetView sheet, List<Row> more, LocalDate today) {
        return of(sheet, more, today, null, (key, args) -> "");
    }

    /**
     * @param more rows without hours yet
     * @param form what was typed, where it could not be saved
     */
    static SheetPage of(TimesheetView sheet, List<Row> more, LocalDate today, @Nullable SheetForm form, Sayer sayer) {
        var days = new ArrayList<Day>();
        for (int i = 0; i < 7; i++) {
            var date = sheet.week().monday().plusDays(i);
            days.add(new Day(
                    i,
                    date,
                    date.equals(today),
                    sheet.minutesOn(date),
                    sheet.capacityMinutes().get(i)));
        }
        var rows = new ArrayList<>(sheet.rows());
        more.stream()
                .filter(row -> rows.stream().noneMatch(known -> known.code().equals(row.code())))
                .forEach(row -> rows.add(Math.max(0, rows.size() - 2), row));
        var lines =
                rows.stream().map(row -> line(sheet, row, days, form, sayer)).toList();
        return new SheetPage(sheet, days, lines, wrong(lines, form, sayer));
    }

    public String hours() {
        return HoursText.shown(sheet.minutes());
    }

    public String capacityHours() {
        return HoursText.shown(sheet.capacity());
    }

    /** Of the capacity, at most a hundred. */
    public int percent() {
        return sheet.capacity() == 0 ? 0 : (int) Math.min(100, sheet.minutes() * 100 / sheet.capacity());
    }

    private static Line line(TimesheetView sheet, Row row, List<Day> days, @Nullable SheetForm form, Sayer sayer) {
        var said = row.remainingMinutes() == null ? "" : String.valueOf(row.remainingMinutes());
        var shown = row.remainingMinutes() == null ? "" : HoursText.shown(row.remainingMinutes());
        var typed = form == null ? null : form.typed(SheetForm.LEFT + row.code());
        return new Line(
                row,
                row.kind() == TimeKind.TASK ? Objects.requireNonNullElse(typed, shown) : null,
                said,
                fault(form, row.code() + "/remaining", sayer),
                days.stream().map(day -> box(sheet, row, day, form, sayer)).toList());
    }

    private static Box box(TimesheetView sheet, Row row, Day day, @Nullable SheetForm form, Sayer sayer) {
        var cell = row.on(day.date());
        var name = row.code() + "." + day.index();
        var place = SheetForm.place(row.code(), sheet.week(), day.index());
        var typed = form == null ? null : form.typed(SheetForm.HOURS + name);
        var note = form == null ? null : form.typed(SheetForm.NOTE + name);
        var stored = cell == null || cell.note() == null ? "" : cell.note();
        var theirs = form == null ? null : form.theirs(place);
        var seen = form == null ? null : Objects.requireNonNullElse(form.typed(SheetForm.SEEN + name), "");
        return new Box(
                day,
                name,
                typed == null ? cell == null ? "" : HoursText.of(cell.minutes()) : typed,
                note == null ? stored : note,
                theirs != null ? theirs : seen != null ? seen : SheetForm.mark(cell),
                fault(form, place, sayer),
                cell);
    }

    private static List<Wrong> wrong(List<Line> lines, @Nullable SheetForm form, Sayer sayer) {
        var all = new ArrayList<Wrong>();
        if (form == null) {
            return all;
        }
        var general = form.faults().get("");
        if (general != null) {
            all.add(new Wrong(null, sayer.say(general.key(), general.args())));
        }
        var row = form.faults().get(SheetForm.ADD);
        if (row != null) {
            all.add(new Wrong(SheetForm.ADD, sayer.say(row.key(), row.args())));
        }
        for (var line : lines) {
            for (var box : line.boxes()) {
                if (box.fault() != null) {
                    all.add(new Wrong(
                            SheetForm.HOURS + box.name(),
                            line.code() + " " + box.day().date() + " · " + box.fault()));
                }
            }
            if (line.leftFault() != null) {
                all.add(new Wrong(SheetForm.LEFT + line.code(), line.code() + " · " + line.leftFault()));
            }
        }
        return all;
    }

    private static @Nullable String fault(@Nullable SheetForm form, String place, Sayer sayer) {
        var fault = form == null ? null : form.faults().get(place);
        return fault == null ? null : sayer.say(fault.key(), fault.args());
    }
}

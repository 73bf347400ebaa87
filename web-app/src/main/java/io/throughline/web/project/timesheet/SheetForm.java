package io.throughline.web.project.timesheet;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.timesheet.BookTime;
import io.throughline.project.timesheet.EstimateRemaining;
import io.throughline.project.timesheet.SaveTimesheet;
import io.throughline.project.timesheet.TimesheetView;
import io.throughline.project.timesheet.TimesheetWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a week, cell by cell, against what was shown and what is stored now. A cell that was not touched
 * keeps what is stored; one that somebody else wrote meanwhile, in another window, comes back with both.
 *
 * <p>A cell is named {@code hours.HTC-12.0}, its note {@code note.HTC-12.0}; {@code seen.HTC-12.0} holds what was shown,
 * minutes and note. What is left of a task is {@code left.HTC-12}.
 */
final class SheetForm {

    static final String HOURS = "hours.";
    static final String NOTE = "note.";
    static final String SEEN = "seen.";
    static final String LEFT = "left.";
    static final String SEEN_LEFT = "seenleft.";
    static final String ADD = "add";
    private static final int LONGEST_NOTE = 500;

    private final TimesheetView stored;
    private final MultiValueMap<String, String> sent;
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final Map<String, String> theirs = new LinkedHashMap<>();
    private final List<BookTime> entries = new ArrayList<>();
    private final List<EstimateRemaining> remaining = new ArrayList<>();

    /** @param key message key of what is wrong */
    record Fault(String key, Object[] args) {}

    private SheetForm(TimesheetView stored, MultiValueMap<String, String> sent) {
        this.stored = stored;
        this.sent = sent;
    }

    static SheetForm of(TimesheetView stored, MultiValueMap<String, String> sent) {
        var form = new SheetForm(stored, sent);
        for (var row : form.rows()) {
            for (int day = 0; day < 7; day++) {
                form.read(row, day);
            }
            form.readLeft(row);
        }
        return form;
    }

    /** Rows the page had, in its order. */
    Set<String> rows() {
        var rows = new LinkedHashSet<String>();
        for (var name : sent.keySet()) {
            int dot = name.lastIndexOf('.');
            if (name.startsWith(HOURS) && dot > HOURS.length()) {
                rows.add(name.substring(HOURS.length(), dot));
            }
        }
        return rows;
    }

    boolean isWrong() {
        return !faults.isEmpty();
    }

    boolean isEmpty() {
        return entries.isEmpty() && remaining.isEmpty();
    }

    SaveTimesheet command() {
        return new SaveTimesheet(stored.version(), entries, remaining);
    }

    void refuse(RuleViolation violation) {
        var field = violation.field();
        boolean placed = field != null && (field.contains("/") || field.equals(ADD));
        faults.put(placed ? Objects.requireNonNull(field) : "", new Fault(violation.key(), violation.args()));
    }

    /** What is wrong, by place; what belongs nowhere under the empty text. */
    Map<String, Fault> faults() {
        return faults;
    }

    @Nullable
    String typed(String name) {
        return sent.getFirst(name);
    }

    /** What somebody else wrote in the cell meanwhile. */
    @Nullable
    String theirs(String place) {
        return theirs.get(place);
    }

    /** What a page remembers of a cell it shows. */
    static String mark(int minutes, @Nullable String note) {
        return minutes == 0 && note == null ? "" : minutes + " " + Objects.requireNonNullElse(note, "");
    }

    static String mark(TimesheetView.@Nullable Cell cell) {
        return cell == null ? "" : mark(cell.minutes(), cell.note());
    }

    static String place(String row, TimesheetWeek week, int day) {
        return BookTime.place(row, date(week, day));
    }

    private void read(String row, int day) {
        var cell = row + "." + day;
        if (!sent.containsKey(HOURS + cell)) {
            return;
        }
        var place = place(row, stored.week(), day);
        var note = Objects.requireNonNullElse(sent.getFirst(NOTE + cell), "").strip();
        var written = note.isEmpty() ? null : note;
        if (note.length() > LONGEST_NOTE) {
            faults.put(place, new Fault("project.timesheet.noteLong", new Object[] {LONGEST_NOTE}));
            return;
        }
        try {
            var minutes = Objects.requireNonNullElse(HoursText.parse(sent.getFirst(HOURS + cell)), 0);
            compare(row, day, minutes, written, place);
        } catch (RuleViolation violation) {
            refuse(violation.at(place));
        }
    }

    private void compare(String row, int day, int minutes, @Nullable String note, String place) {
        var seen = Objects.requireNonNullElse(sent.getFirst(SEEN + row + "." + day), "");
        var now = stored(row, day);
        var mine = mark(minutes, note);
        if (mine.equals(seen) || mine.equals(mark(now))) {
            return;
        }
        if (!mark(now).equals(seen)) {
            theirs.put(place, mark(now));
            faults.put(place, new Fault("project.timesheet.clash", new Object[] {said(now)}));
            return;
        }
        entries.add(new BookTime(row, date(stored.week(), day), minutes, note));
    }

    private void readLeft(String row) {
        var typed = sent.getFirst(LEFT + row);
        if (typed == null) {
            return;
        }
        try {
            var minutes = HoursText.parse(typed);
            var text = minutes == null ? "" : String.valueOf(minutes);
            if (!text.equals(Objects.requireNonNullElse(sent.getFirst(SEEN_LEFT + row), ""))) {
                remaining.add(new EstimateRemaining(row, minutes));
            }
        } catch (RuleViolation violation) {
            refuse(violation.at(row + "/remaining"));
        }
    }

    private TimesheetView.@Nullable Cell stored(String row, int day) {
        return stored.rows().stream()
                .filter(one -> one.code().equals(row))
                .findFirst()
                .map(one -> one.on(date(stored.week(), day)))
                .orElse(null);
    }

    private static String said(TimesheetView.@Nullable Cell cell) {
        if (cell == null) {
            return "0";
        }
        return HoursText.shown(cell.minutes()) + (cell.note() == null ? "" : " " + cell.note());
    }

    private static LocalDate date(TimesheetWeek week, int day) {
        return week.monday().plusDays(day);
    }

    /** The task a new row is for, as typed: {@code htc-12 设计} is {@code HTC-12}. */
    static String row(@Nullable String typed) {
        var text = Objects.requireNonNullElse(typed, "").strip();
        int blank = text.indexOf(' ');
        return (blank < 0 ? text : text.substring(0, blank)).toUpperCase(Locale.ROOT);
    }
}

package io.throughline.project.resource;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.UsualWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * When a resource works on a task: in its own hours, within those of the task's calendar where the task has one; without
 * hours of its own in those of the task, or else of the plan. Never while it is on leave.
 *
 * <p>Looks each calendar up once: for the length of one question only.
 */
@RequiredArgsConstructor
final class OwnHours {

    private static final WorkPeriod BEFORE_NOON = WorkPeriod.of("00:00", "12:00");
    private static final WorkPeriod AFTER_NOON = WorkPeriod.of("12:00", "24:00");

    private final WorkCalendars calendars;
    private final Map<Long, WorkCalendar> known = new HashMap<>();
    private final Map<Key, WorkCalendar> made = new HashMap<>();

    /** Looks these up at once. */
    static OwnHours of(WorkCalendars calendars, Collection<Long> ids) {
        var hours = new OwnHours(calendars);
        calendars
                .current(ids.stream().map(WorkCalendarId::new).toList())
                .forEach((id, calendar) -> hours.known.put(id.value(), calendar));
        return hours;
    }

    private record Key(WorkCalendar hours, List<Leave> leave) {}

    /**
     * Where a resource and a task have no hours in common, those of the task count.
     *
     * @param own the resource's calendar, null for none
     * @param task the task's calendar, null for none
     * @param plan the project's calendar, null for the usual week
     */
    WorkCalendar of(@Nullable Long own, @Nullable Long task, @Nullable Long plan, Collection<Leave> leave) {
        var hours = calendar(own == null ? (task == null ? plan : task) : own);
        if (own != null && task != null && !Objects.equals(own, task)) {
            var both = hours.intersect(calendar(task));
            hours = both.isEverOpen() ? both : calendar(task);
        }
        return without(hours, leave);
    }

    /** The resource's own hours as they are, the usual week where it has none; without leave. */
    WorkCalendar capacity(@Nullable Long own, Collection<Leave> leave) {
        return without(calendar(own), leave);
    }

    /** Every moment without leave. */
    WorkCalendar presence(Collection<Leave> leave) {
        return without(WorkCalendar.always(UsualWeek.CALENDAR.zone()), leave);
    }

    WorkCalendar calendar(@Nullable Long id) {
        return id == null
                ? UsualWeek.CALENDAR
                : known.computeIfAbsent(id, key -> calendars.current(new WorkCalendarId(key)));
    }

    /** These hours without the days of leave. */
    WorkCalendar without(WorkCalendar hours, Collection<Leave> leave) {
        return leave.isEmpty()
                ? hours
                : made.computeIfAbsent(
                        new Key(hours, List.copyOf(leave)), key -> hours.intersect(present(hours, key.leave())));
    }

    private static WorkCalendar present(WorkCalendar hours, List<Leave> leave) {
        var days = new ArrayList<SpecialDay>();
        for (var one : leave) {
            one.firstDay().datesUntil(one.lastDay().plusDays(1)).forEach(day -> days.add(away(one, day)));
        }
        return WorkCalendar.of(hours.zone(), WorkWeek.always(), days);
    }

    private static SpecialDay away(Leave leave, LocalDate day) {
        boolean morning = !(Boolean.TRUE.equals(leave.fromNoon()) && day.equals(leave.firstDay()));
        boolean afternoon = !(Boolean.TRUE.equals(leave.untilNoon()) && day.equals(leave.lastDay()));
        if (morning && afternoon) {
            return SpecialDay.holiday(day, "leave");
        }
        return SpecialDay.pause(day, "leave", morning ? BEFORE_NOON : AFTER_NOON);
    }
}

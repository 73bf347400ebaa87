package io.throughline.foundation.calendar;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Defines calendars and changes their hours, keeping every revision; hands out the engine that counts with them. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class WorkCalendars {

    private static final String OF_OWNER =
            " from foundation.work_calendar c where c.subject_type = ? and c.subject_id = ? and c.id = any (?)";

    private final CalendarRepository calendars;
    private final CalendarCache cache;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The calendar as it is now, cheap to ask for again; {@link NotFound} if there is none. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public WorkCalendar current(WorkCalendarId id) {
        return cache.current(id);
    }

    /** Several at once, in one or two statements; {@link NotFound} if one is missing. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public Map<WorkCalendarId, WorkCalendar> current(Collection<WorkCalendarId> ids) {
        return cache.current(ids);
    }

    /** The calendar as it was at a moment, for replaying a clock; before its first revision, the first. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public WorkCalendar asOf(WorkCalendarId id, Instant at) {
        return cache.asOf(id, at);
    }

    /** Several of these in one or two statements; {@link NotFound} if a calendar is missing. */
    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public Map<CalendarAt, WorkCalendar> asOf(Collection<CalendarAt> moments) {
        return cache.asOf(moments);
    }

    @Allow(anyone = true)
    @Transactional(readOnly = true)
    public boolean exists(WorkCalendarId id) {
        return calendars.existsById(id.value());
    }

    public WorkCalendarId create(Viewer viewer, CalendarDefinition definition) {
        return new WorkCalendarId(calendars
                .saveAndFlush(new StoredCalendar(definition, clock.instant()))
                .requireId());
    }

    /**
     * Calendars of one record alone, such as those a plan came with: in its choices, in nobody's list.
     *
     * @return their ids in the same order
     */
    @Allow({Role.ADMIN, Role.PROJECT_MANAGER, Role.MANAGER})
    public List<WorkCalendarId> createFor(Viewer viewer, SubjectRef owner, List<CalendarDefinition> definitions) {
        var now = clock.instant();
        var stored = definitions.stream()
                .map(definition -> new StoredCalendar(owner, definition, now))
                .toList();
        return calendars.saveAllAndFlush(stored).stream()
                .map(calendar -> new WorkCalendarId(calendar.requireId()))
                .toList();
    }

    /** Takes away calendars of one record alone, once nothing counts with them any more. */
    @Allow({Role.ADMIN, Role.PROJECT_MANAGER, Role.MANAGER})
    public void removeFor(Viewer viewer, SubjectRef owner, Collection<WorkCalendarId> ids) {
        var wanted = ids.stream().map(WorkCalendarId::value).toArray(Long[]::new);
        jdbc.sql("delete from foundation.work_calendar_revision where calendar_id in (select c.id" + OF_OWNER + ")")
                .params(owner.type(), owner.id(), wanted)
                .update();
        jdbc.sql("delete" + OF_OWNER).params(owner.type(), owner.id(), wanted).update();
    }

    /**
     * @param seen the version the change was made from, refused when it is no longer the stored one; null does not ask
     */
    public void change(Viewer viewer, WorkCalendarId id, @Nullable Integer seen, CalendarDefinition definition) {
        change(id, seen, "change", before -> definition);
    }

    /** Adds days; other than breaks, they replace the holiday or override of their date. */
    public void addSpecialDays(
            Viewer viewer, WorkCalendarId id, @Nullable Integer seen, List<SpecialDay> days, String cause) {
        change(id, seen, cause, before -> before.with(days));
    }

    public void removeSpecialDay(Viewer viewer, WorkCalendarId id, @Nullable Integer seen, SpecialDay day) {
        change(id, seen, "remove " + day.date(), before -> before.without(day));
    }

    /** Takes over the holidays and make-up workdays of China that ship with the product; their hours are the week's. */
    public void importChina(Viewer viewer, WorkCalendarId id, @Nullable Integer seen, int year) {
        change(id, seen, "holidays China " + year, before -> before.with(HolidayLists.china(year, before.week())));
    }

    /**
     * Copies the holidays and special hours of a year to the same dates of the next. Left out: dates that already have
     * one there, make-up workdays (they belong to their year's weekdays), 29 February.
     *
     * @return how many days were added
     */
    public int copyToNextYear(Viewer viewer, WorkCalendarId id, @Nullable Integer seen, int year) {
        var copied = NextYear.of(require(id).definition(), year);
        if (!copied.isEmpty()) {
            change(id, seen, "copy " + year, before -> before.with(copied));
        }
        return copied.size();
    }

    private void change(
            WorkCalendarId id, @Nullable Integer seen, String cause, UnaryOperator<CalendarDefinition> change) {
        var calendar = require(id);
        calendar.requireVersion(seen);
        calendar.change(change.apply(calendar.definition()), cause, clock.instant());
        calendars.saveAndFlush(calendar);
    }

    private StoredCalendar require(WorkCalendarId id) {
        return calendars.findById(id.value()).orElseThrow(() -> new NotFound("calendar", id.value()));
    }
}

package io.throughline.project.timesheet;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every command on a sheet does first and last: wait for others, find it, know its rows, save it. */
@Component
@RequiredArgsConstructor
class SheetDesk {

    private final TimesheetRepository sheets;
    private final TimeEntryRepository entries;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param row as people write it */
    record Cell(String row, TimeEntry entry) {

        String place() {
            return BookTime.place(row, entry.getDay());
        }
    }

    /** The viewer's own week, begun where there is none yet, for writing. */
    Timesheet openOwn(Viewer viewer, TimesheetWeek week) {
        long person = person(viewer);
        lock(person);
        if (week.monday().isAfter(LocalDate.now(clock.withZone(viewer.zone())))) {
            throw new RuleViolation("project.timesheet.future").at("week");
        }
        var sheet = find(person, week)
                .orElseGet(() -> sheets.saveAndFlush(
                        new Timesheet(person, week, clock.instant().minus(1, ChronoUnit.MILLIS))));
        sheet.requireOpen();
        return sheet;
    }

    Timesheet requireOwn(Viewer viewer, TimesheetWeek week) {
        long person = person(viewer);
        lock(person);
        return find(person, week).orElseThrow(() -> new NotFound("timesheet", week.code()));
    }

    /** Anybody's, for a decision. */
    Timesheet require(String login, TimesheetWeek week) {
        long person = jdbc.sql("select id from foundation.app_user where lower(login) = lower(?)")
                .param(login)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("timesheet", login));
        lock(person);
        return find(person, week).orElseThrow(() -> new NotFound("timesheet", login + " " + week.code()));
    }

    Optional<Timesheet> find(long person, TimesheetWeek week) {
        return sheets.findByUserIdAndWeek(person, week.monday());
    }

    void requireVersion(Timesheet sheet, @Nullable Integer seen) {
        if (seen != null && seen != sheet.getVersion()) {
            throw new StaleVersion(seen, sheet.getVersion());
        }
    }

    void save(Timesheet sheet) {
        sheets.saveAndFlush(sheet);
    }

    List<TimeEntry> entries(Timesheet sheet) {
        return entries.findByTimesheetIdOrderByDayAscIdAsc(sheet.requireId());
    }

    List<Cell> cells(Timesheet sheet) {
        var all = entries(sheet);
        var codes = codes(all);
        return all.stream()
                .map(entry -> new Cell(
                        entry.getTaskId() == null
                                ? entry.getKind().name()
                                : Objects.requireNonNull(codes.get(entry.getTaskId())),
                        entry))
                .toList();
    }

    void keepCorrection(Viewer viewer, long entry, int before, CorrectTime command) {
        jdbc.sql("""
                        insert into project.time_correction (entry_id, made_at, made_by, minutes_before, minutes_after, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry,
                        Timestamp.from(clock.instant()),
                        viewer.id().value(),
                        before,
                        command.minutes(),
                        command.reason().strip())
                .update();
    }

    private Map<Long, String> codes(List<TimeEntry> all) {
        var ids = all.stream()
                .map(TimeEntry::getTaskId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        var codes = new HashMap<Long, String>();
        if (ids.length > 0) {
            jdbc.sql("""
                            select t.id, p.key || '-' || t.number as code from project.task t
                              join project.project p on p.id = t.project_id where t.id = any(?)
                            """).param(ids).query(row -> {
                codes.put(row.getLong("id"), row.getString("code"));
            });
        }
        return codes;
    }

    /** Whatever is done about one person's weeks happens one after the other. */
    private void lock(long person) {
        jdbc.sql("select id from foundation.app_user where id = ? for no key update")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static long person(Viewer viewer) {
        var person = viewer.personId();
        if (person == null) {
            throw new NotFound("timesheet of", viewer.login());
        }
        return person;
    }
}

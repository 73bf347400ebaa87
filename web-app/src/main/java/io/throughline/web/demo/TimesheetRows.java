package io.throughline.web.demo;

import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.Story.Venture;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the last weeks: approved, most of last week's handed in, some missing, one sent back; this week's are being
 * filled in. Approved hours are the actual work of their tasks.
 */
final class TimesheetRows {

    private static final int WEEKS = 6;
    private static final long SEED = 4_711;
    private static final Set<String> OWING = Set.of("PROJECT_MANAGER", "PROJECT_MEMBER", "TECHNICIAN");
    private static final Set<String> MISSING = Set.of("dongjie", "songbin");
    private static final String SENT_BACK = "maliang";
    private static final String[] NOTES = {"图纸会签", "现场联调", "与客户确认接口", "问题复测", "评审会"};

    private final Story story;
    private final Random dice = new Random(SEED);
    private final Map<Long, List<Stint>> stints = new TreeMap<>();
    private final Map<Long, Person> people = new TreeMap<>();
    private final Map<String, List<LocalDate[]>> leave = new HashMap<>();
    private final Rows sheets;
    private final Rows entries;
    private final Rows owed;

    /** When somebody worked on a task. */
    private record Stint(long task, Venture venture, LocalDate from, LocalDate to) {}

    TimesheetRows(Story story) {
        this.story = story;
        this.sheets = Rows.ofRecords(
                story.jdbc,
                "project.timesheet",
                "user_id, week, status, saved_at, first_submitted_at, submitted_at, decided_at, decided_by, reason");
        this.entries = Rows.ofRecords(
                story.jdbc,
                "project.time_entry",
                "timesheet_id, user_id, day, kind, task_id, project_id, minutes, note, approved_minutes, approved_at,"
                        + " approved_by");
        this.owed = Rows.of(story.jdbc, "project.timesheet_week", "user_id, week, due, capacity_minutes");
        for (var line : Sheet.lines("leave")) {
            var first = story.today.plusDays(Long.parseLong(line[1]));
            leave.computeIfAbsent(line[0], login -> new ArrayList<>())
                    .add(new LocalDate[] {first, first.plusDays(Long.parseLong(line[2]) - 1)});
        }
    }

    void tell(List<PlannedTask> plan, Venture venture) {
        for (var task : plan) {
            var person = task.assignee;
            var from = task.actualStart;
            if (person != null && from != null && !task.isSummary() && !task.isMilestone()) {
                people.put(person.id(), person);
                var to = task.actualFinish == null ? story.today : task.actualFinish;
                stints.computeIfAbsent(person.id(), id -> new ArrayList<>()).add(new Stint(task.id, venture, from, to));
            }
        }
    }

    void write() {
        var monday = story.today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var person : people.values()) {
            for (int back = WEEKS; back >= 0; back--) {
                week(person, monday.minusWeeks(back), back);
            }
        }
        sheets.write();
        entries.write();
        owed.write();
        story.jdbc.update("""
                update project.resource_assignment a
                   set booked_minutes = b.minutes, actual_work_minutes = b.minutes,
                       remaining_work_minutes = case when t.status = 'DONE' then 0
                                                     else greatest(0, a.work_minutes - b.minutes) end
                  from (select e.task_id, r.id as resource_id, sum(e.approved_minutes) as minutes
                          from project.time_entry e join project.resource r on r.user_id = e.user_id
                         where e.approved_minutes is not null and e.task_id is not null group by 1, 2) b,
                       project.task t
                 where a.task_id = b.task_id and a.resource_id = b.resource_id and t.id = a.task_id
                """);
    }

    private void week(Person person, LocalDate monday, int back) {
        int days = (int) monday.datesUntil(monday.plusDays(5))
                .filter(day -> !isAway(person, day))
                .count();
        if (days > 0 && back > 0 && person.roles().stream().anyMatch(OWING::contains)) {
            owed.add(person.id(), monday, monday.plusWeeks(1), days * 480);
        }
        if (back == 1 && MISSING.contains(person.login())) {
            return;
        }
        var status = status(person, back);
        long sheet = story.id();
        var handed = story.past(monday.plusDays(dice.nextInt(10) == 0 ? 8 : 4).atTime(17, 20 + dice.nextInt(30)));
        var decided = status.equals("APPROVED") || status.equals("REJECTED")
                ? story.past(monday.plusDays(7).atTime(10, dice.nextInt(50)))
                : null;
        int booked = 0;
        for (var day : monday.datesUntil(monday.plusDays(5)).toList()) {
            if (!isAway(person, day) && (back > 0 || isOver(day, monday))) {
                booked += day(person, sheet, day, status, decided);
            }
        }
        if (booked == 0) {
            return;
        }
        boolean open = status.equals("DRAFT");
        sheets.record(
                sheet,
                handed,
                person.id(),
                person.id(),
                monday,
                status,
                handed,
                open ? null : handed,
                open ? null : handed,
                decided,
                decided == null ? null : story.person("coordinator").id(),
                status.equals("REJECTED") ? "周四在客户现场，请补上差旅当天的工时并写明任务。" : null);
    }

    /** The day itself counts on a Monday, so that the running week never begins empty. */
    private boolean isOver(LocalDate day, LocalDate monday) {
        return day.isBefore(story.today) || day.equals(monday);
    }

    private String status(Person person, int back) {
        if (back == 0) {
            return "DRAFT";
        }
        if (back > 1) {
            return "APPROVED";
        }
        if (person.login().equals(SENT_BACK)) {
            return "REJECTED";
        }
        return person.login().equals("member") || dice.nextInt(3) > 0 ? "SUBMITTED" : "APPROVED";
    }

    private int day(Person person, long sheet, LocalDate day, String status, @Nullable Instant decided) {
        var work = stints.getOrDefault(person.id(), List.of()).stream()
                .filter(stint -> !day.isBefore(stint.from()) && !day.isAfter(stint.to()))
                .limit(2)
                .toList();
        int booked = 0;
        int hours = work.size() == 1 ? 7 : 4 - dice.nextInt(2);
        for (var stint : work) {
            entry(person, sheet, day, stint, hours * 60, status, decided);
            booked += hours;
        }
        if (booked > 0 && day.getDayOfWeek() == DayOfWeek.MONDAY) {
            entry(person, sheet, day, null, 60, status, decided);
        }
        return booked;
    }

    private void entry(
            Person person,
            long sheet,
            LocalDate day,
            @Nullable Stint stint,
            int minutes,
            String status,
            @Nullable Instant decided) {
        boolean approved = status.equals("APPROVED");
        entries.record(
                story.id(),
                story.past(day.atTime(17, 40)),
                person.id(),
                sheet,
                person.id(),
                day,
                stint == null ? "INTERNAL" : "TASK",
                stint == null ? null : stint.task(),
                stint == null ? null : stint.venture().id(),
                minutes,
                stint == null ? "部门周会" : dice.nextInt(6) == 0 ? NOTES[dice.nextInt(NOTES.length)] : null,
                approved ? minutes : null,
                approved ? decided : null,
                approved ? story.person("coordinator").id() : null);
    }

    private boolean isAway(Person person, LocalDate day) {
        return leave.getOrDefault(person.login(), List.of()).stream()
                .anyMatch(span -> !day.isBefore(span[0]) && !day.isAfter(span[1]));
    }
}

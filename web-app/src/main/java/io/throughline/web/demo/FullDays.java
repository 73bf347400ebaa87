package io.throughline.web.demo;

import io.throughline.web.demo.Story.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives nobody more to do in a day than it has, all projects together; but for one, who is asked too often. */
final class FullDays {

    private static final String ASKED_TOO_OFTEN = "tangyi";
    private static final long DAY_MINUTES = 480;
    private static final long SMALLEST = 24;

    private final LocalDate since;
    private final Map<Long, Map<LocalDate, Long>> taken = new HashMap<>();

    FullDays(Story story) {
        this.since = story.today.minusDays(21);
    }

    /** What is long over stays as it was told. */
    void fit(PlannedTask task) {
        var person = task.assignee;
        if (person == null
                || task.isSummary()
                || task.isMilestone()
                || task.plannedFinish().isBefore(since)) {
            return;
        }
        var days = task.plannedStart()
                .datesUntil(task.plannedFinish().plusDays(1))
                .filter(day -> !Story.isWeekend(day))
                .toList();
        if (!days.isEmpty()) {
            var ledger = taken.computeIfAbsent(person.id(), id -> new HashMap<>());
            long wanted = task.effortMinutes / days.size();
            long given = Math.max(SMALLEST, Math.min(wanted, room(person, days, ledger)));
            days.forEach(day -> ledger.merge(day, given, Long::sum));
            task.effortMinutes = given * days.size();
        }
    }

    private static long room(Person person, List<LocalDate> days, Map<LocalDate, Long> ledger) {
        long most = person.login().equals(ASKED_TOO_OFTEN) ? DAY_MINUTES * 3 / 2 : DAY_MINUTES * 9 / 10;
        return days.stream()
                .mapToLong(day -> most - ledger.getOrDefault(day, 0L))
                .min()
                .orElse(0);
    }
}

package io.throughline.web.home;

import io.throughline.project.schedule.MyTaskQueries.MyTask;
import java.time.LocalDate;
import java.util.List;

/**
 * Tasks by when they are due.
 *
 * @param overdue before today
 * @param today due today
 * @param week due later this week, Sunday included
 * @param later after that, and those without a date
 */
record MyWork(List<MyTask> overdue, List<MyTask> today, List<MyTask> week, List<MyTask> later) {

    static MyWork of(List<MyTask> tasks, LocalDate today) {
        var sunday = today.plusDays(7L - today.getDayOfWeek().getValue());
        return new MyWork(
                tasks.stream()
                        .filter(task -> isBetween(task, LocalDate.MIN, today.minusDays(1)))
                        .toList(),
                tasks.stream().filter(task -> isBetween(task, today, today)).toList(),
                tasks.stream()
                        .filter(task -> isBetween(task, today.plusDays(1), sunday))
                        .toList(),
                tasks.stream()
                        .filter(task -> task.due() == null || task.due().isAfter(sunday))
                        .toList());
    }

    public boolean isEmpty() {
        return overdue.isEmpty() && today.isEmpty() && week.isEmpty() && later.isEmpty();
    }

    private static boolean isBetween(MyTask task, LocalDate from, LocalDate to) {
        return task.due() != null && !task.due().isBefore(from) && !task.due().isAfter(to);
    }
}

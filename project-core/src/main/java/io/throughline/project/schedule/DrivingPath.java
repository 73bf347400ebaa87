package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way that leads to a task's date: its driver, that one's driver and so on, critical ones before others. */
final class DrivingPath {

    private final Schedule schedule;

    DrivingPath(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Numbers of its tasks from where the plan begins to this one; summaries on the way are not among them. */
    List<Integer> to(@Nullable Integer number) {
        var path = new ArrayList<Integer>();
        var seen = new HashSet<Integer>();
        for (var at = number; at != null && seen.add(at); at = before(at)) {
            if (!schedule.network().isSummary(at)) {
                path.add(at);
            }
        }
        Collections.reverse(path);
        return path;
    }

    private @Nullable Integer before(int number) {
        var drivers = new ArrayList<Driver>(
                schedule.network().isSummary(number) ? schedule.finishDrivers(number) : schedule.startDrivers(number));
        drivers.addAll(schedule.finishDrivers(number));
        var tasks = drivers.stream()
                .filter(driver -> driver.kind() != Driver.Kind.SUCCESSOR)
                .map(DateReasons::task)
                .filter(Objects::nonNull)
                .toList();
        return tasks.stream().filter(schedule::isCritical).findFirst().orElse(tasks.isEmpty() ? null : tasks.get(0));
    }
}

package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.DateReason.Step;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Link;
import io.throughline.project.schedule.network.Schedule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why a task lies where it lies: its reasons, the reasons of what drives it, and so on to where the plan begins. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class DateReasons {

    private static final int LONGEST = 200;

    private final Schedules schedules;
    private final ProjectQueries projects;
    private final JdbcClient jdbc;

    /**
     * From the task backwards; each step's first driver leads to the next.
     *
     * @throws NotFound for a task that is not in the plan, cancelled ones too
     */
    public List<Step> of(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key);
        var schedule = schedules.of(project.id()).schedule();
        if (!schedule.network().has(number)) {
            throw new NotFound("task", key + "-" + number);
        }
        var drivers = new LinkedHashMap<Integer, List<Driver>>();
        Integer at = number;
        while (at != null && !drivers.containsKey(at) && drivers.size() < LONGEST) {
            var reasons = reasons(schedule, at);
            drivers.put(at, reasons);
            at = next(reasons);
        }
        return steps(project, schedule, drivers);
    }

    /** Of several tasks only what drives them directly. */
    Map<Integer, List<DateReason>> of(Viewer viewer, ProjectAccess project, Schedule schedule, List<Integer> numbers) {
        var drivers = new LinkedHashMap<Integer, List<Driver>>();
        numbers.forEach(number -> drivers.put(number, reasons(schedule, number)));
        return steps(project, schedule, drivers).stream().collect(Collectors.toMap(Step::number, Step::reasons));
    }

    /** Those of the start, and those of the finish that are others. */
    private static List<Driver> reasons(Schedule schedule, int number) {
        var reasons = new ArrayList<>(schedule.startDrivers(number));
        schedule.finishDrivers(number).stream()
                .filter(driver -> !reasons.contains(driver))
                .forEach(reasons::add);
        return reasons;
    }

    private static @Nullable Integer next(List<Driver> reasons) {
        return reasons.stream()
                .map(DateReasons::task)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The task a driver points to. */
    static @Nullable Integer task(Driver driver) {
        var link = driver.link();
        if (link != null) {
            return (int) (driver.kind() == Driver.Kind.SUCCESSOR ? link.successor() : link.predecessor());
        }
        return driver.kind() == Driver.Kind.PART && driver.task() != null
                ? Integer.valueOf(driver.task().intValue())
                : null;
    }

    private List<Step> steps(ProjectAccess project, Schedule schedule, Map<Integer, List<Driver>> drivers) {
        var told = told(project, drivers);
        return drivers.entrySet().stream()
                .map(entry -> {
                    var dates = schedule.of(entry.getKey());
                    var task = Objects.requireNonNull(told.get(entry.getKey()));
                    var reasons = entry.getValue().stream()
                            .map(driver -> reason(driver, schedule, told, task))
                            .toList();
                    return new Step(entry.getKey(), task.name(), dates.start(), dates.finish(), reasons);
                })
                .toList();
    }

    private static DateReason reason(Driver driver, Schedule schedule, Map<Integer, Told> told, Told task) {
        var to = task(driver);
        var date =
                switch (driver.kind()) {
                    case CONSTRAINT -> task.constraintDate();
                    case DEADLINE -> task.deadline();
                    case PROJECT_START -> schedule.projectStart();
                    case PROJECT_FINISH -> schedule.projectFinish();
                    default -> null;
                };
        var other = to == null ? null : told.get(to);
        var through = driver.kind() != Driver.Kind.PART && driver.task() != null
                ? told.get(driver.task().intValue())
                : null;
        return new DateReason(
                driver.kind(),
                to,
                other == null ? null : other.name(),
                to == null ? null : schedule.of(to).start(),
                to == null ? null : schedule.of(to).finish(),
                driver.link() == null ? null : text(driver.link(), to, other),
                driver.kind() == Driver.Kind.CONSTRAINT && through == null ? task.constraint() : null,
                date,
                through == null ? null : through.name());
    }

    private static String text(Link link, @Nullable Integer to, @Nullable Told other) {
        var unit = LagUnit.valueOf(link.lag().unit().name());
        return new PredecessorView(
                        to == null ? 0 : to,
                        other == null ? "" : other.name(),
                        link.type(),
                        link.lag().amount(),
                        unit)
                .text();
    }

    private record Told(
            String name,
            ConstraintType constraint,
            @Nullable LocalDateTime constraintDate,
            @Nullable LocalDateTime deadline) {}

    private Map<Integer, Told> told(ProjectAccess project, Map<Integer, List<Driver>> drivers) {
        var numbers = new ArrayList<>(drivers.keySet());
        drivers.values().stream().flatMap(List::stream).forEach(driver -> {
            var to = task(driver);
            if (to != null) {
                numbers.add(to);
            }
            if (driver.task() != null) {
                numbers.add(driver.task().intValue());
            }
        });
        var told = new HashMap<Integer, Told>();
        jdbc.sql("""
                        select number, name, constraint_type, constraint_date, deadline from project.task
                         where project_id = ? and number = any (?)
                        """)
                .params(project.id().value(), numbers.toArray(Integer[]::new))
                .query(row -> {
                    told.put(
                            row.getInt("number"),
                            new Told(
                                    row.getString("name"),
                                    ConstraintType.valueOf(row.getString("constraint_type")),
                                    TaskColumns.time(row, "constraint_date"),
                                    TaskColumns.time(row, "deadline")));
                });
        return told;
    }
}

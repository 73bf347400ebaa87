package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.Link;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Dates a template's plan for a day on which it begins, or ends where it is planned back: offsets become dates by the plan's
 * calendar, the engine does the rest. Nothing is stored; hours of people are not in a template and count where they are given.
 */
@Component
@RequiredArgsConstructor
class TemplateDates {

    private final TemplateReader reader;
    private final WorkCalendars calendars;

    /**
     * @param tasks in the template's order, with the dates that stand in them
     * @param origin the day offsets are counted from
     */
    record Dated(TemplatePlan plan, PlanHours hours, LocalDate origin, List<StoredTask> tasks, Schedule schedule) {

        PlanDays days() {
            return new PlanDays(hours, origin);
        }

        /** Of the plan's days, 0 for the one it begins on. */
        int day(LocalDateTime time) {
            return Math.toIntExact(hours.workingDays(schedule.projectStart().toLocalDate(), time.toLocalDate()));
        }
    }

    /**
     * @throws RuleViolation at {@code plannedFinish} where a plan that is counted back has no day to end on; and where the
     *     plan cannot be computed
     */
    Dated on(long template, LocalDate start, @Nullable LocalDate finish) {
        return on(template, start, finish, Map.of());
    }

    /** @param crews hours of those who would work on it, by place of the task */
    Dated on(long template, LocalDate start, @Nullable LocalDate finish, Map<Long, List<TaskCrews.Share>> crews) {
        var plan = reader.plan(template);
        if (plan.isFromFinish() && finish == null) {
            throw new RuleViolation("project.template.finishNeeded").at("plannedFinish");
        }
        var lines = reader.tasks(template);
        var hours = hours(plan, lines);
        var own = plan.calendar() == null ? PlanHours.STANDARD.hours() : of(hours, plan.calendar());
        var frame = frame(plan, new PlanHours(own), plan.isFromFinish() ? Objects.requireNonNull(finish) : start);
        var origin = frame.anchor().toLocalDate();
        var tasks = placed(lines, origin, new PlanHours(own));
        var builder = Network.in(frame);
        for (var task : tasks) {
            var draft = builder.task(task.number());
            task.describe(draft, task.calendar() == null ? own : of(hours, task.calendar()));
            crews.getOrDefault((long) task.number(), List.of())
                    .forEach(share -> draft.assigned(share.hours(), share.minutes()));
        }
        List<Link> links = reader.links(template);
        try {
            var network = builder.links(links).build();
            return new Dated(plan, new PlanHours(own), origin, tasks, CriticalPath.of(network));
        } catch (InvalidNetworkException e) {
            throw UnplannablePlan.translated(e);
        }
    }

    private static PlanFrame frame(TemplatePlan plan, PlanHours hours, LocalDate day) {
        var usual = plan.isFromFinish() ? hours.closing(day) : hours.opening(day);
        var moment = plan.anchor() == null ? usual : day.atTime(plan.anchor());
        var frame = plan.isFromFinish()
                ? PlanFrame.finishingAt(moment, hours.hours())
                : PlanFrame.startingAt(moment, hours.hours());
        return frame.honoringConstraints(plan.honorsConstraints())
                .withAlap(plan.alap())
                .withCriticalSlack(plan.criticalSlackMinutes())
                .withMultipleCriticalPaths(plan.multipleCriticalPaths());
    }

    /** Each below the last one before it that is a level higher. */
    private static List<StoredTask> placed(List<TemplateTask> lines, LocalDate origin, PlanHours hours) {
        var above = new HashMap<Integer, Integer>();
        var tasks = new ArrayList<StoredTask>(lines.size());
        for (var line : lines) {
            tasks.add(line.on(origin, hours, above.get(line.level() - 1)));
            above.put(line.level(), line.position());
        }
        return tasks;
    }

    private Map<Long, LocalHours> hours(TemplatePlan plan, List<TemplateTask> lines) {
        var wanted = Stream.concat(
                        Stream.ofNullable(plan.calendar()),
                        lines.stream().flatMap(line -> Stream.ofNullable(line.calendar())))
                .distinct()
                .map(WorkCalendarId::new)
                .toList();
        return wanted.isEmpty()
                ? Map.of()
                : calendars.current(wanted).entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().value(), one -> one.getValue()
                                .local()));
    }

    private static LocalHours of(Map<Long, LocalHours> hours, long calendar) {
        return Objects.requireNonNull(hours.get(calendar));
    }
}

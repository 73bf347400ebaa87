package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.RecordIds;
import io.throughline.project.schedule.network.PlanFrame;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plans of project templates: taken from a project, planted into another, and dated for a day on which one might begin.
 *
 * <p>Taken is what planners say: outline, links, durations, constraints, deadlines, calendars, three points. Left behind is
 * what happened: progress, actuals, baselines, leveling delays, cancelled tasks with all below them. Tasks that links and
 * calendars date are dated anew by the engine; dates that somebody set (of tasks planned by hand, of constraints and
 * deadlines) keep their working day, counted as {@link PlanOffset} says.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TemplatePlans {

    private final TemplateRows rows;
    private final TemplateReader reader;
    private final TemplateSources sources;
    private final TemplateDates dates;
    private final Replanning replanning;
    private final Schedules schedules;
    private final TaskDesk desk;
    private final TaskRollUp rollUp;
    private final TaskSearch search;
    private final RecordIds ids;
    private final JdbcClient jdbc;

    /**
     * @param positions place in the template by the task's id
     * @param days of the project, for what else is taken
     */
    public record Taken(Map<Long, Integer> positions, PlanDays days) {

        public Taken {
            positions = Map.copyOf(positions);
        }
    }

    /**
     * @param tasks ids of the new tasks by place in the template
     * @param days of the new project
     */
    public record Planted(Map<Integer, Long> tasks, PlanDays days) {

        public Planted {
            tasks = Map.copyOf(tasks);
        }
    }

    /**
     * Makes the project's plan the template's, whatever that had.
     *
     * @param calendars the template's own by the project's own; others are the same
     * @param people whether who is responsible for a task is part of the template
     * @throws io.throughline.foundation.model.RuleViolation for a plan that cannot be computed
     */
    public Taken take(Viewer viewer, ProjectAccess project, long template, Map<Long, Long> calendars, boolean people) {
        replanning.open(project.id());
        var frame = schedules.of(project.id()).frame().frame();
        var hours = new PlanHours(frame.hours());
        var origin = frame.anchor().toLocalDate();
        rows.clear(template);
        rows.take(template, plan(project, frame, calendars));
        var source = sources.read(project.id(), hours, origin, calendars);
        rows.take(template, project.id(), source.lines(), source.ids(), people);
        boolean back = frame.direction() == PlanFrame.Direction.FROM_FINISH;
        rows.measure(template, dates.on(template, origin, back ? origin : null));
        return new Taken(source.positions(), new PlanDays(hours, origin));
    }

    private TemplatePlan plan(ProjectAccess project, PlanFrame frame, Map<Long, Long> calendars) {
        var anchor = jdbc.sql("select anchor from project.plan where project_id = ?")
                .param(project.id().value())
                .query(LocalDateTime.class)
                .optional()
                .filter(frame.anchor()::equals)
                .map(LocalDateTime::toLocalTime)
                .orElse(null);
        var calendar = project.calendarId();
        return new TemplatePlan(
                frame.direction(),
                frame.honorsConstraints(),
                frame.alap(),
                frame.criticalSlack(),
                frame.multipleCriticalPaths(),
                anchor,
                calendar == null ? null : calendars.getOrDefault(calendar, calendar));
    }

    /** Who would be responsible for something; active people only. */
    public Set<Long> people(Viewer viewer, long template) {
        return jdbc.sql("""
                        select distinct u.id from project.template_task t
                          join foundation.app_user u on u.id = t.assignee_id and u.active
                         where t.template_id = ?
                        """).param(template).query(Long.class).set();
    }

    /**
     * Writes the plan into a project that has none; call {@link #settle} once people are on its tasks.
     *
     * @param calendars the project's own by the template's own; the project is on its calendar already
     * @param finish where a plan that is counted back ends; without it such a plan is refused
     */
    public Planted plant(
            Viewer viewer,
            ProjectId project,
            long template,
            LocalDate start,
            @Nullable LocalDate finish,
            Map<Long, Long> calendars) {
        var dated = dates.on(template, start, finish);
        var fresh = ids.take(dated.tasks().size());
        var byPosition = new HashMap<Integer, Long>();
        for (int i = 0; i < fresh.size(); i++) {
            byPosition.put(dated.tasks().get(i).number(), fresh.get(i));
        }
        replanning.lock(project);
        frame(project, dated);
        if (!fresh.isEmpty()) {
            int first = desk.numbers(project.value(), fresh.size());
            rows.plant(viewer, project, template, dated, first, byPosition, calendars);
            var links = reader.links(template);
            rows.link(viewer, project, links, byPosition, ids.take(links.size()));
        }
        return new Planted(byPosition, dated.days());
    }

    private void frame(ProjectId project, TemplateDates.Dated dated) {
        var plan = dated.plan();
        jdbc.sql("""
                        update project.plan
                           set direction = :direction, honors_constraints = :honors, alap = :alap,
                               critical_slack_minutes = :slack, multiple_critical_paths = :multiple,
                               anchor = cast(:anchor as timestamp), revision = greatest(revision, 1)
                         where project_id = :project
                        """)
                .param("direction", plan.direction().name())
                .param("honors", plan.honorsConstraints())
                .param("alap", plan.alap().name())
                .param("slack", plan.criticalSlackMinutes())
                .param("multiple", plan.multipleCriticalPaths())
                .param("anchor", anchor(dated.origin(), plan.anchor()))
                .param("project", project.value())
                .update();
    }

    private static @Nullable String anchor(LocalDate day, @Nullable LocalTime time) {
        return time == null ? null : day.atTime(time).toString();
    }

    /** Computes the new plan with those who work on it, and makes its tasks be found. */
    public void settle(Viewer viewer, ProjectId project) {
        rollUp.derive(project.value());
        replanning.settle(viewer, project);
        search.putAll(project);
    }

    /** The calendar a project of the template is planned on; empty for the standard week. */
    public Optional<Long> calendar(Viewer viewer, long template) {
        return Optional.ofNullable(reader.plan(template).calendar());
    }

    /**
     * Another template with the same plan.
     *
     * @param calendars the other's own by the first one's own
     */
    public void copy(Viewer viewer, long from, long to, Map<Long, Long> calendars) {
        rows.copy(from, to);
        rows.recount(to, calendars);
    }

    /**
     * @param finish where a plan that is counted back ends
     * @param crews hours of those who would work on it, by place of the task in the template
     * @throws io.throughline.foundation.model.RuleViolation at {@code plannedFinish} where that is missing
     */
    @Transactional(readOnly = true)
    public TemplateForecast forecast(
            Viewer viewer,
            long template,
            LocalDate start,
            @Nullable LocalDate finish,
            Map<Long, List<TaskCrews.Share>> crews) {
        var dated = dates.on(template, start, finish, crews);
        var schedule = dated.schedule();
        var milestones = reader.milestones(template, viewer.locale()).stream()
                .map(row -> new TemplateForecast.Milestone(
                        row.name(), schedule.finishOf(row.position()).toLocalDate(), row.shared()))
                .sorted(java.util.Comparator.comparing(TemplateForecast.Milestone::date))
                .toList();
        return new TemplateForecast(
                schedule.projectStart().toLocalDate(), schedule.projectFinish().toLocalDate(), milestones);
    }

    /**
     * In outline order.
     *
     * @param from the first position wanted
     */
    @Transactional(readOnly = true)
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN})
    public List<TemplateLine> outline(Viewer viewer, long template, int from, int most) {
        return reader.outline(template, viewer.locale(), from, most);
    }
}

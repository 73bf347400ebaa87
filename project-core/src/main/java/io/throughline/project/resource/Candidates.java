package io.throughline.project.resource;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who could take over a place on a task: has the skills it asks for, and the least to do in its days. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class Candidates {

    private static final int MOST_DAYS = 119;

    private final ResourceQueries resources;
    private final Loads loads;
    private final JdbcClient jdbc;

    /**
     * @param skills what the place asks for
     * @param found least loaded first; in the days of the task
     */
    public record Search(
            @Nullable LocalDate from, @Nullable LocalDate to, List<SkillLevel> skills, List<Candidate> found) {}

    /** @param percent of the capacity that is taken already */
    public record Candidate(ResourceRow resource, long capacityMinutes, long assignedMinutes, int percent) {

        public BigDecimal freeHours() {
            return Hours.of(Math.max(0, capacityMinutes - assignedMinutes));
        }
    }

    private record Days(
            @Nullable LocalDateTime plannedStart, @Nullable LocalDateTime plannedFinish) {}

    public Search of(Viewer viewer, ProjectAccess project, int number, ResourceId place) {
        var asked = resources.require(viewer, place);
        var days = jdbc.sql("""
                        select planned_start, planned_finish from project.task
                         where project_id = ? and number = ? and deleted_at is null
                        """)
                .params(project.id().value(), number)
                .query(Days.class)
                .optional()
                .orElseThrow(() -> new NotFound("task", project.key() + "-" + number));
        var busy = busy(project, number);
        var known = fitting(viewer, asked).stream()
                .filter(row -> row.id() != place.value() && !busy.contains(row.id()))
                .toList();
        if (days.plannedStart() == null || days.plannedFinish() == null) {
            return new Search(
                    null,
                    null,
                    asked.skills(),
                    known.stream().map(row -> new Candidate(row, 0, 0, 0)).toList());
        }
        var from = days.plannedStart().toLocalDate();
        var to = days.plannedFinish().toLocalDate();
        var last = to.isAfter(from.plusDays(MOST_DAYS)) ? from.plusDays(MOST_DAYS) : to;
        var byId = known.stream().collect(Collectors.toMap(ResourceRow::id, Function.identity()));
        var found = loads.of(viewer, known, new LoadWindow(from, last.plusDays(1), LoadStep.DAY)).stream()
                .map(load -> candidate(Objects.requireNonNull(byId.get(load.resource())), load))
                .sorted(Comparator.comparingInt(Candidate::percent))
                .toList();
        return new Search(from, to, needed(asked), found);
    }

    /** Who is on the task already, but for those who only worked on it. */
    private Set<Long> busy(ProjectAccess project, int number) {
        return jdbc.sql("""
                        select a.resource_id from project.resource_assignment a join project.task t on t.id = a.task_id
                         where t.project_id = ? and t.number = ?
                           and (a.remaining_work_minutes > 0 or coalesce(a.booked_minutes, 0) = 0)
                        """)
                .params(project.id().value(), number)
                .query(Long.class)
                .set();
    }

    /** A place for skills asks for all of them at their level; in a person's place comes who shares one with it. */
    private List<ResourceRow> fitting(Viewer viewer, ResourceDetail asked) {
        var skills = asked.skills();
        if (asked.kind() == ResourceKind.GENERIC) {
            return resources.having(viewer, skills, skills.size());
        }
        var any = skills.stream().map(one -> new SkillLevel(one.skill(), 1)).toList();
        return resources.having(viewer, any, Math.min(1, any.size()));
    }

    private static List<SkillLevel> needed(ResourceDetail asked) {
        return asked.kind() == ResourceKind.GENERIC ? asked.skills() : List.of();
    }

    private static Candidate candidate(ResourceRow row, ResourceLoad load) {
        long capacity = load.periods().stream()
                .mapToLong(ResourceLoad.Period::capacityMinutes)
                .sum();
        long assigned = load.periods().stream()
                .mapToLong(ResourceLoad.Period::assignedMinutes)
                .sum();
        var whole = new ResourceLoad.Period(LocalDate.MIN, LocalDate.MAX, capacity, assigned, false);
        return new Candidate(row, capacity, assigned, whole.percent());
    }
}

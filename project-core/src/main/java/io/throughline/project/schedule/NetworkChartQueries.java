package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.NetworkChart.PathTask;
import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.network.Schedule;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a plan as a network diagram: the part that is looked at, and the critical path. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class NetworkChartQueries {

    private final Schedules schedules;
    private final NetworkLayouts layouts;
    private final PlanStretches stretches;
    private final PlanCalendars calendars;
    private final DateReasons reasons;
    private final JdbcClient jdbc;

    /**
     * @param project already let in to its plan
     * @return empty where the plan cannot be computed
     */
    public Optional<NetworkChart> of(Viewer viewer, ProjectAccess project, NetworkView view) {
        var skeleton = OutlineSkeleton.of(jdbc, project.id());
        return schedules.find(project.id()).map(computed -> {
            var picture = new NetworkPart(layouts.of(computed, skeleton, view), view, skeleton);
            return chart(viewer, project, view, computed, skeleton, picture);
        });
    }

    /** The critical path alone, all of it. */
    public Optional<List<PathTask>> criticalPath(Viewer viewer, ProjectAccess project) {
        var skeleton = OutlineSkeleton.of(jdbc, project.id());
        return schedules.find(project.id()).map(computed -> {
            var critical = critical(computed.schedule(), skeleton, computed);
            return path(viewer, project, computed, critical, rows(project, computed, skeleton, critical));
        });
    }

    private NetworkChart chart(
            Viewer viewer,
            ProjectAccess project,
            NetworkView view,
            Computed computed,
            OutlineSkeleton skeleton,
            NetworkPart picture) {
        var schedule = computed.schedule();
        var critical = critical(schedule, skeleton, computed);
        var listed =
                critical.stream().skip(view.path()).limit(NetworkView.LISTED).toList();
        var task = view.of() != null && computed.has(view.of()) ? view.of() : null;
        var driving = new DrivingPath(schedule).to(task == null ? last(critical) : task);
        var wanted = new LinkedHashSet<>(listed);
        wanted.addAll(driving);
        picture.seen().forEach(i -> wanted.add(picture.node(i).line().number()));
        var rows = rows(project, computed, skeleton, wanted);
        var nodes = picture.seen().stream()
                .map(i -> picture.shown(i, schedule, rows))
                .sorted(Comparator.comparing(NetworkChart.Node::rank).thenComparing(NetworkChart.Node::lane))
                .toList();
        var hours = calendars.of(project);
        var parts = driving.stream()
                .map(rows::get)
                .flatMap(java.util.stream.Stream::ofNullable)
                .filter(row -> !row.summary() && !row.isMilestone())
                .map(row -> part(row, hours))
                .toList();
        return new NetworkChart(
                nodes,
                picture.ties(),
                picture.frame(skeleton.size(), view.path(), critical.size()),
                picture.dots(),
                path(viewer, project, computed, listed, rows),
                PertPath.of(parts),
                picture.found(),
                task);
    }

    private static PertPath.Part part(TaskRow row, PlanHours hours) {
        boolean open = row.status() != TaskStatus.DONE;
        return new PertPath.Part(
                minutes(row, hours),
                open
                        ? ThreePointEstimate.of(row.optimisticMinutes(), row.likelyMinutes(), row.pessimisticMinutes())
                        : null);
    }

    /** Working ones; of a duration by the clock those that lie in it. */
    private static long minutes(TaskRow row, PlanHours hours) {
        var start = row.plannedStart();
        var finish = row.plannedFinish();
        return row.elapsed() && start != null && finish != null
                ? hours.between(start, finish)
                : Objects.requireNonNullElse(row.durationMinutes(), 0L);
    }

    private static @Nullable Integer last(List<Integer> critical) {
        return critical.isEmpty() ? null : critical.get(critical.size() - 1);
    }

    /** Leaves, in the order in which they are done. */
    private static List<Integer> critical(Schedule schedule, OutlineSkeleton skeleton, Computed computed) {
        return skeleton.all().stream()
                .filter(line -> !line.summary() && computed.has(line.number()) && schedule.isCritical(line.number()))
                .map(OutlineLine::number)
                .sorted(Comparator.<Integer, java.time.LocalDateTime>comparing(schedule::finishOf)
                        .thenComparing(schedule::startOf)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<PathTask> path(
            Viewer viewer,
            ProjectAccess project,
            Computed computed,
            List<Integer> numbers,
            Map<Integer, TaskRow> rows) {
        var schedule = computed.schedule();
        Map<Integer, List<DateReason>> why =
                numbers.isEmpty() ? Map.of() : reasons.of(viewer, project, schedule, numbers);
        return numbers.stream()
                .filter(rows::containsKey)
                .map(number -> new PathTask(
                        Objects.requireNonNull(rows.get(number)),
                        schedule.of(number),
                        why.getOrDefault(number, List.of())))
                .toList();
    }

    private Map<Integer, TaskRow> rows(
            ProjectAccess project, Computed computed, OutlineSkeleton skeleton, java.util.Collection<Integer> numbers) {
        var lines = numbers.stream()
                .map(skeleton::indexOf)
                .filter(index -> index >= 0)
                .map(skeleton::line)
                .toList();
        return stretches.rows(lines, calendars.of(project), Optional.of(computed)).stream()
                .collect(Collectors.toMap(TaskRow::number, row -> row));
    }
}

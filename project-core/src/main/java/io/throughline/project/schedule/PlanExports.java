package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileBaseline;
import io.throughline.project.schedule.planfile.PlanFileLink;
import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileResource;
import io.throughline.project.schedule.planfile.PlanFormat;
import io.throughline.project.schedule.planfile.ReadReport;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A project's plan as a plan file, to be written in any format: with the computed dates, all that an import reads. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanExports {

    private static final String LINKS = """
            select predecessor_id, successor_id, type, lag_minutes, lag_unit from project.task_dependency
             where project_id = ? order by successor_id, predecessor_id
            """;

    private static final String BASELINES = """
            select b.number, n.number as counting, t.task_id, t.start, t.finish
              from project.baseline b
              join (%s) n on n.number <> b.number
              join project.baseline_task t on t.baseline_id = b.id
             where b.project_id = :project and b.number is not null
             order by b.number, t.task_id
            """;

    private final ProjectQueries projects;
    private final PlanNetworks networks;
    private final ExportedTasks tasks;
    private final ExportedCalendars calendars;
    private final ObjectProvider<PlannedResources> resources;
    private final JdbcClient jdbc;

    public PlanFile of(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        var frame = networks.frame(project.id()).frame();
        var lines = tasks.of(viewer, project);
        var uids = new HashMap<Long, Integer>();
        lines.forEach(line -> uids.put(line.id(), line.uid()));
        var staff = resources.getIfAvailable();
        var staffed = staff == null ? PlannedResources.Staffed.NONE : staff.of(project.id(), uids);
        var ids = new LinkedHashSet<Long>();
        lines.stream().map(ExportedTasks.Line::calendar).forEach(ids::add);
        ids.addAll(staffed.calendars().values());
        ids.remove(null);
        var written = calendars.of(viewer, project.calendarId(), ids);
        var rows = lines.stream().map(line -> line.task(written.names())).toList();
        var counted = new PlanFile.Counting(
                frame.direction() == Direction.FROM_FINISH, frame.criticalSlack(), frame.multipleCriticalPaths());
        return new PlanFile(
                PlanFormat.MSPDI,
                project.name(),
                counted.fromFinish() ? first(lines, frame) : frame.anchor(),
                counted.fromFinish() ? frame.anchor() : last(lines),
                status(project),
                written.own(),
                (int) PlanHours.DAY_MINUTES,
                frame.honorsConstraints(),
                rows,
                links(project, uids),
                staffed.resources().stream()
                        .map(one -> on(one, staffed.calendars(), written.names()))
                        .toList(),
                List.<PlanFileAssignment>copyOf(staffed.assignments()),
                written.calendars(),
                new ReadReport(List.of(), List.of(), 0),
                counted,
                baselines(project, uids));
    }

    /**
     * All but the one that counts, under their numbers; R0 has the number of that one. Files have room for ten.
     */
    private List<PlanFileBaseline> baselines(ProjectAccess project, Map<Long, Integer> uids) {
        var found = new TreeMap<Integer, List<PlanFileBaseline.Line>>();
        jdbc.sql(BASELINES.formatted(Baseline.COUNTS.formatted(":project")))
                .param("project", project.id().value())
                .query(row -> {
                    var uid = uids.get(row.getLong("task_id"));
                    int number = row.getInt("number") == 0 ? row.getInt("counting") : row.getInt("number");
                    if (uid != null && number <= 10) {
                        found.computeIfAbsent(number, key -> new ArrayList<>())
                                .add(new PlanFileBaseline.Line(uid, time(row, "start"), time(row, "finish")));
                    }
                });
        return found.entrySet().stream()
                .map(one -> new PlanFileBaseline(one.getKey(), null, one.getValue()))
                .toList();
    }

    private static PlanFileResource on(
            PlanFileResource resource, Map<Integer, Long> calendars, Map<Long, String> names) {
        var calendar = calendars.get(resource.uid());
        return calendar == null ? resource : resource.withCalendarName(names.get(calendar));
    }

    private static @Nullable LocalDateTime first(List<ExportedTasks.Line> lines, PlanFrame frame) {
        return lines.stream()
                .map(line -> line.row().plannedStart())
                .filter(java.util.Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(frame.anchor());
    }

    private static @Nullable LocalDateTime last(List<ExportedTasks.Line> lines) {
        return lines.stream()
                .map(line -> line.row().plannedFinish())
                .filter(java.util.Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDateTime status(ProjectAccess project) {
        return jdbc.sql("select status_date from project.project where id = ? and status_date is not null")
                .param(project.id().value())
                .query(LocalDate.class)
                .optional()
                .map(day -> day.atTime(LocalTime.of(17, 0)))
                .orElse(null);
    }

    private List<PlanFileLink> links(ProjectAccess project, Map<Long, Integer> uids) {
        return jdbc
                .sql(LINKS)
                .param(project.id().value())
                .query((row, n) -> new Ends(
                        uids.get(row.getLong("predecessor_id")),
                        uids.get(row.getLong("successor_id")),
                        PlanFileLink.Type.valueOf(row.getString("type")),
                        lag(LagUnit.valueOf(row.getString("lag_unit")), row.getLong("lag_minutes"))))
                .list()
                .stream()
                .flatMap(Ends::link)
                .toList();
    }

    /** Links of deleted tasks have no ends. */
    private record Ends(@Nullable Integer from, @Nullable Integer to, PlanFileLink.Type type, Lag lag) {

        java.util.stream.Stream<PlanFileLink> link() {
            return from == null || to == null
                    ? java.util.stream.Stream.empty()
                    : java.util.stream.Stream.of(new PlanFileLink(from, to, type, lag));
        }
    }

    private static Lag lag(LagUnit unit, long amount) {
        boolean percent = unit == LagUnit.PERCENT || unit == LagUnit.ELAPSED_PERCENT;
        return new Lag(Lag.Unit.valueOf(unit.name()), percent ? amount / 100.0 : amount);
    }
}

package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.DraftComparison.Load;
import io.throughline.project.schedule.DraftComparison.Shift;
import io.throughline.project.schedule.PlanLoads.Burden;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads drafts, and holds them against the live plan; only for who leads the project. */
@Service
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanDraftQueries {

    private static final String ROWS = """
            select d.number, d.name, d.note, d.state, jsonb_array_length(d.edits) as changes, d.created_at,
                   c.name as created_by, d.decided_at, u.name as decided_by, d.job_id,
                   d.version
              from project.plan_draft d
              left join foundation.app_user c on c.id = d.created_by
              left join foundation.app_user u on u.id = d.decided_by
             where d.project_id = ?
            """;

    private static final String TASKS = """
            select number, name, kind = 'MILESTONE' as milestone, summary, planned_start as start, planned_finish as finish,
                   case when summary or status = 'CANCELLED' then 0 else coalesce(effort_minutes, 0) end as effort
              from project.task where project_id = ? and deleted_at is null
            """;

    private final ProjectQueries projects;
    private final DraftRooms rooms;
    private final PlanCalendars calendars;
    private final ObjectProvider<PlanLoads> loads;
    private final JdbcClient jdbc;

    /** Open ones first, then the newest. */
    @Transactional(readOnly = true)
    public List<DraftRow> list(Viewer viewer, String key) {
        return jdbc.sql(ROWS + " order by d.state <> 'OPEN', d.number desc")
                .param(led(viewer, key).id().value())
                .query(DraftRow.class)
                .list();
    }

    @Transactional(readOnly = true)
    public DraftRow require(Viewer viewer, String key, int number) {
        return jdbc.sql(ROWS + " and d.number = ?")
                .params(led(viewer, key).id().value(), number)
                .query(DraftRow.class)
                .optional()
                .orElseThrow(() -> new NotFound("draft", key + "~" + number));
    }

    /** Both plans as of one moment. */
    public DraftComparison compare(Viewer viewer, String key, int number) {
        var draft = require(viewer, key, number);
        var project = led(viewer, key);
        var live = new ArrayList<Side>();
        try {
            return rooms.look(
                    viewer,
                    new DraftKey(project.key(), number),
                    asked -> live.add(read(viewer, asked)),
                    room -> compared(draft, room.project(), live.get(0), read(viewer, room.project()), room.lines()));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Side(Map<Integer, Line> tasks, Map<Long, Burden> burdens) {}

    private record Line(
            int number,
            String name,
            boolean milestone,
            boolean summary,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            long effort) {}

    private Side read(Viewer viewer, ProjectAccess project) {
        var tasks = jdbc.sql(TASKS).param(project.id().value()).query(Line.class).stream()
                .collect(Collectors.toMap(Line::number, Function.identity(), (one, other) -> one, TreeMap::new));
        var from = tasks.values().stream()
                .map(Line::start)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo);
        var to = tasks.values().stream()
                .map(Line::finish)
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo);
        var known = loads.getIfAvailable();
        Map<Long, Burden> burdens = known == null || from.isEmpty() || to.isEmpty()
                ? Map.of()
                : burdens(
                        known,
                        viewer,
                        project,
                        from.get().toLocalDate(),
                        to.get().toLocalDate());
        return new Side(tasks, burdens);
    }

    private static Map<Long, Burden> burdens(
            PlanLoads loads, Viewer viewer, ProjectAccess project, LocalDate from, LocalDate to) {
        var burdens = new LinkedHashMap<Long, Burden>();
        loads.burdens(viewer, project, from.minusDays(1), to.plusDays(2))
                .forEach(burden -> burdens.put(burden.resource(), burden));
        return burdens;
    }

    private DraftComparison compared(
            DraftRow draft, ProjectAccess project, Side live, Side drafted, List<DraftLine> lines) {
        var hours = calendars.of(project);
        var finish = finish(live);
        var finishDraft = finish(drafted);
        return new DraftComparison(
                draft,
                finish,
                finishDraft,
                slip(hours, finish, finishDraft),
                effort(live),
                effort(drafted),
                shifts(hours, live, drafted),
                loads(live, drafted),
                lines);
    }

    private static List<Shift> shifts(PlanHours hours, Side live, Side drafted) {
        return Stream.concat(live.tasks().keySet().stream(), drafted.tasks().keySet().stream())
                .distinct()
                .sorted()
                .map(no -> shift(hours, live.tasks().get(no), drafted.tasks().get(no)))
                .filter(shift -> !Objects.equals(shift.start(), shift.startDraft())
                        || !Objects.equals(shift.finish(), shift.finishDraft()))
                .toList();
    }

    private static Shift shift(PlanHours hours, @Nullable Line live, @Nullable Line drafted) {
        var one = Objects.requireNonNull(drafted == null ? live : drafted);
        var start = live == null ? null : live.start();
        var finish = live == null ? null : live.finish();
        var startDraft = drafted == null ? null : drafted.start();
        var finishDraft = drafted == null ? null : drafted.finish();
        return new Shift(
                one.number(),
                one.name(),
                one.milestone(),
                one.summary(),
                start,
                finish,
                startDraft,
                finishDraft,
                slip(hours, start, startDraft),
                slip(hours, finish, finishDraft));
    }

    private static @Nullable Long slip(PlanHours hours, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null
                ? null
                : Long.valueOf(hours.workingDays(from.toLocalDate(), to.toLocalDate()));
    }

    private static List<Load> loads(Side live, Side drafted) {
        return Stream.concat(live.burdens().keySet().stream(), drafted.burdens().keySet().stream())
                .distinct()
                .map(resource ->
                        load(live.burdens().get(resource), drafted.burdens().get(resource)))
                .toList();
    }

    private static Load load(@Nullable Burden live, @Nullable Burden drafted) {
        var one = Objects.requireNonNull(drafted == null ? live : drafted);
        return new Load(
                one.resource(),
                one.name(),
                live == null ? 0 : live.minutes(),
                drafted == null ? 0 : drafted.minutes(),
                live == null ? 0 : live.percent(),
                drafted == null ? 0 : drafted.percent());
    }

    private static @Nullable LocalDateTime finish(Side side) {
        return side.tasks().values().stream()
                .map(Line::finish)
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .orElse(null);
    }

    private static long effort(Side side) {
        return side.tasks().values().stream().mapToLong(Line::effort).sum();
    }

    private ProjectAccess led(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        if (!project.manages()) {
            throw new NotAllowed("lead project " + project.key());
        }
        return project;
    }
}

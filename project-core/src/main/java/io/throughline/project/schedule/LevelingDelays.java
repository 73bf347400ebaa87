package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the delays that resource leveling found before the starts of tasks, and takes them away again. Delays are minutes by
 * the clock behind what links and calendars allow, in plans from their finish negative ones before it; they stay with the
 * tasks through later changes of the plan.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.RESOURCE_COORDINATOR})
public class LevelingDelays {

    private static final String DELAYED = """
            select number from project.task
             where project_id = ? and deleted_at is null and leveling_delay_minutes <> 0 and priority < ?
            """;

    private static final String FROM_FINISH = """
            select p.key from project.project p join project.plan s on s.project_id = p.id
             where p.key = any (?) and s.direction = 'FROM_FINISH' and p.planned_finish is not null
             order by p.key limit 1
            """;

    private final TaskRepository tasks;
    private final TaskDesk desk;
    private final ProjectQueries projects;
    private final JdbcClient jdbc;

    /**
     * The project where this viewer may level it: who leads it, and resource coordinators.
     *
     * @throws NotAllowed for anybody else
     * @throws RuleViolation where it is over
     */
    public ProjectAccess require(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        if (!viewer.has(Role.RESOURCE_COORDINATOR)) {
            return project.toManage();
        }
        if (!project.isOpen()) {
            throw new RuleViolation("project.lifecycle.notOpen", project.key());
        }
        return project;
    }

    /**
     * Several plans, each let in by {@link #require}, are leveled together as one network that counts from its start.
     *
     * @throws RuleViolation at {@code projects} where one of them is scheduled from its finish
     */
    @Transactional(readOnly = true)
    public void requireFromStart(Viewer viewer, Collection<String> keys) {
        jdbc.sql(FROM_FINISH)
                .param((Object) keys.toArray(String[]::new))
                .query(String.class)
                .optional()
                .ifPresent(key -> {
                    throw new RuleViolation("project.leveling.fromFinish", key).at("projects");
                });
    }

    /**
     * Gives tasks these delays and takes away those of all others, except where a task is never to be moved.
     *
     * @param revision of the plan the delays were found for
     * @param minutes by task number
     * @throws RuleViolation where the plan has changed since
     */
    public PlanChange apply(Viewer viewer, String key, long revision, Map<Integer, Long> minutes) {
        var project = require(viewer, key);
        desk.open(project);
        long now = jdbc.sql("select revision from project.plan where project_id = ?")
                .param(project.id().value())
                .query(Long.class)
                .single();
        if (now != revision) {
            throw new RuleViolation("project.schedule.leveledStale", project.key());
        }
        delay(project, minutes);
        return desk.manyDone(viewer, project, "project.schedule.leveled", Map.of("tasks", minutes.size()));
    }

    /** All tasks start again as early as links and calendars allow. */
    public PlanChange clear(Viewer viewer, String key) {
        var project = require(viewer, key);
        desk.open(project);
        delay(project, Map.of());
        return desk.manyDone(viewer, project, "project.schedule.unleveled", Map.of());
    }

    private void delay(ProjectAccess project, Map<Integer, Long> minutes) {
        var numbers = new HashSet<>(jdbc.sql(DELAYED)
                .params(project.id().value(), Task.NEVER_MOVED)
                .query(Integer.class)
                .list());
        numbers.addAll(minutes.keySet());
        if (numbers.isEmpty()) {
            return;
        }
        for (var task : tasks.findByProjectIdAndNumberIn(project.id().value(), numbers)) {
            task.delay(minutes.getOrDefault(task.getNumber(), 0L));
            tasks.save(task);
        }
    }
}

package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change of a plan does to the dates that are stored. */
@CoreTest
@Import(ProjectFixtures.class)
class ReplanningTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskOutline outline;

    @Autowired
    TaskProgress progress;

    @Autowired
    TaskQueries queries;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private ProjectAccess project;
    private String key;

    @BeforeEach
    void aProject() {
        pm = given.a(Role.PROJECT_MANAGER);
        project = given.aProject(pm);
        key = project.key();
    }

    @Test
    void datesANewTaskFromTheProjectStart() {
        add("设计", null, 5);

        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.plusDays(4).atTime(17, 0));
        assertThat(task(1).constraintType()).isEqualTo(ConstraintType.ASAP);
    }

    @Test
    void movesWhatFollowsBothWays() {
        threeInARow();
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(10).atTime(8, 0));

        tasks.edit(pm, key, 1, lasting(task(1), 7));
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(14).atTime(8, 0));

        tasks.edit(pm, key, 1, lasting(task(1), 4));
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(9).atTime(8, 0));
    }

    @Test
    void savesOnlyWhatMovedWithOneVersionAndTheCauseInItsHistory() {
        threeInARow();
        add("文档", null, 1);
        int moved = task(3).version();
        int still = task(4).version();

        tasks.edit(pm, key, 1, lasting(task(1), 6));

        assertThat(task(3).version()).isEqualTo(moved + 1);
        assertThat(task(4).version()).isEqualTo(still);
        assertThat(history(3))
                .last()
                .isEqualTo(key + "-1: 2026-03-12T08:00/2026-03-13T17:00 → 2026-03-13T08:00/2026-03-16T17:00");
    }

    @Test
    void keepsATypedStartUntilItIsCleared() {
        threeInARow();
        var typed = MONDAY.plusDays(16).atTime(8, 0);

        tasks.edit(pm, key, 2, starting(task(2), typed));
        assertThat(task(2).constraintType()).isEqualTo(ConstraintType.SNET);
        assertThat(task(2).plannedStart()).isEqualTo(typed);
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(21).atTime(8, 0));

        tasks.edit(pm, key, 2, starting(task(2), null));
        assertThat(task(2).constraintType()).isEqualTo(ConstraintType.ASAP);
        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.plusDays(7).atTime(8, 0));
    }

    @Test
    void movesNoManualTask() {
        threeInARow();
        tasks.edit(pm, key, 2, manual(task(2)));

        tasks.edit(pm, key, 1, lasting(task(1), 9));

        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.plusDays(7).atTime(8, 0));
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(10).atTime(8, 0));
    }

    @Test
    void followsLinksMadeAndTakenAway() {
        add("设计", null, 5);
        add("采购", null, 3);
        link(1, 2);
        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.plusDays(7).atTime(8, 0));

        links.unlink(pm, key, 2, 1);
        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
    }

    @Test
    void movesASummaryWithItsParts() {
        threeInARow();
        add("阶段", null, 1);
        outline.move(pm, key, 3, 4, null);

        tasks.edit(pm, key, 1, lasting(task(1), 6));

        assertThat(task(4).plannedStart()).isEqualTo(task(3).plannedStart());
        assertThat(task(4).plannedFinish()).isEqualTo(MONDAY.plusDays(14).atTime(17, 0));
    }

    @Test
    void leavesOutWhatIsCancelledOrDeleted() {
        threeInARow();
        progress.cancel(pm, key, 2);
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));

        progress.restore(pm, key, 2);
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(10).atTime(8, 0));

        tasks.delete(pm, key, 1);
        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
    }

    @Test
    void countsFromWhatReallyHappened() {
        threeInARow();

        progress.complete(pm, key, 1, MONDAY.plusDays(2).atTime(17, 0));

        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.plusDays(2).atTime(17, 0));
        assertThat(task(1).actualStart()).as("as planned").isEqualTo(MONDAY.atTime(8, 0));
        assertThat(task(2).plannedStart()).isEqualTo(MONDAY.plusDays(3).atTime(8, 0));
    }

    @Test
    void keepsTheDatesOfAPlanThatWasNeverComputed() {
        threeInARow();
        jdbc.sql("""
                        update project.task set planned_start = planned_start + interval '14 days',
                               planned_finish = planned_finish + interval '14 days' where project_id = ?
                        """).param(project.id().value()).update();
        jdbc.sql("update project.plan set revision = 0 where project_id = ?")
                .param(project.id().value())
                .update();

        add("文档", null, 1);

        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.plusDays(14).atTime(8, 0));
        assertThat(task(3).plannedStart()).isEqualTo(MONDAY.plusDays(24).atTime(8, 0));
        assertThat(task(1).constraintType()).isEqualTo(ConstraintType.SNET);
        assertThat(task(2).constraintType()).as("its link says the same").isEqualTo(ConstraintType.ASAP);
    }

    private void threeInARow() {
        add("设计", null, 5);
        add("采购", null, 3);
        add("安装", null, 2);
        link(1, 2);
        link(2, 3);
    }

    private void add(String name, @Nullable Integer parent, long days) {
        tasks.add(pm, key, new AddTask(name, null, parent, null, null, null, null, 480 * days, null, null, null));
    }

    private void link(int predecessor, int successor) {
        links.link(pm, key, successor, new LinkTasks(predecessor, DependencyType.FINISH_TO_START, null, null));
    }

    private TaskDetail task(int number) {
        return queries.require(pm, key, number);
    }

    private List<String> history(int number) {
        return jdbc.sql("""
                        select cause || ': ' || old_value || ' → ' || new_value from foundation.audit_entry
                         where table_name = 'project.task' and record_id = ? and field = 'plannedDates' and cause is not null
                         order by id
                        """).param(task(number).id()).query(String.class).list();
    }

    private static EditTask lasting(TaskDetail task, long days) {
        return edit(task, task.plannedStart(), 480 * days, task.mode());
    }

    private static EditTask starting(TaskDetail task, @Nullable LocalDateTime start) {
        return edit(task, start, task.durationMinutes(), task.mode());
    }

    private static EditTask manual(TaskDetail task) {
        return edit(task, task.plannedStart(), task.durationMinutes(), ScheduleMode.MANUAL);
    }

    private static EditTask edit(
            TaskDetail task, @Nullable LocalDateTime start, @Nullable Long minutes, ScheduleMode mode) {
        return new EditTask(
                task.version(),
                task.name(),
                null,
                null,
                start,
                task.plannedFinish(),
                minutes,
                null,
                500,
                task.constraintType(),
                task.constraintDate(),
                null,
                null,
                mode,
                null,
                null,
                null);
    }
}

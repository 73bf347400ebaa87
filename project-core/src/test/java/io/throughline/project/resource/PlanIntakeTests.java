package io.throughline.project.resource;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.PlanIntake;
import io.throughline.project.schedule.PlanLink;
import io.throughline.project.schedule.PlanTask;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(ProjectFixtures.class)
class PlanIntakeTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    PlanIntake intake;

    @Autowired
    PlanResources resources;

    @Autowired
    TaskQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesAPlanWithLinksAndPeople() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();
        var tasks = List.of(task(1, null, true, 0), task(2, 1, false, 100), task(3, 1, false, 50));

        var ids = intake.take(
                pm, key, tasks, List.of(new PlanLink(2, 3, DependencyType.FINISH_TO_START, 960, LagUnit.WORKING)));
        resources.take(
                pm,
                key,
                List.of(new PlanResource(7, "王工", ResourceKind.WORK, BigDecimal.ONE, null, null, null, null)),
                List.of(new PlanAssignment(3, 7, BigDecimal.ONE, 480)),
                ids);

        var rows = queries.outline(pm, key);
        assertThat(rows).extracting(TaskRow::wbs).containsExactly("1", "1.1", "1.2");
        assertThat(rows)
                .extracting(TaskRow::status)
                .containsExactly(TaskStatus.IN_PROGRESS, TaskStatus.DONE, TaskStatus.IN_PROGRESS);
        assertThat(rows.get(0).percentComplete()).isEqualTo(75);
        assertThat(rows.get(2).predecessors().get(0).text()).isEqualTo("2FS+2d");
        assertThat(jdbc.sql("select remaining_work_minutes from project.resource_assignment where task_id = ?")
                        .param(ids.get(3))
                        .query(Long.class)
                        .single())
                .isEqualTo(240);
    }

    @Test
    void takesThousandsOfTasks() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();
        var tasks = new ArrayList<PlanTask>();
        for (int uid = 1; uid <= 2_000; uid++) {
            tasks.add(task(uid, uid % 50 == 1 ? null : uid - (uid - 1) % 50, uid % 50 == 1, 0));
        }

        intake.take(pm, key, tasks, List.of());

        assertThat(queries.outline(pm, key)).hasSize(2_000).last().satisfies(row -> assertThat(row.wbs())
                .isEqualTo("40.49"));
    }

    private static PlanTask task(int uid, Integer parent, boolean summary, int percent) {
        return new PlanTask(
                uid,
                parent,
                "任务 " + uid,
                false,
                summary,
                false,
                true,
                MONDAY.atTime(8, 0),
                MONDAY.atTime(17, 0),
                480L,
                false,
                percent,
                null,
                null,
                null,
                null,
                ConstraintType.ASAP,
                null,
                null,
                500,
                null,
                null,
                null);
    }
}

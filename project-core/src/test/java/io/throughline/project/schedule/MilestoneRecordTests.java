package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.MilestoneTrend.Point;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task of five days from Monday, and a milestone after it. */
@CoreTest
@Import(ProjectFixtures.class)
class MilestoneRecordTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    Milestones milestones;

    @Autowired
    MilestoneQueries queries;

    @Autowired
    TaskQueries plan;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private ProjectAccess project;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        project = given.aProject(pm);
        add("设计", TaskKind.TASK, 5 * 480L);
        add("冻结", TaskKind.MILESTONE, null);
        links.link(pm, project.key(), 2, new LinkTasks(1, DependencyType.FINISH_TO_START, null, null));
    }

    @Test
    void keepsWhatThePlanExpectsAtTheEndOfADay() {
        assertThat(rows()).isEqualTo(1);
        assertThat(expected()).isEqualTo(MONDAY.plusDays(4));

        lasting(7);
        lasting(8);

        assertThat(rows()).as("of one day").isEqualTo(1);
        assertThat(expected()).isEqualTo(MONDAY.plusDays(9));
    }

    @Test
    void addsADayWhereAnotherWasExpectedBefore() {
        aWeekPasses();
        lasting(5);
        assertThat(rows()).as("nothing moved").isEqualTo(1);

        lasting(6);

        assertThat(rows()).isEqualTo(2);
        var line = queries.trend(pm, project).lines().get(0);
        assertThat(line.first()).isEqualTo(MONDAY.plusDays(4));
        assertThat(line.last()).isEqualTo(MONDAY.plusDays(7));
        assertThat(line.movedInAll()).isEqualTo(3);
    }

    @Test
    void keepsForecastsWithTheirReason() {
        aWeekPasses();

        milestones.setForecast(pm, project.key(), 2, MONDAY.plusDays(11), "等待审批");

        var points = queries.trend(pm, project).lines().get(0).points();
        assertThat(points.get(points.size() - 1))
                .extracting(Point::expected, Point::moved, Point::reason)
                .containsExactly(MONDAY.plusDays(11), 7, "等待审批");
    }

    private void aWeekPasses() {
        jdbc.sql("update project.milestone_trend set reported_on = reported_on - 7")
                .update();
    }

    private long rows() {
        return jdbc.sql("select count(*) from project.milestone_trend r join project.task t on t.id = r.task_id"
                        + " where t.project_id = ?")
                .param(project.id().value())
                .query(Long.class)
                .single();
    }

    private LocalDate expected() {
        var line = queries.trend(pm, project).lines().get(0);
        return java.util.Objects.requireNonNull(line.last());
    }

    private void lasting(int days) {
        var task = plan.require(pm, project.key(), 1);
        tasks.edit(pm, project.key(), 1, EditTask.unchanged(task).planned(task.plannedStart(), null, days * 480L));
    }

    private void add(String name, TaskKind kind, @org.jspecify.annotations.Nullable Long minutes) {
        tasks.add(pm, project.key(), new AddTask(name, kind, null, null, null, null, null, minutes, null, null, null));
    }
}

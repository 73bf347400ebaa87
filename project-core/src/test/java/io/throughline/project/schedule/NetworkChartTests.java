package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.NetworkChart.Node;
import io.throughline.project.schedule.NetworkView.Size;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 1 设计 (5 d) → summary 2 采购 with 3 询价 (2 d) → 4 订货 (4 d), and 5 付款 (1 d) → 6 到货, a milestone. 7 培训 (1 d) hangs
 * on 1 alone.
 */
@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class NetworkChartTests {

    private static final Size ALL = new Size(300, 12, 25);

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    NetworkChartQueries charts;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private ProjectAccess project;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        project = given.aProject(pm);
        add("设计", null, 5, null);
        add("采购", null, null, null);
        add("询价", 2, 2, null);
        add("订货", 2, 4, null);
        add("付款", 2, 1, null);
        add("到货", null, null, TaskKind.MILESTONE);
        add("培训", null, 1, null);
        link(1, 2);
        link(3, 4);
        link(2, 6);
        link(1, 7);
    }

    @Test
    void opensAndClosesSummariesThatAreLinked() {
        var chart = chart(view(null, 1, false, null));

        assertThat(chart.nodes())
                .extracting(Node::number, Node::kind, Node::rank)
                .containsExactlyInAnyOrder(
                        tuple(1, Kind.TASK, 0),
                        tuple(2, Kind.OPENING, 1),
                        tuple(7, Kind.TASK, 1),
                        tuple(3, Kind.TASK, 2),
                        tuple(5, Kind.TASK, 2),
                        tuple(4, Kind.TASK, 3),
                        tuple(2, Kind.CLOSING, 4),
                        tuple(6, Kind.MILESTONE, 5));
    }

    @Test
    void drawsTheCriticalPathStraight() {
        var chart = chart(view(null, 1, false, null));

        assertThat(chart.nodes().stream().filter(Node::critical).map(Node::lane).distinct())
                .hasSize(1);
        assertThat(chart.ties()).filteredOn(NetworkChart.Tie::critical).hasSize(5);
        assertThat(chart.ties()).hasSize(8);
    }

    @Test
    void listsTheCriticalPathWithItsReasons() {
        var path = chart(view(null, 1, false, null)).path();

        assertThat(path).extracting(task -> task.row().number()).containsExactly(1, 3, 4, 6);
        assertThat(path.get(2).reasons())
                .singleElement()
                .extracting(DateReason::number)
                .isEqualTo(3);
        assertThat(charts.criticalPath(pm, project)).hasValue(path);
    }

    @Test
    void leavesOutWhatIsNotCritical() {
        var chart = chart(view(null, 1, true, null));

        assertThat(chart.nodes()).extracting(Node::number).containsExactly(1, 2, 3, 4, 2, 6);
        assertThat(chart.frame().lanes()).isEqualTo(1);
    }

    @Test
    void showsTheNeighboursOfATask() {
        assertThat(chart(view(4, 1, false, null)).nodes())
                .extracting(Node::number, Node::kind)
                .containsExactlyInAnyOrder(
                        tuple(2, Kind.OPENING),
                        tuple(3, Kind.TASK),
                        tuple(4, Kind.TASK),
                        tuple(2, Kind.CLOSING),
                        tuple(6, Kind.MILESTONE));
        assertThat(chart(view(4, 2, false, null)).nodes())
                .extracting(Node::number)
                .contains(1);
    }

    @Test
    void showsAPartOfALargePlanAndMovesItToWhatIsLookedFor() {
        var part = chart(new NetworkView(0, 0, new Size(3, 2, 1), null, null, 1, false, 0));
        assertThat(part.frame().isWhole()).isFalse();
        assertThat(part.dots()).hasSize(8);
        assertThat(part.nodes()).hasSizeLessThan(3);

        var found = chart(new NetworkView(null, null, new Size(3, 2, 1), "到货", null, 1, false, 0));
        assertThat(found.found()).isEqualTo(6);
        assertThat(found.nodes()).extracting(Node::number).contains(6);
    }

    @Test
    void estimatesTheWayThatDecidesTheFinish() {
        jdbc.sql("update project.task set optimistic_minutes = 960, likely_minutes = 960, pessimistic_minutes = 3840"
                        + " where number = 3 and project_id = ?")
                .param(project.id().value())
                .update();

        var estimate = chart(view(null, 1, false, null)).estimate();
        assertThat(estimate.tasks()).isEqualTo(3);
        assertThat(estimate.estimated()).isEqualTo(1);
        assertThat(estimate.expectedDays()).isEqualTo(5 + 3 + 4, within(1e-9));
        assertThat(estimate.sigmaDays()).isEqualTo(1, within(1e-9));
    }

    @Test
    void asksTheDatabaseAsOftenForManyTasksAsForFew() {
        chart(view(null, 1, false, null));
        var few = Statements.during(() -> chart(view(null, 1, false, null)));
        for (int i = 0; i < 30; i++) {
            add("工作 " + i, null, 1, null);
        }
        chart(view(null, 1, false, null));

        assertThat(Statements.during(() -> chart(view(null, 1, false, null)))).hasSameSizeAs(few);
    }

    private NetworkChart chart(NetworkView view) {
        return charts.of(pm, project, view).orElseThrow();
    }

    private static NetworkView view(@Nullable Integer of, int steps, boolean critical, @Nullable String at) {
        return new NetworkView(null, null, ALL, at, of, steps, critical, 0);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private void add(String name, @Nullable Integer parent, @Nullable Integer days, @Nullable TaskKind kind) {
        tasks.add(
                pm,
                project.key(),
                new AddTask(
                        name,
                        kind,
                        parent,
                        null,
                        null,
                        null,
                        null,
                        days == null ? null : days * 480L,
                        null,
                        null,
                        null));
    }

    private void link(int from, int to) {
        links.link(pm, project.key(), to, new LinkTasks(from, DependencyType.FINISH_TO_START, null, null));
    }
}

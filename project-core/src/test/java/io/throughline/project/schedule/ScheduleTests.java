package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.MemberRole;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class ScheduleTests {

    private static final LocalDateTime START = MONDAY.atTime(8, 0);

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskOutline outline;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskProgress progress;

    @Autowired
    Milestones milestones;

    @Autowired
    Baselines baselines;

    @Autowired
    TaskQueries queries;

    @Autowired
    MilestoneQueries milestoneQueries;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aProject() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
    }

    @Test
    void numbersTasksOneByOneAndNeverAgain() {
        assertThat(tasks.add(pm, key, AddTask.named("设计"))).isEqualTo(1);
        assertThat(tasks.add(pm, key, AddTask.named("采购"))).isEqualTo(2);
        tasks.delete(pm, key, 2);
        assertThat(tasks.add(pm, key, AddTask.named("制造"))).isEqualTo(3);
        assertThatThrownBy(() -> queries.require(pm, key, 2)).isInstanceOf(NotFound.class);
    }

    @Test
    void derivesASummaryFromItsChildren() {
        add("设计", null, 0);
        add("方案", 1, 2 * 480);
        add("详图", 1, 6 * 480);

        progress.complete(pm, key, 2, MONDAY.plusDays(1).atTime(17, 0));

        var summary = queries.require(pm, key, 1);
        assertThat(summary.summary()).isTrue();
        assertThat(summary.plannedStart()).isEqualTo(START);
        assertThat(summary.plannedFinish()).isEqualTo(MONDAY.plusDays(7).atTime(17, 0));
        assertThat(summary.percentComplete()).isEqualTo(25);
        assertThat(summary.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThatThrownBy(() -> progress.report(pm, key, 1, 50)).isInstanceOf(RuleViolation.class);

        progress.report(pm, key, 3, 100);
        assertThat(queries.require(pm, key, 1).status()).isEqualTo(TaskStatus.DONE);
        assertThat(queries.require(pm, key, 1).percentComplete()).isEqualTo(100);
    }

    @Test
    void countsDurationInWorkingTimeOverTheWeekend() {
        add("安装", null, 6 * 480);

        assertThat(queries.require(pm, key, 1).plannedFinish())
                .isEqualTo(MONDAY.plusDays(7).atTime(17, 0));
    }

    @Test
    void indentsOutdentsAndMoves() {
        for (var name : new String[] {"a", "b", "c", "d"}) {
            tasks.add(pm, key, AddTask.named(name));
        }

        outline.indent(pm, key, 2);
        outline.indent(pm, key, 3);
        assertThat(wbs()).isEqualTo("1 a, 1.1 b, 1.2 c, 2 d");

        outline.moveUp(pm, key, 3);
        assertThat(wbs()).isEqualTo("1 a, 1.1 c, 1.2 b, 2 d");

        outline.outdent(pm, key, 3);
        assertThat(wbs()).isEqualTo("1 a, 1.1 b, 2 c, 3 d");

        outline.move(pm, key, 4, 1, null);
        assertThat(wbs()).isEqualTo("1 a, 1.1 d, 1.2 b, 2 c");
        assertThatThrownBy(() -> outline.move(pm, key, 1, 2, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void becomesALeafWhenTheLastChildGoes() {
        add("设计", null, 480);
        add("方案", 1, 480);

        tasks.delete(pm, key, 2);
        assertThat(queries.require(pm, key, 1).summary()).isFalse();

        tasks.restore(pm, key, 2);
        assertThat(queries.require(pm, key, 1).summary()).isTrue();
        assertThat(wbs()).isEqualTo("1 设计, 1.1 方案");
    }

    @Test
    void deletesAndRestoresAWholeBranch() {
        add("设计", null, 0);
        add("方案", 1, 480);
        add("草图", 2, 480);

        tasks.delete(pm, key, 1);
        assertThat(queries.outline(pm, key)).isEmpty();

        tasks.restore(pm, key, 1);
        assertThat(wbs()).isEqualTo("1 设计, 1.1 方案, 1.1.1 草图");
    }

    @Test
    void refusesACircleWithItsPathNamed() {
        for (var name : new String[] {"a", "b", "c"}) {
            tasks.add(pm, key, AddTask.named(name));
        }
        link(1, 2);
        link(2, 3);

        assertThatThrownBy(() -> link(3, 1)).isInstanceOfSatisfying(RuleViolation.class, no -> assertThat(no.args()[0])
                .isEqualTo("%1$s-1 → %1$s-2 → %1$s-3 → %1$s-1".formatted(key)));
        assertThat(queries.require(pm, key, 3).predecessors())
                .extracting(PredecessorView::text)
                .containsExactly("2");
    }

    @Test
    void refusesLinksBetweenASummaryAndItsOwn() {
        tasks.add(pm, key, AddTask.named("a"));
        add("b", 1, 480);
        tasks.add(pm, key, AddTask.named("c"));

        assertThatThrownBy(() -> link(2, 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> link(1, 2)).isInstanceOf(RuleViolation.class);

        link(1, 3);
        assertThatThrownBy(() -> outline.move(pm, key, 3, 1, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void finishesATaskAndReopensIt() {
        add("调试", null, 480);
        progress.start(pm, key, 1);
        progress.block(pm, key, 1, "等备件");
        assertThat(queries.require(pm, key, 1).blockedReason()).isEqualTo("等备件");

        progress.complete(pm, key, 1, null);
        assertThat(queries.require(pm, key, 1).blocked()).isFalse();
        assertThat(queries.require(pm, key, 1).actualFinish()).isNotNull();

        progress.reopen(pm, key, 1);
        assertThat(queries.require(pm, key, 1).status()).isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    void finishesNothingInTheFuture() {
        add("调试", null, 480);

        assertThatThrownBy(() -> progress.complete(pm, key, 1, LocalDateTime.of(2999, 1, 1, 8, 0)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void givesWorkOnlyToTheTeam() {
        add("调试", null, 480);
        var member = given.a(Role.PROJECT_MEMBER);

        assertThatThrownBy(() -> tasks.assign(pm, key, 1, member.id().value())).isInstanceOf(RuleViolation.class);

        projects.addMember(pm, key, member.id().value(), MemberRole.MEMBER);
        tasks.assign(pm, key, 1, member.id().value());
        progress.report(member, key, 1, 40);
        assertThat(queries.require(member, key, 1).percentComplete()).isEqualTo(40);
    }

    @Test
    void countsASlipInWorkingDays() {
        var gate = tasks.add(pm, key, milestone("设计冻结", LocalDate.of(2026, 3, 6)));
        baselines.propose(pm, key, null);
        baselines.approve(given.a(Role.MANAGER), key);

        milestones.setForecast(pm, key, gate, LocalDate.of(2026, 3, 10), "评审延期");

        assertThat(milestoneQueries.list(pm, key)).singleElement().satisfies(row -> {
            assertThat(row.slipDays()).isEqualTo(2);
            assertThat(row.due()).isEqualTo(LocalDate.of(2026, 3, 10));
        });
        milestones.reach(pm, key, gate, LocalDate.of(2026, 3, 5));
        assertThat(milestoneQueries.list(pm, key).get(0).slipDays()).isEqualTo(-1);
    }

    @Test
    void startsFromATemplate() {
        var project = given.aProject(pm, Visibility.INTERNAL, "equipment-delivery");

        var rows = queries.outline(pm, project.key());

        assertThat(rows).hasSize(25);
        assertThat(rows.get(0).name()).isEqualTo("启动与规划");
        assertThat(rows.get(0).plannedStart()).isEqualTo(START);
        assertThat(rows).filteredOn(TaskRow::isMilestone).hasSize(5);
        assertThat(rows.get(3).predecessors())
                .extracting(PredecessorView::number)
                .containsExactly(3);
    }

    private void add(String name, Integer parent, long minutes) {
        tasks.add(
                pm,
                key,
                new AddTask(
                        name, null, parent, null, null, START, null, minutes == 0 ? null : minutes, null, null, null));
    }

    private AddTask milestone(String name, LocalDate day) {
        return new AddTask(name, TaskKind.MILESTONE, null, null, null, null, day.atTime(17, 0), null, null, null, null);
    }

    private void link(int predecessor, int successor) {
        links.link(pm, key, successor, new LinkTasks(predecessor, DependencyType.FINISH_TO_START, null, null));
    }

    private String wbs() {
        return String.join(
                ", ",
                queries.outline(pm, key).stream()
                        .map(row -> row.wbs() + " " + row.name())
                        .toList());
    }
}

package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(ProjectFixtures.class)
class PlanUndoTests {

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
    PlanUndo undo;

    @Autowired
    DateReasons reasons;

    @Autowired
    PlanPreviews previews;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private String key;

    @BeforeEach
    void threeInARow() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
        add("设计", TaskKind.TASK, 5);
        add("采购", TaskKind.TASK, 3);
        add("到货", TaskKind.MILESTONE, 0);
        link(1, 2);
        link(2, 3);
    }

    @Test
    void countsWhatMovedWithAChange() {
        var change = lasting(1, 7);

        assertThat(change.moved()).isEqualTo(1);
        assertThat(change.milestones()).isEqualTo(1);
        assertThat(change.commitments())
                .as("a milestone is shared with the customer")
                .isEqualTo(1);
        assertThat(change.finishBefore()).isEqualTo(MONDAY.plusDays(9).atTime(17, 0));
        assertThat(change.finishAfter()).isEqualTo(MONDAY.plusDays(11).atTime(17, 0));
    }

    @Test
    void takesAChangeBackWithItsCascade() {
        var before = queries.outline(pm, key);
        var change = lasting(1, 7);

        undo(change);

        assertThat(dates()).isEqualTo(dates(before));
        assertThat(queries.require(pm, key, 1).durationMinutes()).isEqualTo(5 * 480);
    }

    @Test
    void takesTheUndoBackInTurn() {
        var change = lasting(1, 7);
        var after = queries.outline(pm, key);

        undo(undo(change));

        assertThat(dates()).isEqualTo(dates(after));
        assertThatThrownBy(() -> undo(change)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void takesLinksMovesProgressAndDeletionBack() {
        add("文档", TaskKind.TASK, 2);
        add("手册", TaskKind.TASK, 1);
        var before = queries.outline(pm, key);

        undo(links.unlink(pm, key, 2, 1));
        assertThat(dates()).isEqualTo(dates(before));
        undo(outline.indent(pm, key, 5));
        assertThat(dates()).isEqualTo(dates(before));
        assertThat(queries.require(pm, key, 4).summary()).isFalse();
        undo(progress.complete(pm, key, 1, MONDAY.plusDays(2).atTime(17, 0)));
        assertThat(dates()).isEqualTo(dates(before));
        assertThat(queries.require(pm, key, 1).status()).isEqualTo(TaskStatus.NOT_STARTED);
        undo(tasks.delete(pm, key, 1));
        assertThat(dates()).isEqualTo(dates(before));
    }

    @Test
    void keepsWhatOthersChangedSinceAndRefusesWhereTheyChangedTheSame() {
        var first = lasting(1, 7);
        var second = lasting(2, 4);

        undo(first);
        assertThat(queries.require(pm, key, 2).durationMinutes()).isEqualTo(4 * 480);

        var third = lasting(2, 6);
        assertThatThrownBy(() -> undo(second)).isInstanceOfSatisfying(RuleViolation.class, no -> assertThat(no.args())
                .containsExactly(key + "-2"));
        assertThat(third.id()).isNotNull();
    }

    @Test
    void takesNothingBackAfterADayOrForAStranger() {
        var change = lasting(1, 7);
        var stranger = given.a(Role.PROJECT_MANAGER);
        assertThatThrownBy(() -> undo.undo(stranger, key, Objects.requireNonNull(change.id())))
                .isInstanceOf(NotAllowed.class);

        jdbc.sql("update project.plan_change set made_at = made_at - interval '25 hours' where id = ?")
                .param(change.id())
                .update();
        assertThatThrownBy(() -> undo(change)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void saysWhyAMilestoneLiesWhereItLies() {
        var steps = reasons.of(pm, key, 3);

        assertThat(steps).extracting(DateReason.Step::number).containsExactly(3, 2, 1);
        assertThat(steps.get(0).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.link()).isEqualTo("2");
            assertThat(reason.name()).isEqualTo("采购");
        });
        assertThat(steps.get(2).reasons())
                .extracting(reason -> reason.kind().name())
                .containsExactly("PROJECT_START");
    }

    private PlanChange lasting(int number, long days) {
        var task = queries.require(pm, key, number);
        return tasks.edit(
                pm,
                key,
                number,
                new EditTask(
                        null,
                        task.name(),
                        null,
                        null,
                        task.plannedStart(),
                        task.plannedFinish(),
                        480 * days,
                        null,
                        500,
                        task.constraintType(),
                        task.constraintDate(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private PlanChange undo(PlanChange change) {
        return undo.undo(pm, key, Objects.requireNonNull(change.id()));
    }

    private void add(String name, TaskKind kind, long days) {
        tasks.add(pm, key, new AddTask(name, kind, null, null, null, null, null, 480 * days, null, null, null));
    }

    private void link(int predecessor, int successor) {
        links.link(pm, key, successor, new LinkTasks(predecessor, DependencyType.FINISH_TO_START, null, null));
    }

    private List<String> dates() {
        return dates(queries.outline(pm, key));
    }

    private static List<String> dates(List<TaskRow> rows) {
        return rows.stream()
                .map(row ->
                        row.wbs() + " " + row.plannedStart() + "/" + row.plannedFinish() + " " + row.percentComplete())
                .toList();
    }
}

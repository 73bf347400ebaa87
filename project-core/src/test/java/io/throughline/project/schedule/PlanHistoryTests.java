package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.test.CoreTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class PlanHistoryTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    ProjectQueries projects;

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
    PlanHistory history;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
    }

    @Test
    void walksFiftyStepsBackAndForth() {
        var states = new ArrayList<List<String>>();
        states.add(state());
        for (int step = 0; step < 50; step++) {
            change(step);
            states.add(state());
        }

        var back = new ArrayList<List<String>>();
        for (int step = 0; step < 50; step++) {
            history.undo(pm, key);
            back.add(state());
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(states.subList(0, 50));
        assertThat(history.of(pm, projects.requirePlan(pm, key)).undo()).isNull();

        var forth = new ArrayList<List<String>>();
        for (int step = 0; step < 50; step++) {
            history.redo(pm, key);
            forth.add(state());
        }
        assertThat(forth).isEqualTo(states.subList(1, 51));
        assertThat(history.of(pm, projects.requirePlan(pm, key)).redo()).isNull();
    }

    /** Of all kinds, in turn: lines, names, durations, people, links, places, progress. */
    private void change(int step) {
        int line = step / 5 + 1;
        switch (step % 5) {
            case 0 -> tasks.add(pm, key, AddTask.named("任务 " + line));
            case 1 -> edit(line, 480L * (line + 1), pm.id().value());
            case 2 -> {
                if (line > 1) {
                    links.link(
                            pm,
                            key,
                            line,
                            new LinkTasks(line - 1, DependencyType.FINISH_TO_START, 480L, LagUnit.WORKING));
                } else {
                    edit(line, 960, null);
                }
            }
            case 3 -> edit(line, 480L * (line + 2), pm.id().value());
            default -> {
                if (line % 2 == 0) {
                    outline.moveUp(pm, key, line);
                } else {
                    progress.report(pm, key, line, 40);
                }
            }
        }
    }

    @Test
    void endsWhatCouldBeMadeAgainWithANewChange() {
        tasks.add(pm, key, AddTask.named("设计"));
        edit(1, 960, null);
        history.undo(pm, key);
        edit(1, 1440, null);

        assertThatThrownBy(() -> history.redo(pm, key))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.key()).isEqualTo("project.schedule.nothingToRedo"));
        history.undo(pm, key);
        assertThat(queries.require(pm, key, 1).durationMinutes()).isEqualTo(480);
        history.redo(pm, key);
        assertThat(queries.require(pm, key, 1).durationMinutes()).isEqualTo(1440);
    }

    @Test
    void isEachPersonsOwn() {
        var manager = given.a(Role.MANAGER);
        tasks.add(pm, key, AddTask.named("设计"));
        tasks.add(manager, key, AddTask.named("采购"));

        history.undo(pm, key);

        assertThat(queries.outline(pm, key)).extracting(TaskRow::name).containsExactly("采购");
        assertThatThrownBy(() -> history.undo(pm, key))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.key()).isEqualTo("project.schedule.nothingToUndo"));
    }

    @Test
    void goesPastWhatOthersChangedSince() {
        var manager = given.a(Role.MANAGER);
        tasks.add(pm, key, AddTask.named("设计"));
        tasks.add(pm, key, AddTask.named("采购"));
        edit(1, 960, null);
        tasks.edit(manager, key, 1, edit(queries.require(manager, key, 1), 1440, null));

        assertThatThrownBy(() -> history.undo(pm, key))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.key()).isEqualTo("project.schedule.undoOvertaken"));
        history.undo(pm, key);

        assertThat(queries.require(pm, key, 1).durationMinutes()).isEqualTo(1440);
        assertThat(queries.outline(pm, key)).extracting(TaskRow::name).containsExactly("设计");
    }

    private void edit(int number, long minutes, @org.jspecify.annotations.Nullable Long assignee) {
        tasks.edit(pm, key, number, edit(queries.require(pm, key, number), minutes, assignee));
    }

    private static EditTask edit(TaskDetail task, long minutes, @org.jspecify.annotations.Nullable Long assignee) {
        return new EditTask(
                null,
                task.name(),
                null,
                assignee,
                task.plannedStart(),
                task.plannedFinish(),
                minutes,
                task.effortMinutes(),
                500,
                task.constraintType(),
                task.constraintDate(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<String> state() {
        return queries.outline(pm, key).stream()
                .map(row -> row.number() + " " + row.wbs() + " " + row.name() + " " + row.plannedStart() + "/"
                        + row.plannedFinish() + " " + row.percentComplete() + " " + row.assigneeId() + " "
                        + row.predecessors().stream().map(PredecessorView::text).toList())
                .toList();
    }
}

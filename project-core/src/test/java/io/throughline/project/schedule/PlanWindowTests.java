package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Three phases of ten tasks each: 1 with 2–11, 12 with 13–22, 23 with 24–33. */
@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class PlanWindowTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskQueries queries;

    @Autowired
    TaskProgress progress;

    @Autowired
    PlanSummaries plans;

    @Autowired
    PlanWindowQueries windows;

    private Viewer pm;
    private ProjectAccess project;

    @BeforeEach
    void threePhases() {
        pm = given.a(Role.PROJECT_MANAGER);
        project = given.aProject(pm);
        for (var phase : new String[] {"设计", "采购", "安装"}) {
            int number = add(phase, null);
            for (int i = 1; i <= 10; i++) {
                add(phase + " " + i, number);
            }
        }
    }

    @Test
    void readsTheStretchAskedFor() {
        var window = window(new PlanView(10, 5, null, Fold.NONE, false));

        assertThat(window.rows()).extracting(TaskRow::number).containsExactly(11, 12, 13, 14, 15);
        assertThat(window.rows()).extracting(TaskRow::wbs).containsExactly("1.10", "2", "2.1", "2.2", "2.3");
        assertThat(window.first()).isEqualTo(10);
        assertThat(window.shown()).isEqualTo(33);
    }

    @Test
    void togetherTheStretchesAreThePlan() {
        var all = new ArrayList<TaskRow>();
        for (int from = 0; from < 33; from += 7) {
            all.addAll(window(new PlanView(from, 7, null, Fold.NONE, false)).rows().stream()
                    .filter(row -> !all.contains(row))
                    .toList());
        }

        assertThat(all).isEqualTo(queries.computed(pm, project));
    }

    @Test
    void leavesOutWhatLiesInShutSummaries() {
        var window = window(new PlanView(0, 100, null, Fold.parse("12"), false));

        assertThat(window.shown()).isEqualTo(23);
        assertThat(window.lines()).isEqualTo(33);
        assertThat(window.shut()).containsExactly(12);
        assertThat(window.rows()).extracting(TaskRow::number).contains(12, 23).doesNotContain(13, 22);
    }

    @Test
    void movesToTheTaskLookedForAndOpensWhatHidesIt() {
        var window = window(new PlanView(0, 5, project.key() + "-30", Fold.parse("L1"), false));

        assertThat(window.found()).isEqualTo(30);
        assertThat(window.rows()).extracting(TaskRow::number).contains(30);
        assertThat(window.shown()).isEqualTo(13);
        assertThat(window.shut()).doesNotContain(23);
    }

    @Test
    void findsByWbsCodeAndByWords() {
        assertThat(window(PlanViews.looking("2.3")).found()).isEqualTo(15);
        assertThat(window(PlanViews.looking("安装 4")).found()).isEqualTo(27);
        assertThat(window(PlanViews.looking("喷漆")).found()).isNull();
    }

    @Test
    void countsTheProgressOfTheWholePlan() {
        progress.complete(pm, project.key(), 2, null);

        assertThat(window(new PlanView(20, 1, null, Fold.NONE, false)).progress())
                .isEqualTo(new PlanProgress(30, 1, 3, null));
        assertThat(plans.of(pm, project).percent()).isEqualTo(3);
    }

    @Test
    void staysWithinThePlan() {
        var window = window(new PlanView(500, 10, null, Fold.NONE, false));

        assertThat(window.first()).isEqualTo(23);
        assertThat(window.later()).isNull();
        assertThat(window.earlier()).isZero();
    }

    @Test
    void listsTheCriticalPathWithTheSummariesAboveIt() {
        links.link(pm, project.key(), 33, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));

        var window = window(new PlanView(0, 100, null, Fold.NONE, true));

        assertThat(window.rows()).extracting(TaskRow::number).containsExactly(1, 2, 23, 33);
    }

    @Test
    void asksAsOftenForAFewLinesAsForAll() {
        window(PlanView.first());

        int few = Statements.during(() -> window(new PlanView(0, 3, null, Fold.NONE, false)))
                .size();
        int all = Statements.during(() -> window(PlanView.first())).size();

        assertThat(all).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    private PlanWindow window(PlanView view) {
        return windows.of(pm, project, view);
    }

    private int add(String name, @Nullable Integer parent) {
        return tasks.add(
                pm, project.key(), new AddTask(name, null, parent, null, null, null, null, 480L, null, null, null));
    }

    private static final class PlanViews {

        static PlanView looking(String at) {
            return new PlanView(0, 10, at, Fold.NONE, false);
        }
    }
}

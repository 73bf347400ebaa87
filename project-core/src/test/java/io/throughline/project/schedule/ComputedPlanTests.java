package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.ComputedPlan.ComputedTask;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Driver.Kind;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class ComputedPlanTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskProgress progress;

    @Autowired
    ComputedPlans plans;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aProject() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
    }

    private void add(String name, @Nullable Integer parent, long days) {
        tasks.add(pm, key, new AddTask(name, null, parent, null, null, null, null, 480 * days, null, null, null));
    }

    private void link(int predecessor, int successor, DependencyType type, @Nullable Long lag) {
        links.link(pm, key, successor, new LinkTasks(predecessor, type, lag, null));
    }

    private ComputedTask task(int number) {
        return plans.of(pm, key).tasks().stream()
                .filter(task -> task.dates().id() == number)
                .findAny()
                .orElseThrow();
    }

    @Test
    void datesAPlanByItsLinksAndSaysWhy() {
        add("设计", null, 5);
        add("采购", null, 3);
        add("安装", null, 2);
        link(1, 2, DependencyType.FINISH_TO_START, 480L);
        link(2, 3, DependencyType.START_TO_START, null);

        assertThat(task(2).dates().start()).isEqualTo(MONDAY.plusDays(8).atTime(8, 0));
        assertThat(task(3).dates().totalSlack()).isEqualTo(480);
        assertThat(task(2).dates().critical()).isTrue();
        assertThat(task(2).startDrivers()).extracting(Driver::kind).containsExactly(Kind.PREDECESSOR);
        assertThat(plans.of(pm, key).finish()).isEqualTo(MONDAY.plusDays(10).atTime(17, 0));
    }

    @Test
    void spansSummariesWithoutTheirCancelledTasks() {
        add("设计", null, 0);
        add("方案", 1, 2);
        add("详图", 1, 9);
        add("安装", null, 1);
        link(1, 4, DependencyType.FINISH_TO_START, null);
        progress.cancel(pm, key, 3);

        assertThat(task(3).dates().critical()).isFalse();
        assertThat(task(1).dates().finish()).isEqualTo(MONDAY.plusDays(1).atTime(17, 0));
        assertThat(task(4).dates().start()).isEqualTo(MONDAY.plusDays(2).atTime(8, 0));
    }

    @Test
    void readsAPlanInFourStatementsWhateverItsSize() {
        add("设计", null, 1);
        assertThat(Statements.during(() -> plans.of(pm, key))).hasSize(4);

        for (int i = 2; i <= 20; i++) {
            add("任务 " + i, null, 1);
            link(i - 1, i, DependencyType.FINISH_TO_START, null);
        }
        assertThat(Statements.during(() -> plans.of(pm, key))).hasSize(4);
        assertThat(task(20).dates().finish()).isEqualTo(MONDAY.plusDays(25).atTime(17, 0));
    }
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A phase with design and purchase one after the other, a start before it and an end after it. */
@CoreTest
@Import(ProjectFixtures.class)
class TaskCopiesTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    PastedRows pasted;

    @Autowired
    TaskCopies copies;

    @Autowired
    TaskProgress progress;

    @Autowired
    TaskQueries queries;

    @Autowired
    PlanHistory history;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aPhase() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
        var text = """
                立项\t1d
                阶段\t\t\t\t1
                  设计\t5d\t\t\t\t%s
                  采购\t3d\t\t\t3FS+1d
                验收\t1d\t\t\t2
                """.formatted(pm.name());
        pasted.save(pm, key, new PasteRows(text, null, null, null, null, null));
    }

    @Test
    void copiesAPhaseWithItsTasksAndTheLinksAmongThem() {
        progress.report(pm, key, 3, 50);

        var copied = copies.copy(pm, key, List.of(2), null);

        assertThat(copied.numbers()).containsExactly(6, 7, 8);
        assertThat(lines())
                .containsExactly(
                        "1 立项 []",
                        "2 阶段 [1]",
                        "2.1 设计 []",
                        "2.2 采购 [3FS+1d]",
                        "3 阶段 []",
                        "3.1 设计 []",
                        "3.2 采购 [7FS+1d]",
                        "4 验收 [2]");
        var copy = queries.require(pm, key, 7);
        assertThat(copy.durationMinutes()).isEqualTo(5 * 480);
        assertThat(copy.assigneeName()).isEqualTo(pm.name());
        assertThat(copy.percentComplete()).isZero();
        assertThat(copy.effortMinutes()).isEqualTo(5 * 480);
    }

    @Test
    void standsWhereItIsTold() {
        copies.copy(pm, key, List.of(1, 3), 4);

        assertThat(lines())
                .containsExactly(
                        "1 立项 []", "2 阶段 [1]", "2.1 设计 []", "2.2 采购 [3FS+1d]", "2.3 立项 []", "2.4 设计 []", "3 验收 [2]");
    }

    @Test
    void takesWhatIsBelowAnotherWithItOnce() {
        assertThat(copies.copy(pm, key, List.of(4, 2, 3), 5).numbers()).hasSize(3);
    }

    @Test
    void isTakenBackAsOne() {
        var before = lines();
        copies.copy(pm, key, List.of(2, 5), null);
        var after = lines();

        history.undo(pm, key);
        assertThat(lines()).isEqualTo(before);
        history.redo(pm, key);
        assertThat(lines()).isEqualTo(after);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> copies.copy(pm, key, List.of(2, 99), null)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> copies.copy(pm, key, List.of(), null)).isInstanceOf(RuleViolation.class);
    }

    private List<String> lines() {
        return queries.outline(pm, key).stream()
                .map(row -> row.wbs() + " " + row.name() + " "
                        + row.predecessors().stream().map(PredecessorView::text).toList())
                .toList();
    }
}

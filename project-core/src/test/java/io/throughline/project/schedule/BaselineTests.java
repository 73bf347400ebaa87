package io.throughline.project.schedule;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class BaselineTests {

    private static final long DAY = 480;

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    Baselines baselines;

    @Autowired
    BaselineQueries queries;

    private Viewer pm;
    private Viewer manager;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        manager = given.a(Role.MANAGER);
        key = given.aProject(pm).key();
        task("设计", 5 * DAY);
        task("采购", 3 * DAY);
        task("制造", 2 * DAY);
    }

    @Test
    void waitsForAManager() {
        assertThat(baselines.propose(pm, key, "合同签订后")).isEmpty();

        assertThat(queries.list(pm, key)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(BaselineStatus.PROPOSED);
            assertThat(row.note()).isEqualTo("合同签订后");
            assertThat(row.taskCount()).isEqualTo(3);
            assertThat(row.finish()).isEqualTo(MONDAY.plusDays(4).atTime(17, 0));
        });
        assertThat(queries.waiting(manager, 10))
                .extracting(BaselineQueries.WaitingBaseline::key)
                .contains(key);
        assertThat(queries.waiting(pm, 10)).isEmpty();
        assertThatThrownBy(() -> baselines.propose(pm, key, null))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.key()).isEqualTo("project.schedule.baseline.waits"));
        assertThatThrownBy(() -> baselines.approve(pm, key)).isInstanceOf(NotAllowed.class);

        assertThat(baselines.approve(manager, key)).isZero();
        assertThat(queries.waiting(manager, 10))
                .extracting(BaselineQueries.WaitingBaseline::key)
                .doesNotContain(key);
        assertThat(baselines.propose(manager, key, null)).contains(1);
    }

    @Test
    void isRejectedWithAReason() {
        baselines.propose(pm, key, null);

        assertThatThrownBy(() -> baselines.refuse(manager, key, "  "))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.field()).isEqualTo("reason"));
        baselines.refuse(manager, key, "采购周期太短");

        assertThat(queries.list(pm, key)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(BaselineStatus.REJECTED);
            assertThat(row.reason()).isEqualTo("采购周期太短");
            assertThat(row.word()).isNull();
        });
        assertThatThrownBy(() -> baselines.approve(manager, key)).isInstanceOf(NotFound.class);
        baselines.propose(pm, key, null);
        assertThat(baselines.approve(manager, key)).isZero();
    }

    @Test
    void comparesWithThePlanDeletedTasksIncluded() {
        baselines.propose(manager, key, null);
        lasts(7 * DAY);
        tasks.delete(pm, key, 2);
        task("调试", DAY);

        var comparison = queries.compare(pm, key, "r0", null);

        assertThat(comparison.changes())
                .extracting(BaselineChange::name, BaselineChange::variance, BaselineChange::finishSlip)
                .containsExactly(
                        tuple("设计", TaskVariance.MOVED, 2L),
                        tuple("制造", TaskVariance.SAME, 0L),
                        tuple("调试", TaskVariance.ADDED, null),
                        tuple("采购", TaskVariance.REMOVED, null));
        assertThat(comparison.of(null)).hasSize(3);
        assertThat(comparison.count(TaskVariance.SAME)).isOne();
        assertThat(comparison.finishBefore()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(comparison.finishSlip()).isEqualTo(2);
    }

    @Test
    void comparesWithALaterBaseline() {
        baselines.propose(manager, key, null);
        lasts(6 * DAY);
        baselines.propose(manager, key, null);
        lasts(9 * DAY);

        assertThat(queries.compare(pm, key, "R0", "r1").finishSlip()).isOne();
        assertThat(queries.compare(pm, key, "r1", null).finishSlip()).isEqualTo(3);
        assertThatThrownBy(() -> queries.compare(pm, key, "r0", "r7")).isInstanceOf(NotFound.class);
    }

    @Test
    void holdsAgainstThePlanAsProposed() {
        baselines.propose(pm, key, null);
        lasts(8 * DAY);
        baselines.approve(manager, key);

        assertThat(queries.compare(pm, key, "r0", null).finishSlip()).isEqualTo(3);
    }

    private void task(String name, long minutes) {
        tasks.add(pm, key, new AddTask(name, null, null, null, null, null, null, minutes, null, null, null));
    }

    private void lasts(long minutes) {
        tasks.edit(
                pm,
                key,
                1,
                new EditTask(
                        null,
                        "设计",
                        null,
                        null,
                        null,
                        null,
                        minutes,
                        null,
                        500,
                        ConstraintType.ASAP,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}

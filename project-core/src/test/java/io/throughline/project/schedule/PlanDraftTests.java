package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.test.CoreTest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A draft is the live plan with changes that nobody else sees. Commits, in a database of its own. */
@CoreTest
@Import({ProjectFixtures.class, DraftPlan.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "throughline.test.database-of=drafts")
class PlanDraftTests {

    @Autowired
    DraftPlan plan;

    @Autowired
    PlanDrafts drafts;

    @Autowired
    PlanDraftQueries reading;

    @Autowired
    TaskQueries queries;

    @Autowired
    TaskLinks links;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskOutline outline;

    @Autowired
    TaskProgress progress;

    @Autowired
    PlanUndo undo;

    @Autowired
    PlanPreviews previews;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aPlan() {
        plan.begin();
    }

    @Test
    void showsTheCascadeInsideAndNothingOfItOutside() {
        var draft = plan.draft();
        var before = plan.dates(plan.key);
        var live = plan.live();

        var change = plan.in(draft, () -> plan.lasting(draft.toString(), 1, 8));

        assertThat(change.moved()).isEqualTo(1);
        assertThat(change.milestones()).isEqualTo(1);
        assertThat(plan.seen(draft, () -> plan.dates(draft.toString()))).isNotEqualTo(before);
        assertThat(plan.seen(draft, () -> queries.require(plan.pm, draft.toString(), 1)
                        .durationMinutes()))
                .isEqualTo(8 * 480);
        assertThat(plan.dates(plan.key)).isEqualTo(before);
        assertThat(plan.live())
                .as("rows, links, undo, search, history of the live plan")
                .isEqualTo(live);
    }

    @Test
    void leavesTheLivePlanByteForByteWhateverIsDoneInside() {
        var draft = plan.draft();
        var at = draft.toString();
        var live = plan.live();

        plan.in(draft, () -> plan.add(at, "文档", TaskKind.TASK, 2));
        plan.in(draft, () -> plan.add(at, "手册", TaskKind.TASK, 1));
        plan.in(draft, () -> outline.indent(plan.pm, at, 5));
        plan.in(draft, () -> links.unlink(plan.pm, at, 2, 1));
        plan.in(draft, () -> plan.link(at, 5, 2));
        plan.in(draft, () -> tasks.delete(plan.pm, at, 3));
        plan.compared(draft);

        assertThat(plan.live().stream().filter(row -> !row.startsWith("(4"))).containsAll(live);
        assertThat(plan.dates(plan.key)).hasSize(3);
        assertThat(plan.seen(draft, () -> plan.dates(at)))
                .extracting(row -> row.substring(0, row.indexOf(" 2026")))
                .containsExactly("1 设计", "2 采购", "3 文档", "3.1 手册");
    }

    @Test
    void leavesWhatIsDoneWhereItLayHoweverLongItIsSaidToHaveLasted() {
        progress.complete(plan.pm, plan.key, 1, null);
        var lies = queries.require(plan.pm, plan.key, 1);
        var others = plan.dates(plan.key);
        var draft = plan.draft();

        plan.in(draft, () -> plan.lasting(draft.toString(), 1, 9));

        assertThat(plan.seen(draft, () -> plan.dates(draft.toString()))).isEqualTo(others);

        plan.lasting(plan.key, 1, 9);

        assertThat(plan.dates(plan.key)).isEqualTo(others);
        assertThat(queries.require(plan.pm, plan.key, 1).durationMinutes()).isEqualTo(9 * 480);
        assertThat(queries.require(plan.pm, plan.key, 1).plannedFinish())
                .isEqualTo(lies.plannedFinish())
                .isEqualTo(lies.actualFinish());
    }

    @Test
    void keepsSeveralDraftsApart() {
        var slow = plan.draft();
        var fast = plan.draft();

        plan.in(slow, () -> plan.lasting(slow.toString(), 1, 9));
        plan.in(fast, () -> plan.lasting(fast.toString(), 1, 2));

        assertThat(plan.compared(slow).finishSlip()).isEqualTo(4);
        assertThat(plan.compared(fast).finishSlip()).isEqualTo(-3);
        assertThat(reading.list(plan.pm, plan.key)).extracting(DraftRow::number).containsExactly(2, 1);
    }

    @Test
    void takesStepsBackInsideAndTheirUndoToo() {
        var draft = plan.draft();
        var at = draft.toString();
        var change = plan.in(draft, () -> plan.lasting(at, 1, 8));
        plan.in(draft, () -> plan.lasting(at, 2, 4));

        var back = plan.in(draft, () -> undo.undo(plan.pm, at, Objects.requireNonNull(change.id())));
        assertThat(plan.seen(draft, () -> queries.require(plan.pm, at, 1).durationMinutes()))
                .isEqualTo(5 * 480);
        assertThat(plan.compared(draft).lines()).extracting(DraftLine::id).containsExactly("t2.duration");

        plan.in(draft, () -> undo.undo(plan.pm, at, Objects.requireNonNull(back.id())));
        assertThat(plan.seen(draft, () -> queries.require(plan.pm, at, 1).durationMinutes()))
                .isEqualTo(8 * 480);
        assertThatThrownBy(() -> plan.in(draft, () -> undo.undo(plan.pm, at, Objects.requireNonNull(change.id()))))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> undo.undo(plan.pm, plan.key, Objects.requireNonNull(change.id())))
                .as("a step of a draft is none of the live plan")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void bringsBackWhatItDeleted() {
        var draft = plan.draft();
        var at = draft.toString();
        var gone = plan.in(draft, () -> tasks.delete(plan.pm, at, 2));
        assertThat(plan.seen(draft, () -> plan.dates(at))).hasSize(2);

        plan.in(draft, () -> undo.undo(plan.pm, at, Objects.requireNonNull(gone.id())));

        assertThat(plan.compared(draft).lines()).isEmpty();
        assertThat(plan.seen(draft, () -> plan.dates(at))).isEqualTo(plan.dates(plan.key));
    }

    @Test
    void followsTheLivePlanInWhatItDidNotChange() {
        var draft = plan.draft();
        plan.in(draft, () -> plan.lasting(draft.toString(), 1, 8));

        plan.named(plan.key, 2, "采购与催交");
        plan.lasting(plan.key, 2, 6);

        assertThat(plan.seen(draft, () -> queries.require(plan.pm, draft.toString(), 2)
                        .name()))
                .isEqualTo("采购与催交");
        assertThat(plan.compared(draft).finishSlip()).isEqualTo(3);
        assertThat(plan.compared(draft).lines()).singleElement().satisfies(line -> {
            assertThat(line.matter()).isEqualTo(Matter.DURATION);
            assertThat(line.asks()).isFalse();
        });
    }

    @Test
    void keepsNothingOfARefusedChangeOrAPreview() {
        var draft = plan.draft();
        var at = draft.toString();

        assertThatThrownBy(() -> plan.in(draft, () -> plan.link(at, 3, 1))).isInstanceOf(RuleViolation.class);
        var preview = plan.in(draft, () -> previews.of(plan.pm, at, () -> plan.lasting(at, 1, 20)));

        assertThat(preview.moves()).isNotEmpty();
        assertThat(reading.require(plan.pm, plan.key, draft.draft()).changes()).isZero();
    }

    @Test
    void comparesDatesAndWork() {
        var draft = plan.draft();
        var at = draft.toString();
        plan.in(draft, () -> plan.lasting(at, 1, 8));
        plan.in(
                draft,
                () -> tasks.add(
                        plan.pm,
                        at,
                        new AddTask("验证", TaskKind.TASK, null, null, null, null, null, 960L, 960L, null, null)));

        var compared = plan.compared(draft);

        assertThat(compared.effortDraft() - compared.effort()).isEqualTo(960);
        assertThat(compared.shifts()).extracting(DraftComparison.Shift::no).containsExactly(1, 2, 3, 4);
        assertThat(compared.milestones()).singleElement().satisfies(shift -> assertThat(shift.finishSlip())
                .isEqualTo(3));
        assertThat(compared.shifts().get(3).finish()).isNull();
        assertThat(compared.lines()).extracting(DraftLine::id).containsExactly("t4.added", "t1.duration");
    }

    @Test
    void isForWhoLeadsTheProjectAlone() {
        var draft = plan.draft();
        var other = plan.somebody(Role.PROJECT_MANAGER);
        var agent = plan.somebody(Role.TECHNICIAN);

        assertThatThrownBy(() -> drafts.begin(other, plan.key, new SaveDraft("别人的", null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> drafts.look(other, draft, () -> 1)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.list(other, plan.key)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> drafts.merge(other, plan.key, draft.draft(), Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.list(agent, plan.key)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> queries.outline(plan.pm, draft.toString()))
                .as("outside the draft its key is nobody's")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan.seen(draft, () -> queries.outline(plan.pm, draft.project() + "~99")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isOverWithItsDecisionAndClosedWithItsProject() {
        var one = plan.draft();
        var two = plan.draft();
        plan.in(one, () -> plan.lasting(one.toString(), 1, 8));
        drafts.discard(plan.pm, plan.key, two.draft());
        assertThatThrownBy(() -> plan.seen(two, () -> 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> drafts.merge(plan.pm, plan.key, two.draft(), Map.of()))
                .isInstanceOf(RuleViolation.class);

        jdbc.sql("update project.project set status = 'CLOSED' where key = ?")
                .param(plan.key)
                .update();
        assertThat(plan.compared(one).finishSlip()).isEqualTo(3);
        assertThatThrownBy(() -> plan.in(one, () -> plan.lasting(one.toString(), 1, 9)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> drafts.merge(plan.pm, plan.key, one.draft(), Map.of()))
                .isInstanceOf(RuleViolation.class);
        drafts.discard(plan.pm, plan.key, one.draft());
        assertThat(reading.list(plan.pm, plan.key)).noneMatch(DraftRow::isOpen);
    }

    @Test
    void keepsTheChangesOfTwoWhoWorkInItAtTheSameTime() throws Exception {
        var draft = plan.draft();
        var together = new CyclicBarrier(6);
        var pool = Executors.newFixedThreadPool(6);
        try {
            var work = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> {
                        together.await();
                        return plan.in(draft, () -> plan.add(draft.toString(), "件 " + i, TaskKind.TASK, 1));
                    }))
                    .toList();
            for (var one : work) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(plan.seen(draft, () -> queries.outline(plan.pm, draft.toString())))
                .extracting(TaskRow::number)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void givesANumberThatTheLivePlanTookMeanwhileToNobodyElse() {
        var draft = plan.draft();
        plan.in(draft, () -> plan.add(draft.toString(), "草稿的任务", TaskKind.TASK, 1));

        int live = plan.add(plan.key, "正式的任务", TaskKind.TASK, 1);
        assertThat(live).as("the draft has 4").isEqualTo(5);

        assertThat(plan.seen(draft, () -> queries.outline(plan.pm, draft.toString())))
                .extracting(TaskRow::name)
                .contains("草稿的任务", "正式的任务");
        assertThat(DraftKey.parse(draft.toString())).contains(draft);
    }
}

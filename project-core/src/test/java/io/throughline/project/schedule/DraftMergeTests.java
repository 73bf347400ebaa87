package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.DraftLine.Side;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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

/** Merging is three-way, field by field; nothing is lost without somebody saying so. Commits, in a database of its own. */
@CoreTest
@Import({ProjectFixtures.class, DraftPlan.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "throughline.test.database-of=drafts")
class DraftMergeTests {

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
    JdbcClient jdbc;

    private DraftKey draft;
    private String at;

    @BeforeEach
    void aDraft() {
        plan.begin();
        draft = plan.draft();
        at = draft.toString();
    }

    @Test
    void makesTheWholeDraftOneChangeOfTheLivePlanThatCanBeTakenBack() {
        inside(() -> plan.lasting(at, 1, 8));
        inside(() -> plan.add(at, "文档", TaskKind.TASK, 2));
        inside(() -> plan.link(at, 1, 4));
        inside(() -> links.unlink(plan.pm, at, 3, 2));
        var drafted = plan.seen(draft, () -> plan.dates(at));
        var before = plan.dates(plan.key);

        var change = merge(Map.of());

        assertThat(plan.dates(plan.key)).isEqualTo(drafted);
        assertThat(found("文档")).isEqualTo(1);
        assertThat(reading.require(plan.pm, plan.key, draft.draft()).state()).isEqualTo(DraftState.MERGED);
        assertThat(told("project.draft.mergedLine")).isEqualTo(1);
        undo.undo(plan.pm, plan.key, Objects.requireNonNull(change.id()));
        assertThat(plan.dates(plan.key)).isEqualTo(before);
        assertThat(found("文档")).isZero();
    }

    @Test
    void keepsBothWhereTheyChangedOtherFields() {
        inside(() -> plan.lasting(at, 1, 8));
        plan.named(plan.key, 1, "设计与计算");
        plan.lasting(plan.key, 2, 4);

        merge(Map.of());

        var merged = queries.require(plan.pm, plan.key, 1);
        assertThat(merged.name()).isEqualTo("设计与计算");
        assertThat(merged.durationMinutes()).isEqualTo(8 * 480);
        assertThat(queries.require(plan.pm, plan.key, 2).durationMinutes()).isEqualTo(4 * 480);
    }

    @Test
    void asksWhereBothChangedTheSameField() {
        inside(() -> plan.lasting(at, 1, 8));
        plan.lasting(plan.key, 1, 6);
        var live = plan.live();

        assertThat(clashes()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("t1.duration");
            assertThat(line.base()).containsEntry("durationMinutes", 5 * 480);
            assertThat(line.live()).containsEntry("durationMinutes", 6 * 480);
            assertThat(line.draft()).containsEntry("durationMinutes", 8 * 480);
        });
        assertThatThrownBy(() -> merge(Map.of())).isInstanceOf(RuleViolation.class);
        assertThat(plan.live()).as("nothing half done").isEqualTo(live);

        merge(Map.of("t1.duration", Side.LIVE));
        assertThat(queries.require(plan.pm, plan.key, 1).durationMinutes()).isEqualTo(6 * 480);
    }

    @Test
    void takesTheDraftsWhereThatIsChosen() {
        inside(() -> plan.lasting(at, 1, 8));
        plan.lasting(plan.key, 1, 6);

        merge(Map.of("t1.duration", Side.DRAFT));

        assertThat(queries.require(plan.pm, plan.key, 1).durationMinutes()).isEqualTo(8 * 480);
    }

    @Test
    void asksNothingWhereBothCameToTheSame() {
        inside(() -> plan.lasting(at, 1, 8));
        plan.lasting(plan.key, 1, 8);

        assertThat(plan.compared(draft).lines()).isEmpty();
    }

    @Test
    void asksAboutATaskThatIsGoneFromTheLivePlan() {
        inside(() -> plan.lasting(at, 2, 9));
        inside(() -> plan.add(at, "复核", TaskKind.TASK, 1));
        inside(() -> plan.link(at, 2, 4));
        tasks.delete(plan.pm, plan.key, 2);

        assertThat(clashes()).extracting(DraftLine::id).containsExactly("t2.gone");
        assertThat(plan.seen(draft, () -> plan.dates(at)))
                .as("the draft still has it")
                .hasSize(4);

        merge(Map.of("t2.gone", Side.DRAFT));
        assertThat(queries.require(plan.pm, plan.key, 2).durationMinutes()).isEqualTo(9 * 480);
        assertThat(queries.require(plan.pm, plan.key, 4).predecessors()).hasSize(1);
    }

    @Test
    void leavesATaskGoneWhereThatIsChosen() {
        inside(() -> plan.lasting(at, 2, 9));
        inside(() -> plan.lasting(at, 1, 2));
        tasks.delete(plan.pm, plan.key, 2);

        merge(Map.of("t2.gone", Side.LIVE));

        assertThat(plan.dates(plan.key)).hasSize(2);
        assertThat(queries.require(plan.pm, plan.key, 1).durationMinutes()).isEqualTo(2 * 480);
    }

    @Test
    void asksAboutATaskTheDraftRemovedAndTheLivePlanWentOnWith() {
        inside(() -> tasks.delete(plan.pm, at, 2));
        progress.report(plan.pm, plan.key, 2, 40);

        assertThat(clashes()).singleElement().satisfies(line -> {
            assertThat(line.matter()).isEqualTo(Matter.REMOVED);
            assertThat(line.live()).containsKey("state");
        });
        merge(Map.of("t2.removed", Side.LIVE));
        assertThat(queries.require(plan.pm, plan.key, 2).percentComplete()).isEqualTo(40);
    }

    @Test
    void removesWhatNobodyTouched() {
        inside(() -> tasks.delete(plan.pm, at, 2));
        plan.lasting(plan.key, 1, 7);

        assertThat(clashes())
                .as("that its dates moved is no change of the task")
                .isEmpty();
        merge(Map.of());
        assertThat(plan.dates(plan.key)).hasSize(2);
    }

    @Test
    void asksAboutARemovedSummaryThatGotTasksInTheLivePlan() {
        int under = plan.add(plan.key, "子任务", TaskKind.TASK, 1);
        outline.move(plan.pm, plan.key, under, 2, null);
        inside(() -> tasks.delete(plan.pm, at, 2));
        int fresh = plan.add(plan.key, "新的子任务", TaskKind.TASK, 1);
        outline.move(plan.pm, plan.key, fresh, 2, null);

        assertThat(clashes()).extracting(DraftLine::id).containsExactly("t2.removed");
        assertThat(plan.seen(draft, () -> plan.dates(at))).hasSize(2);
        merge(Map.of("t2.removed", Side.LIVE));

        assertThat(plan.dates(plan.key)).anyMatch(row -> row.contains("新的子任务"));
        assertThat(queries.require(plan.pm, plan.key, 2).summary()).isTrue();
    }

    @Test
    void doesNotTakeALinkThatWouldCloseACircleByNow() {
        int other = plan.add(plan.key, "试制", TaskKind.TASK, 1);
        inside(() -> plan.link(at, 3, other));
        plan.link(plan.key, other, 1);

        assertThat(clashes()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("l3-" + other);
            assertThat(line.clash()).isEqualTo(Clash.IMPOSSIBLE);
        });
        assertThatThrownBy(() -> merge(Map.of("l3-" + other, Side.DRAFT))).isInstanceOf(RuleViolation.class);
        inside(() -> plan.named(at, 1, "设计改版"));
        merge(Map.of("l3-" + other, Side.LIVE));
        assertThat(queries.require(plan.pm, plan.key, 1).name()).isEqualTo("设计改版");
    }

    @Test
    void asksAboutLinksThatBothChanged() {
        inside(() -> links.link(plan.pm, at, 2, lagged(480)));
        links.link(plan.pm, plan.key, 2, lagged(960));

        assertThat(clashes()).extracting(DraftLine::id).containsExactly("l1-2");
        merge(Map.of("l1-2", Side.DRAFT));
        assertThat(queries.require(plan.pm, plan.key, 2).predecessors().get(0).lag())
                .isEqualTo(480);
    }

    @Test
    void doesNotPutATaskBelowItself() {
        int under = plan.add(plan.key, "甲", TaskKind.TASK, 1);
        int over = plan.add(plan.key, "乙", TaskKind.TASK, 1);
        inside(() -> outline.move(plan.pm, at, under, over, null));
        outline.move(plan.pm, plan.key, over, under, null);

        assertThat(clashes()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("t" + under + ".place");
            assertThat(line.clash()).isEqualTo(Clash.IMPOSSIBLE);
        });
    }

    @Test
    void bringsAParentBackForWhatTheDraftPutBelowIt() {
        int over = plan.add(plan.key, "阶段", TaskKind.TASK, 1);
        inside(() -> outline.move(plan.pm, at, 2, over, null));
        tasks.delete(plan.pm, plan.key, over);

        assertThat(clashes()).extracting(DraftLine::id).containsExactly("t2.place");
        merge(Map.of("t2.place", Side.DRAFT));

        assertThat(queries.require(plan.pm, plan.key, 2).parentNumber()).isEqualTo(over);
    }

    @Test
    void letsOneOfTwoMergesAtOnceHaveItsWay() throws Exception {
        inside(() -> plan.lasting(at, 1, 8));
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var tries = IntStream.range(0, 2)
                    .mapToObj(i -> pool.submit(() -> {
                        together.await();
                        try {
                            merge(Map.of());
                            return true;
                        } catch (RuleViolation decided) {
                            return false;
                        }
                    }))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdownNow();
        }
        assertThat(told("project.draft.mergedLine")).isEqualTo(1);
    }

    @Test
    void mergesNothingOfADraftWithoutChanges() {
        assertThatThrownBy(() -> merge(Map.of())).isInstanceOf(RuleViolation.class);
    }

    private <T> T inside(Callable<T> work) {
        return plan.in(draft, work);
    }

    private PlanChange merge(Map<String, Side> choices) {
        return drafts.merge(plan.pm, plan.key, draft.draft(), choices);
    }

    private List<DraftLine> clashes() {
        return plan.compared(draft).clashes();
    }

    private static LinkTasks lagged(long minutes) {
        return new LinkTasks(1, DependencyType.FINISH_TO_START, minutes, LagUnit.WORKING);
    }

    private int found(String name) {
        return jdbc.sql("""
                        select count(*) from foundation.search_entry e join project.task t on t.id = e.subject_id
                          join project.project p on p.id = t.project_id
                         where e.subject_type = 'TASK' and p.key = ? and t.name = ?
                        """).params(plan.key, name).query(Integer.class).single();
    }

    private int told(String verb) {
        return jdbc.sql("""
                        select count(*) from foundation.activity_entry a join project.project p on p.id = a.subject_id
                         where a.verb = ? and p.key = ?
                        """).params(verb, plan.key).query(Integer.class).single();
    }
}

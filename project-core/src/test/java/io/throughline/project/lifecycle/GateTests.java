package io.throughline.project.lifecycle;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class GateTests {

    private static final String WHY = "客户已邮件确认,正式文件下周补齐";

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    ProjectQueries queries;

    @Autowired
    Gates gates;

    @Autowired
    GateQueries sheets;

    private Viewer pm;
    private Viewer manager;
    private String key;

    @BeforeEach
    void aProjectWithoutMilestone() {
        pm = given.a(Role.PROJECT_MANAGER);
        manager = given.a(Role.MANAGER);
        key = given.aProject(pm).key();
        projects.edit(
                pm,
                key,
                new EditProject(
                        null,
                        "压缩机站",
                        key,
                        "扩建两台机组",
                        null,
                        true,
                        pm.id().value(),
                        Visibility.INTERNAL,
                        MONDAY,
                        null,
                        MONDAY.plusDays(90),
                        null,
                        null,
                        null));
    }

    @Test
    void staysClosedWhileACriterionIsOpen() {
        assertThat(sheets.sheet(pm, key, Phase.INITIATION).criteria())
                .filteredOn(line -> !line.met())
                .extracting(GateSheet.Line::key)
                .containsExactly("milestone");
        assertThatThrownBy(() -> decide(pm, GateDecision.GO)).isInstanceOf(RuleViolation.class);
        assertThat(queries.require(pm, key).phase()).isEqualTo(Phase.INITIATION);
    }

    @Test
    void opensWhenAManagerGrantsTheWaiver() {
        gates.waive(pm, key, Phase.INITIATION, new WaiveCriterion("milestone", WHY));
        assertThatThrownBy(() -> decide(pm, GateDecision.GO)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> gates.decideWaiver(pm, key, Phase.INITIATION, "milestone", true))
                .isInstanceOf(NotAllowed.class);

        gates.decideWaiver(manager, key, Phase.INITIATION, "milestone", true);
        decide(pm, GateDecision.GO);

        assertThat(queries.require(pm, key).phase()).isEqualTo(Phase.PLANNING);
        assertThat(sheets.reviews(pm, queries.require(pm, key))).singleElement().satisfies(review -> {
            assertThat(review.waivers()).isEqualTo(1);
            assertThat(review.criteriaMet()).isEqualTo(4);
        });
    }

    @Test
    void staysClosedAfterARefusedWaiver() {
        gates.waive(pm, key, Phase.INITIATION, new WaiveCriterion("milestone", WHY));
        gates.decideWaiver(manager, key, Phase.INITIATION, "milestone", false);

        assertThatThrownBy(() -> decide(pm, GateDecision.GO)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void refusesAWaiverWithoutARealReason() {
        assertThatThrownBy(() -> gates.waive(manager, key, Phase.INITIATION, new WaiveCriterion("milestone", "太忙")))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void wantsWordsForEveryDecisionButGo() {
        assertThatThrownBy(() -> gates.decide(pm, key, Phase.INITIATION, new DecideGate(GateDecision.HOLD, null)))
                .isInstanceOf(RuleViolation.class);

        gates.decide(pm, key, Phase.INITIATION, new DecideGate(GateDecision.HOLD, "等客户预算批复"));
        assertThat(queries.require(pm, key).phase()).isEqualTo(Phase.INITIATION);
    }

    @Test
    void letsOnlyAManagerStopAProject() {
        assertThatThrownBy(() -> decide(pm, GateDecision.STOP)).isInstanceOf(NotAllowed.class);

        decide(manager, GateDecision.STOP);
        assertThat(queries.require(pm, key).status()).isEqualTo(ProjectStatus.CANCELLED);
    }

    @Test
    void confirmsOwnCriteriaByHand() {
        gates.addCriterion(pm, key, Phase.INITIATION, "合同已盖章");
        gates.confirm(pm, key, Phase.INITIATION, "own-1", true);

        assertThat(sheets.sheet(pm, key, Phase.INITIATION).criteria())
                .filteredOn(line -> line.key().equals("own-1"))
                .singleElement()
                .satisfies(line -> assertThat(line.met()).isTrue());
    }

    @Test
    void decidesOnlyTheGateOfTheCurrentPhase() {
        assertThatThrownBy(() -> gates.decide(pm, key, Phase.PLANNING, new DecideGate(GateDecision.HOLD, "还早")))
                .isInstanceOf(RuleViolation.class);
    }

    private void decide(Viewer viewer, GateDecision decision) {
        gates.decide(viewer, key, Phase.INITIATION, new DecideGate(decision, "见会议纪要"));
    }
}

package io.throughline.aftersales.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentChoiceTests {

    private static final Instant ONE = Instant.parse("2026-11-23T05:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-23T06:00:00Z");

    private long ids;

    @Test
    void givesInTurnToWhoWaitedLongest() {
        var all = List.of(had(8, 0), had(9, 0), had(7, 12));

        assertThat(chosen(AssignmentStrategy.ROUND_ROBIN, all)).isEqualTo(3);
    }

    @Test
    void givesToTheLeastLoadAndAmongEqualsToWhoWaitedLongest() {
        var all = List.of(had(1, 5), had(9, 3), had(7, 3));

        assertThat(chosen(AssignmentStrategy.LEAST_LOAD, all)).isEqualTo(3);
    }

    @Test
    void givesToTheBestWhateverTheirLoad() {
        var all = List.of(knows(Map.of("PLC", 3), 0), knows(Map.of("PLC", 5), 20));

        assertThat(chosen(AssignmentStrategy.BEST_SKILL, all)).isEqualTo(2);
    }

    @Test
    void prefersWhoHasTheSkillsWhereTheyAreNotRequired() {
        var all = List.of(lacks(null), knows(Map.of("PLC", 2), 30));

        assertThat(chosen(AssignmentStrategy.LEAST_LOAD, all)).isEqualTo(2);
    }

    @Test
    void decidesTheSameWayWhateverTheOrderOfTheMembers() {
        var one = had(0, 0);
        var other = had(0, 0);

        assertThat(chosen(AssignmentStrategy.LEAST_LOAD, List.of(other, one))).isEqualTo(one.id());
        assertThat(chosen(AssignmentStrategy.LEAST_LOAD, List.of(one, other))).isEqualTo(one.id());
    }

    @Test
    void saysWhenTheFirstComesBackWhereNobodyIsThere() {
        var all = List.of(away(TWO), away(ONE), away(null));

        var choice = AssignmentChoice.of(AssignmentStrategy.LEAST_LOAD, all);

        assertThat(choice.verdict()).isEqualTo(Verdict.NOBODY_ON_DUTY);
        assertThat(choice.next()).isEqualTo(ONE);
        assertThat(choice.chosen()).isNull();
    }

    @Test
    void saysWhichSkillsAreLackingAndWhenAllAreFull() {
        var unskilled = List.of(away(ONE), lacks(Obstacle.SKILL));
        var full = List.of(lacks(Obstacle.SKILL), full());

        assertThat(AssignmentChoice.of(AssignmentStrategy.LEAST_LOAD, unskilled))
                .returns(Verdict.NO_SKILL, AssignmentChoice::verdict)
                .returns(List.of("PLC"), AssignmentChoice::lacking);
        assertThat(AssignmentChoice.of(AssignmentStrategy.LEAST_LOAD, full).verdict())
                .isEqualTo(Verdict.ALL_FULL);
    }

    @Test
    void findsNobodyInAnEmptyTeam() {
        assertThat(AssignmentChoice.of(AssignmentStrategy.ROUND_ROBIN, List.of())
                        .verdict())
                .isEqualTo(Verdict.NO_MEMBERS);
    }

    @Test
    void readsItsReasonsBack() {
        var reason = AssignmentReason.of(AssignmentStrategy.BEST_SKILL, knows(Map.of("PLC 编程", 4, "a|b", 2), 7));

        assertThat(AssignmentReason.read(reason.said())).isEqualTo(reason);
        assertThat(reason.skills()).containsExactly("PLC 编程 4", "a/b 2");
    }

    private static long chosen(AssignmentStrategy strategy, List<Candidate> all) {
        var chosen = AssignmentChoice.of(strategy, all).chosen();
        assertThat(chosen).isNotNull();
        return chosen.id();
    }

    private Candidate had(long turn, int load) {
        return candidate(load, Map.of(), List.of(), turn, null, null);
    }

    private Candidate knows(Map<String, Integer> skills, int load) {
        return candidate(load, skills, List.of(), 0, null, null);
    }

    private Candidate lacks(@Nullable Obstacle obstacle) {
        return candidate(0, Map.of(), List.of("PLC"), 0, obstacle, null);
    }

    private Candidate away(@Nullable Instant back) {
        return candidate(0, Map.of(), List.of(), 0, Obstacle.OFF_DUTY, back);
    }

    private Candidate full() {
        return candidate(9, Map.of(), List.of(), 0, Obstacle.FULL, null);
    }

    private Candidate candidate(
            int load,
            Map<String, Integer> skills,
            List<String> lacks,
            long turn,
            @Nullable Obstacle obstacle,
            @Nullable Instant back) {
        ids++;
        boolean onDuty = obstacle != Obstacle.OFF_DUTY;
        return new Candidate(
                ids,
                "u" + ids,
                "王芳",
                onDuty,
                onDuty ? TWO : null,
                back,
                false,
                null,
                null,
                load,
                load,
                skills,
                lacks,
                turn,
                obstacle);
    }
}

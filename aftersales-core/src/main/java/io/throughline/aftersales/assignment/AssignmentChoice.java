package io.throughline.aftersales.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a ticket, and why nobody does.
 *
 * <p>Method: of the members who may get it, those who lack the fewest of the wanted skills come first (none is lacking where
 * the rule requires them); among those the strategy decides, and what it leaves open is decided by the load, then the turn,
 * then the id, so that the same facts always lead to the same person.
 *
 * <pre>
 * LEAST_LOAD   Li: load 5, Wang: load 3, Zhao: load 3 (turn 7), Wang's turn 9   -> Zhao
 * ROUND_ROBIN  Li: turn 8, Wang: turn 9, Zhao: turn 7                           -> Zhao, then Li, then Wang
 * BEST_SKILL   Li: PLC 5, Wang: PLC 3                                           -> Li
 * </pre>
 *
 * @param chosen null where nobody may get it
 * @param next when the first of those who are away is back, where nobody is there; null where nobody knows
 * @param lacking the skills nobody there has, where that is why
 * @param all every member, those who may get it first, in the order of the rule
 */
public record AssignmentChoice(
        Verdict verdict,
        @Nullable Candidate chosen,
        @Nullable Instant next,
        List<String> lacking,
        List<Candidate> all) {

    private static final Comparator<Candidate> BY_LOAD = Comparator.comparingInt(Candidate::load);
    private static final Comparator<Candidate> BY_TURN = Comparator.comparingLong(Candidate::turn);

    public AssignmentChoice {
        lacking = List.copyOf(lacking);
        all = List.copyOf(all);
    }

    static AssignmentChoice of(AssignmentStrategy strategy, List<Candidate> members) {
        var all = members.stream()
                .sorted(Comparator.comparing((Candidate one) -> !one.mayGet()).thenComparing(order(strategy)))
                .toList();
        if (all.isEmpty()) {
            return new AssignmentChoice(Verdict.NO_MEMBERS, null, null, List.of(), all);
        }
        var first = all.get(0);
        return first.mayGet()
                ? new AssignmentChoice(Verdict.CHOSEN, first, null, List.of(), all)
                : new AssignmentChoice(verdict(all), null, next(all), lacking(all), all);
    }

    public boolean isMade() {
        return chosen != null;
    }

    private static Comparator<Candidate> order(AssignmentStrategy strategy) {
        var first = Comparator.comparingInt((Candidate one) -> one.lacks().size());
        var decided =
                switch (strategy) {
                    case ROUND_ROBIN -> first.thenComparing(BY_TURN);
                    case LEAST_LOAD -> first.thenComparing(BY_LOAD).thenComparing(BY_TURN);
                    case BEST_SKILL ->
                        first.thenComparing(Comparator.comparingInt(Candidate::mastery)
                                        .reversed())
                                .thenComparing(BY_LOAD)
                                .thenComparing(BY_TURN);
                };
        return decided.thenComparingLong(Candidate::id);
    }

    private static Verdict verdict(List<Candidate> all) {
        if (there(all).findAny().isEmpty()) {
            return Verdict.NOBODY_ON_DUTY;
        }
        return there(all).anyMatch(one -> one.obstacle() == Obstacle.FULL) ? Verdict.ALL_FULL : Verdict.NO_SKILL;
    }

    private static @Nullable Instant next(List<Candidate> all) {
        return all.stream()
                .map(Candidate::back)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<String> lacking(List<Candidate> all) {
        return there(all)
                .filter(one -> one.obstacle() == Obstacle.SKILL)
                .min(Comparator.comparingInt(one -> one.lacks().size()))
                .map(Candidate::lacks)
                .orElse(List.of());
    }

    private static Stream<Candidate> there(List<Candidate> all) {
        return all.stream().filter(one -> one.obstacle() == Obstacle.SKILL || one.obstacle() == Obstacle.FULL);
    }
}

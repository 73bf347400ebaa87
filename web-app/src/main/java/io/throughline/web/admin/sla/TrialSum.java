package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.ClockOutcome;
import io.throughline.aftersales.sla.SlaTrialQueries.Move;
import io.throughline.aftersales.sla.clock.ClockType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The numbers of one clock in a trial.
 *
 * @param wasMet kept as it was
 * @param metThen kept as it would have been
 * @param better broken as it was, kept as it would have been
 * @param worse kept as it was, broken as it would have been
 */
record TrialSum(ClockType clock, int wasMet, int wasBreached, int metThen, int breachedThen, int better, int worse) {

    static List<TrialSum> of(List<Move> moves) {
        return Arrays.stream(ClockType.values())
                .map(type -> of(
                        type, moves.stream().filter(move -> move.type() == type).toList()))
                .filter(sum -> sum.wasMet + sum.wasBreached + sum.metThen + sum.breachedThen > 0)
                .toList();
    }

    private static TrialSum of(ClockType type, List<Move> moves) {
        return new TrialSum(
                type,
                count(moves, move -> move.was() == ClockOutcome.MET),
                count(moves, move -> move.was() == ClockOutcome.BREACHED),
                count(moves, move -> move.becomes() == ClockOutcome.MET),
                count(moves, move -> move.becomes() == ClockOutcome.BREACHED),
                count(moves, move -> move.was() == ClockOutcome.BREACHED && move.becomes() == ClockOutcome.MET),
                count(moves, move -> move.was() == ClockOutcome.MET && move.becomes() == ClockOutcome.BREACHED));
    }

    private static int count(List<Move> moves, Predicate<Move> which) {
        return moves.stream().filter(which).mapToInt(Move::clocks).sum();
    }
}

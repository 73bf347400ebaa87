package io.throughline.web.project.leveling;

import io.throughline.project.leveling.LevelingProposal;
import io.throughline.project.leveling.LevelingProposal.Load;
import io.throughline.project.leveling.LevelingProposal.Move;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A proposal as it is drawn: for each task two bars on one time line, for each person two bars of load.
 *
 * @param rows the first {@link #SHOWN}, {@code more} how many there are beyond
 * @param days of the calendar by which the finish moves; negative for earlier
 */
record LevelingPicture(List<Row> rows, int more, List<LoadRow> load, long days) {

    static final int SHOWN = 200;

    private static final double WIDTH = 400;

    /** Bars of a box 400 wide. */
    record Row(Move move, String beforeX, String beforeWidth, String afterX, String afterWidth) {}

    /** Bars of a box 400 wide, with the same measure for all. */
    record LoadRow(Load load, String before, String after, String whole) {}

    static LevelingPicture of(LevelingProposal proposal) {
        var moves = proposal.tasks();
        var from = times(moves).min(LocalDateTime::compareTo).orElse(proposal.finishBefore());
        var to = times(moves).max(LocalDateTime::compareTo).orElse(proposal.finishBefore());
        double second = WIDTH / Math.max(1, Duration.between(from, to).toSeconds());
        int most = proposal.load().stream()
                .mapToInt(one -> Math.max(one.peakBeforePercent(), one.peakAfterPercent()))
                .max()
                .orElse(100);
        return new LevelingPicture(
                moves.stream()
                        .limit(SHOWN)
                        .map(move -> new Row(
                                move,
                                number(second * seconds(from, move.startBefore())),
                                number(second * seconds(move.startBefore(), move.finishBefore())),
                                number(second * seconds(from, move.startAfter())),
                                number(second * seconds(move.startAfter(), move.finishAfter()))))
                        .toList(),
                Math.max(0, moves.size() - SHOWN),
                proposal.load().stream()
                        .map(one -> new LoadRow(
                                one,
                                number(WIDTH * one.peakBeforePercent() / most),
                                number(WIDTH * one.peakAfterPercent() / most),
                                number(WIDTH * 100 / most)))
                        .toList(),
                ChronoUnit.DAYS.between(
                        proposal.finishBefore().toLocalDate(),
                        proposal.finishAfter().toLocalDate()));
    }

    private static Stream<LocalDateTime> times(List<Move> moves) {
        return moves.stream()
                .flatMap(move ->
                        Stream.of(move.startBefore(), move.finishBefore(), move.startAfter(), move.finishAfter()));
    }

    private static long seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toSeconds();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

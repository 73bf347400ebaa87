package io.throughline.project.schedule;

import io.throughline.project.schedule.PlanLoads.Lay;
import io.throughline.project.schedule.PlanLoads.Overloaded;
import io.throughline.project.schedule.PlanPreviews.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change would move; local date-times of the project.
 *
 * @param tasks how many tasks, the changed one among them; summaries and milestones apart
 * @param commitments how many of the milestones the customer sees
 * @param moves in the order of their numbers, summaries among them
 * @param overloads who gets more to do than he can, where he did not before
 */
public record PlanPreview(
        int tasks,
        int milestones,
        int commitments,
        LocalDateTime finishBefore,
        LocalDateTime finish,
        List<Move> moves,
        List<Overloaded> overloads) {

    /** One task's dates now and with the change. */
    public record Move(
            int no,
            String name,
            boolean milestone,
            boolean summary,
            @Nullable LocalDateTime startBefore,
            @Nullable LocalDateTime finishBefore,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish) {}

    public PlanPreview {
        moves = List.copyOf(moves);
        overloads = List.copyOf(overloads);
    }

    PlanPreview overloading(List<Overloaded> people) {
        return new PlanPreview(tasks, milestones, commitments, finishBefore, finish, moves, people);
    }

    /** Where the tasks that move lie now. */
    Map<Integer, Lay> before() {
        var lays = new HashMap<Integer, Lay>();
        for (var move : moves) {
            if (!move.summary() && move.startBefore() != null && move.finishBefore() != null) {
                lays.put(move.no(), new Lay(move.startBefore(), move.finishBefore()));
            }
        }
        return lays;
    }

    /** The first day on which one of the tasks that move lies, now or with the change; the plan's finish where none does. */
    LocalDate since() {
        return moves.stream()
                .flatMap(move -> Stream.of(move.startBefore(), move.start()))
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(finish)
                .toLocalDate();
    }

    static PlanPreview between(List<Dates> before, List<Dates> after, PlanChange change) {
        var old = before.stream().collect(Collectors.toMap(Dates::number, Function.identity()));
        var moves = new ArrayList<Move>();
        int commitments = 0;
        for (var now : after) {
            var was = old.get(now.number());
            if (was != null && !isSame(was, now)) {
                boolean milestone = now.kind() == TaskKind.MILESTONE;
                commitments += milestone && now.shared() ? 1 : 0;
                moves.add(new Move(
                        now.number(),
                        now.name(),
                        milestone,
                        now.summary(),
                        was.plannedStart(),
                        was.plannedFinish(),
                        now.plannedStart(),
                        now.plannedFinish()));
            }
        }
        int milestones = (int) moves.stream().filter(Move::milestone).count();
        int tasks = (int) moves.stream()
                .filter(move -> !move.milestone() && !move.summary())
                .count();
        return new PlanPreview(
                tasks, milestones, commitments, change.finishBefore(), change.finishAfter(), moves, List.of());
    }

    private static boolean isSame(Dates was, Dates now) {
        return Objects.equals(was.plannedStart(), now.plannedStart())
                && Objects.equals(was.plannedFinish(), now.plannedFinish());
    }
}

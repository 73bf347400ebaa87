package io.throughline.project.board;

import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board.
 *
 * @param cards shown, the latest finished first in the done column
 * @param total of cards there are, more than shown in a long done column
 * @param limit most cards the team wants here; null for no limit
 */
public record BoardColumn(
        TaskStatus status,
        List<TaskRow> cards,
        int total,
        @Nullable Integer limit) {

    public BoardColumn {
        cards = List.copyOf(cards);
    }

    public boolean isOverLimit() {
        return limit != null && total > limit;
    }

    public boolean isAtLimit() {
        return limit != null && total == limit;
    }

    /** Planned working minutes of all cards shown; what runs by the clock is waited for, not worked on. */
    public long minutes() {
        return cards.stream()
                .filter(card -> !card.elapsed())
                .map(TaskRow::durationMinutes)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}

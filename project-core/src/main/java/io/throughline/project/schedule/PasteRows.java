package io.throughline.project.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a block of cells from a spreadsheet into the plan.
 *
 * @param text cells with tabs between them, a line for each row; see {@link PastedText}
 * @param at number of the task where it is pasted; null for the end of the plan
 * @param place null for new rows below it
 * @param columns what the cells of a row are where no heading row says so; null for {@link #USUAL}
 * @param references null to take rows where the block numbers its rows or the plan is empty, else tasks
 * @param fold as {@link Fold#parse} reads it: rows of shut summaries are not written over
 */
public record PasteRows(
        @NotBlank @Size(max = 2_000_000) String text,
        @Nullable Integer at,
        @Nullable Place place,
        @Nullable List<PlanColumn> columns,
        @Nullable References references,
        @Nullable String fold) {

    /** In the order in which Microsoft Project and most sheets have them. */
    public static final List<PlanColumn> USUAL = List.of(
            PlanColumn.NAME,
            PlanColumn.DURATION,
            PlanColumn.START,
            PlanColumn.FINISH,
            PlanColumn.PREDECESSORS,
            PlanColumn.ASSIGNEE);

    /** More are a file, not something to paste. */
    public static final int MOST = 2000;

    public enum Place {
        /** New rows, after the one at which it is pasted and all below it. */
        BELOW,
        /** Over the cells of the rows from there on; an empty cell leaves what is there. */
        OVER
    }

    /** What a number means among the predecessors. */
    public enum References {
        /** The task of the plan with that number. */
        PLAN,
        /** The row of the block: by its own numbers where it has such a column, else counted from one. */
        ROWS
    }

    public PasteRows {
        columns = columns == null ? null : List.copyOf(columns);
    }

    Place where() {
        return place == null ? Place.BELOW : place;
    }
}

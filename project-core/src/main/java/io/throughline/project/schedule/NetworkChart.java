package io.throughline.project.schedule;

import io.throughline.project.schedule.diagram.RailLayout.Way;
import io.throughline.project.schedule.network.TaskDates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a network diagram: the part of it that is looked at, on a grid of columns (ranks) and rows (lanes), and the
 * critical path as a list. Local date-times of the project.
 *
 * @param nodes in the part looked at, from left to right, from top to bottom
 * @param ties with an end in that part
 * @param dots all of the diagram, for its overview; empty where all of it is looked at
 * @param path critical tasks in the order in which they are done, those of {@code frame}'s page
 * @param estimate of the way that decides the finish, or of the one to the chosen task
 * @param found number of the task looked for; null where none was asked for or none is there
 * @param task the one whose neighbours are shown; null for the whole plan
 */
public record NetworkChart(
        List<Node> nodes,
        List<Tie> ties,
        Frame frame,
        List<Dot> dots,
        List<PathTask> path,
        PertPath estimate,
        @Nullable Integer found,
        @Nullable Integer task) {

    public NetworkChart {
        nodes = List.copyOf(nodes);
        ties = List.copyOf(ties);
        dots = List.copyOf(dots);
        path = List.copyOf(path);
    }

    public enum Kind {
        TASK,
        MILESTONE,
        /** Where a summary with predecessors begins. */
        OPENING,
        /** Where a summary with successors ends. */
        CLOSING
    }

    /**
     * @param number of the task, or of the summary that opens or closes
     * @param row null for the ends of a summary
     */
    public record Node(
            Kind kind,
            int number,
            String name,
            int rank,
            int lane,
            boolean critical,
            TaskDates dates,
            @Nullable TaskRow row) {

        public boolean isEnd() {
            return row == null;
        }

        public int percent() {
            return row == null ? 0 : row.percentComplete();
        }
    }

    public record Place(int rank, int lane) {}

    /** @param label kind and lag of the link; empty for a plain one and within a summary */
    public record Tie(Place from, Place to, String label, boolean critical, Way way) {}

    /** A node of the overview. */
    public record Dot(int rank, int lane, boolean critical) {}

    /**
     * How much there is, and what of it is looked at.
     *
     * @param nodes of the whole diagram; {@code lines} of the whole plan
     * @param rank first one looked at, of {@code ranks}
     * @param width how many ranks are looked at, {@code height} how many lanes
     * @param pathFirst place of the first critical task listed, of {@code pathLength}
     */
    public record Frame(
            int lines,
            int nodes,
            int ranks,
            int lanes,
            int rank,
            int lane,
            int width,
            int height,
            int pathFirst,
            int pathLength) {

        public boolean isWhole() {
            return width >= ranks && height >= lanes;
        }
    }

    /** @param reasons what decides its dates */
    public record PathTask(TaskRow row, TaskDates dates, List<DateReason> reasons) {

        public PathTask {
            reasons = List.copyOf(reasons);
        }
    }
}

package io.throughline.project.schedule.network;

import java.util.List;
import java.util.stream.Collectors;

/** A network that cannot be scheduled; {@link #problem()} and {@link #tasks()} say why in terms a caller can translate. */
public class InvalidNetworkException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public enum Problem {
        /** Two tasks with the same id. */
        DUPLICATE_ID,
        /** A link or a parent that names no task. */
        UNKNOWN_TASK,
        /** A task that is above itself. */
        CYCLIC_HIERARCHY,
        /** Links, also through the hierarchy, that lead back; the tasks are the way round, in order. */
        CYCLIC_LINKS,
        /** A link of a task to itself or between a summary and its own part. */
        LINK_WITHIN_SUMMARY,
        /** A constraint that needs a date and has none, or a finish before its start. */
        IMPOSSIBLE_DATES,
        /** A negative amount, or one beyond a thousand years. */
        IMPOSSIBLE_AMOUNT,
        /** A calendar that has no working time where the task needs it. */
        NEVER_OPENS
    }

    private final Problem problem;
    private final transient List<Long> tasks;

    InvalidNetworkException(Problem problem, List<Long> tasks) {
        super(problem + ": " + tasks.stream().map(String::valueOf).collect(Collectors.joining(" → ")));
        this.problem = problem;
        this.tasks = List.copyOf(tasks);
    }

    InvalidNetworkException(Problem problem, long task) {
        this(problem, List.of(task));
    }

    public Problem problem() {
        return problem;
    }

    /** The tasks concerned, by id. */
    public List<Long> tasks() {
        return tasks;
    }
}

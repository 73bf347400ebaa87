package io.throughline.project.schedule.network;

/**
 * The critical path of one network again and again with other durations, for simulations: a full forward and backward pass
 * with everything the network says, without making objects for each. Tasks are named by their place in
 * {@link Network#ids()}, amounts are seconds.
 *
 * <p>Not thread-safe; as many as there are threads.
 */
public abstract sealed class TrialRun permits PlainTrialRun, EngineTrialRun {

    /** Plain numbers where the whole network is on one clock, else the engine itself. */
    public static TrialRun of(Network network) {
        var plain = PlainTrialRun.ifOnOneClock(network);
        return plain == null ? new EngineTrialRun(network) : plain;
    }

    /** What the task still needs: the whole duration of one that has not begun, the rest of one in progress. */
    public abstract long remaining(int task);

    /** Whether what it needs can differ: a leaf that is neither done nor set by hand. */
    public abstract boolean varies(int task);

    /** Sets what the task still needs, for the next {@link #run} and those after it. */
    public abstract void take(int task, long seconds);

    /** Computes dates and slack. */
    public abstract void run();

    /** Of the project, to be compared with others or given to {@link #second}. */
    public abstract long finish();

    /** Planned finish of a task, in the same measure. */
    public abstract long finish(int task);

    /** Whether it has no slack left (total slack ≤ 0) and is not done. */
    public abstract boolean isCritical(int task);

    /** A finish as local second since 1970-01-01T00:00. */
    public abstract long second(long finish);
}

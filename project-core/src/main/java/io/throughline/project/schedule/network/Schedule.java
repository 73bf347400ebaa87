package io.throughline.project.schedule.network;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The dates of a network. Immutable and thread-safe; slack is worked out from the dates when asked for. */
public final class Schedule {

    final Network network;
    final TaskClock clock;
    final Dates dates;
    private final Slack slack;

    Schedule(Network network, TaskClock clock, Dates dates) {
        this.network = network;
        this.clock = clock;
        this.dates = dates;
        this.slack = new Slack(network, clock, dates);
    }

    public Network network() {
        return network;
    }

    /** Given for a plan from its start; else the earliest late start. */
    public LocalDateTime projectStart() {
        return Seconds.local(dates.projectStart);
    }

    /** Given for a plan from its finish; else the latest finish of any task. */
    public LocalDateTime projectFinish() {
        return Seconds.local(dates.projectFinish);
    }

    /**
     * The schedule of a changed network, got from this one by recomputing only what the change can reach; the same as
     * {@link CriticalPath#of}.
     *
     * @param changed got from {@link #network()} by {@link Network#with} or {@link Network#withLinks}
     */
    public Schedule replan(Network changed) {
        return Replan.of(this, changed);
    }

    /** What {@link #replan} would move. */
    public Preview preview(Network changed) {
        return Preview.between(this, replan(changed));
    }

    /** @throws InvalidNetworkException UNKNOWN_TASK */
    public TaskDates of(long id) {
        return at(network.indexOf(id));
    }

    /** Planned. */
    public LocalDateTime startOf(long id) {
        return Seconds.local(dates.start[network.indexOf(id)]);
    }

    /** Planned. */
    public LocalDateTime finishOf(long id) {
        return Seconds.local(dates.finish[network.indexOf(id)]);
    }

    /** @param before a schedule of the same tasks */
    public Preview since(Schedule before) {
        return Preview.between(before, this);
    }

    /** All tasks in the network's order. */
    public List<TaskDates> all() {
        var all = new ArrayList<TaskDates>(network.size());
        for (int i = 0; i < network.size(); i++) {
            all.add(at(i));
        }
        return all;
    }

    /** Working minutes; see {@link TaskDates#totalSlack()}. */
    public long totalSlack(long id) {
        return minutes(slack.total(network.indexOf(id)));
    }

    /** Working minutes; see {@link TaskDates#freeSlack()}. */
    public long freeSlack(long id) {
        return minutes(slack.free(network.indexOf(id)));
    }

    public boolean isCritical(long id) {
        return isCritical(network.indexOf(id));
    }

    /** Why the task starts when it is planned to; of a summary, the parts that begin first. All tied reasons are named. */
    public List<Driver> startDrivers(long id) {
        return new Reasons(network, clock, dates).ofStart(network.indexOf(id));
    }

    /** Why the task ends when it is planned to: as for its start, where its duration decides the rest. */
    public List<Driver> finishDrivers(long id) {
        return new Reasons(network, clock, dates).ofFinish(network.indexOf(id));
    }

    boolean isCritical(int i) {
        return slack.isCritical(i);
    }

    long totalSlackSeconds(int i) {
        return slack.total(i);
    }

    long freeSlackSeconds(int i) {
        return slack.free(i);
    }

    private TaskDates at(int i) {
        return new TaskDates(
                network.tasks.id[i],
                network.tree.isSummary(i),
                Seconds.local(dates.start[i]),
                Seconds.local(dates.finish[i]),
                Seconds.local(dates.earlyStart[i]),
                Seconds.local(dates.earlyFinish[i]),
                Seconds.local(dates.lateStart[i]),
                Seconds.local(dates.lateFinish[i]),
                minutes(slack.total(i)),
                minutes(slack.free(i)),
                isCritical(i));
    }

    private static long minutes(long seconds) {
        return Math.floorDiv(seconds, (long) Seconds.MINUTE);
    }
}

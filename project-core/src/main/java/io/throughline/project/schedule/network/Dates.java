package io.throughline.project.schedule.network;

import org.jspecify.annotations.Nullable;

/** The dates of all tasks while they are computed, and for good once they are; {@link Seconds}. */
final class Dates {

    /** No limit from behind. */
    static final long NO_CAP = Long.MAX_VALUE;

    final long[] earlyStart;
    final long[] earlyFinish;
    final long[] lateStart;
    final long[] lateFinish;
    /** Planned dates: the early ones, except as late as possible; the same arrays while there is no such task. */
    long[] start;

    long[] finish;
    /** In plans from their finish the planned dates as {@link ForwardPass} comes to them, once {@link #plan planned}. */
    @Nullable
    Dates planned;

    long projectStart;
    long projectFinish;

    /** Of summaries: the earliest start and finish that links into them and into summaries above allow their parts. */
    final long[] floorStart;

    final long[] floorFinish;
    /** Of summaries: the latest finish, and start of the first part, that links out of them allow. */
    final long[] capFinish;

    final long[] capStart;
    /** Of summaries: the least late start and finish of their unfinished parts, which bind those before. */
    final long[] boundStart;

    final long[] boundFinish;

    /**
     * In plans from their finish how long summaries last, for lags in percent of them, which are counted back before any of
     * their parts has a date; null where there is no such lag.
     */
    long @Nullable [] spans;

    Dates(Network network) {
        int size = network.size();
        int summaries = network.tree.flat ? 0 : size;
        earlyStart = new long[size];
        earlyFinish = new long[size];
        lateStart = new long[size];
        lateFinish = new long[size];
        start = earlyStart;
        finish = earlyFinish;
        floorStart = new long[summaries];
        floorFinish = new long[summaries];
        capFinish = new long[summaries];
        capStart = new long[summaries];
        boundStart = new long[summaries];
        boundFinish = new long[summaries];
    }

    private Dates(Dates other) {
        earlyStart = other.earlyStart.clone();
        earlyFinish = other.earlyFinish.clone();
        lateStart = other.lateStart.clone();
        lateFinish = other.lateFinish.clone();
        start = earlyStart;
        finish = earlyFinish;
        projectStart = other.projectStart;
        projectFinish = other.projectFinish;
        floorStart = other.floorStart.clone();
        floorFinish = other.floorFinish.clone();
        capFinish = other.capFinish.clone();
        capStart = other.capStart.clone();
        boundStart = other.boundStart.clone();
        boundFinish = other.boundFinish.clone();
        spans = other.spans;
    }

    /** Shares the late dates; what is early there is planned here. */
    private Dates(Dates other, long[] start, long[] finish) {
        earlyStart = start;
        earlyFinish = finish;
        lateStart = other.lateStart;
        lateFinish = other.lateFinish;
        this.start = start;
        this.finish = finish;
        projectStart = other.projectStart;
        projectFinish = other.projectFinish;
        floorStart = other.floorStart.clone();
        floorFinish = other.floorFinish.clone();
        capFinish = other.capFinish;
        capStart = other.capStart;
        boundStart = other.boundStart;
        boundFinish = other.boundFinish;
        spans = other.spans;
    }

    /** Only of dates without planned dates of their own. */
    Dates copy() {
        return new Dates(this);
    }

    boolean plannedApart() {
        return start != earlyStart;
    }

    void planApart() {
        start = earlyStart.clone();
        finish = earlyFinish.clone();
    }

    /** The planned dates for a forward pass to fill in. */
    Dates plan() {
        planApart();
        planned = new Dates(this, start, finish);
        return planned;
    }
}

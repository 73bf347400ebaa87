package io.throughline.project.schedule.network;

/** Trials with the passes of the engine: any network. */
final class EngineTrialRun extends TrialRun {

    private final Network network;
    private final TaskTable given;
    private final TaskTable tasks;
    private final TaskClock clock;
    private final boolean late;
    private Dates dates;
    private Slack slack;

    EngineTrialRun(Network original) {
        given = original.tasks;
        tasks = given.copy();
        network = original.on(tasks);
        clock = new TaskClock(network);
        late = !network.frame.isFromStart() || CriticalPath.isAnyLate(network);
        dates = new Dates(network);
        slack = new Slack(network, clock, dates);
    }

    @Override
    public long remaining(int i) {
        var progress = given.progress[i];
        return progress == null ? given.duration[i] : progress.remaining();
    }

    @Override
    public boolean varies(int i) {
        var progress = given.progress[i];
        return !network.tree.isSummary(i)
                && !given.inactive[i]
                && given.manualStart[i] == Seconds.NONE
                && (progress == null || !progress.isFinished());
    }

    @Override
    public void take(int i, long seconds) {
        var progress = given.progress[i];
        long whole = progress == null ? seconds : Math.max(0, given.duration[i] - progress.remaining()) + seconds;
        tasks.duration[i] = whole;
        if (progress != null) {
            tasks.progress[i] = new Progress(progress.start(), progress.finish(), seconds, progress.resume());
        }
        var parts = given.parts[i];
        if (parts != null && given.duration[i] > 0) {
            double factor = (double) whole / given.duration[i];
            var scaled = new Part[parts.length];
            for (int k = 0; k < parts.length; k++) {
                scaled[k] = new Part(parts[k].hours(), Math.round(parts[k].work() * factor));
            }
            tasks.parts[i] = scaled;
        }
    }

    @Override
    public void run() {
        if (late) {
            var schedule = CriticalPath.of(network);
            dates = schedule.dates;
            slack = new Slack(network, clock, dates);
            return;
        }
        CriticalPath.fromStart(network, clock, dates);
    }

    @Override
    public long finish() {
        return dates.projectFinish;
    }

    @Override
    public long finish(int i) {
        return dates.finish[i];
    }

    @Override
    public boolean isCritical(int i) {
        return !tasks.inactive[i] && !slack.isFinished(i) && slack.total(i) <= 0;
    }

    @Override
    public long second(long finish) {
        return finish;
    }
}

package io.throughline.foundation.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.throughline.foundation.notification.LiveEvent;
import io.throughline.foundation.notification.LiveListener;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's workers: two threads for jobs, two for recurring work, each with a table of its own, so that a long import
 * never holds up a timer.
 *
 * <p>A started job is announced to all nodes when its transaction commits; the slow poll is only the safety net. A
 * node that stops answering is taken for dead after six heartbeats, and its work is picked up again.
 */
@Component
class JobWorkers implements SmartLifecycle, LiveListener {

    private static final String RECURRING_TABLE = "foundation.scheduled_task";
    private static final int THREADS = 2;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final DataSource database;
    private final JobRunner runner;
    private final ObjectProvider<RecurringWork> recurring;
    private final Clock clock;
    private final boolean enabled;
    private final Duration poll;
    private final Duration heartbeat;

    private volatile @Nullable Scheduler jobs;
    private volatile @Nullable Scheduler timers;

    JobWorkers(
            DataSource database,
            JobRunner runner,
            ObjectProvider<RecurringWork> recurring,
            Clock clock,
            @Value("${throughline.jobs.enabled:true}") boolean enabled,
            @Value("${throughline.jobs.poll:10s}") Duration poll,
            @Value("${throughline.jobs.heartbeat:20s}") Duration heartbeat) {
        this.database = database;
        this.runner = runner;
        this.recurring = recurring;
        this.clock = clock;
        this.enabled = enabled;
        this.poll = poll;
        this.heartbeat = heartbeat;
    }

    @Override
    public void start() {
        if (!enabled) {
            return;
        }
        runner.start();
        var name = nodeName();
        var starting = common(Scheduler.create(database, job()), JobQueue.TABLE, name)
                .pollingInterval(poll)
                .build();
        var startingTimers =
                common(timersOf(), RECURRING_TABLE, name).pollingInterval(poll).build();
        jobs = starting;
        timers = startingTimers;
        starting.start();
        startingTimers.start();
    }

    @Override
    public void stop() {
        runner.stop();
        stop(jobs);
        stop(timers);
        jobs = null;
        timers = null;
    }

    @Override
    public boolean isRunning() {
        return jobs != null;
    }

    @Override
    public void heard(LiveEvent event) {
        var running = jobs;
        if (running != null && event.topic().equals(Jobs.TOPIC)) {
            running.triggerCheckForDueExecutions();
        }
    }

    private Task<Void> job() {
        return Tasks.custom(JobQueue.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(RETRY)))
                .execute((instance, context) -> completion(runner.run(Long.parseLong(instance.getId()))));
    }

    private CompletionHandler<Void> completion(boolean finished) {
        return (complete, operations) -> {
            if (finished) {
                operations.stop();
            } else {
                operations.reschedule(complete, clock.instant());
            }
        };
    }

    private SchedulerBuilder timersOf() {
        var tasks = recurring.orderedStream().map(this::timer).toList();
        return Scheduler.create(database).startTasks(tasks);
    }

    private com.github.kagkarlsson.scheduler.task.helper.RecurringTask<Void> timer(RecurringWork work) {
        return Tasks.recurring(work.name(), work.rhythm().schedule())
                .execute((instance, context) -> work.run(clock.instant()));
    }

    private SchedulerBuilder common(SchedulerBuilder builder, String table, SchedulerName name) {
        return builder.tableName(table)
                .serializer(new TaskData())
                .schedulerName(name)
                .clock(clock::instant)
                .threads(THREADS)
                .heartbeatInterval(heartbeat)
                .shutdownMaxWait(LONGEST_GOODBYE)
                .alwaysPersistTimestampInUTC()
                .pollUsingLockAndFetch(0.5, 1.0);
    }

    private static SchedulerName nodeName() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "node";
        }
        var name = host + "-" + UUID.randomUUID().toString().substring(0, 8);
        return () -> name;
    }

    private static void stop(@Nullable Scheduler scheduler) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}

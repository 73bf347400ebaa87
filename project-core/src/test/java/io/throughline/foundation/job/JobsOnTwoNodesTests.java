package io.throughline.foundation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.foundation.people.Viewer;
import io.throughline.test.Node;
import io.throughline.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobsOnTwoNodesTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final String[] SWIFT = {"throughline.jobs.poll=500ms", "throughline.jobs.heartbeat=1s"};
    private static JdbcConnectionDetails database;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext two;

    @BeforeAll
    static void twoNodes() {
        database = TestDatabase.create();
        one = Node.start(database, SWIFT, Marking.class, Ticking.class);
        two = Node.start(database, SWIFT, Marking.class, Ticking.class);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void runEachJobOnceWhicheverNodeIsFree() {
        var jobs = one.getBean(Jobs.class);
        var ids = IntStream.range(0, 30)
                .mapToObj(i -> jobs.start(SYSTEM, Marking.KIND, new Mark("once-" + i, 0)))
                .toList();

        ids.forEach(this::finished);

        assertThat(IntStream.range(0, 30).mapToObj(i -> Marking.runs("once-" + i)))
                .containsOnly(1);
    }

    @Test
    void takeUpTheWorkOfANodeThatDied() {
        var jdbc = one.getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at, attempts)
                        values (5, 'test.mark', '{"name":"orphan","millis":0}', 'RUNNING', 0, 'test', now(), 1)
                        """).update();
        jdbc.sql("""
                        insert into foundation.scheduled_job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('job', '5', now() - interval '1 hour', true, 'gone', now() - interval '1 hour', 2)
                        """).update();

        var job = finished(new JobId(5));

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(Marking.runs("orphan")).isEqualTo(1);
    }

    @Test
    void handOverTheWorkOfANodeThatStops() {
        var third = Node.start(TestDatabase.create(), SWIFT, Marking.class);
        var id = third.getBean(Jobs.class).start(SYSTEM, Marking.KIND, new Mark("handed over", 60_000));
        await().until(() -> Marking.runs("handed over") == 1);

        var jdbc = third.getBean(JobQueries.class);
        third.getBean(JobWorkers.class).stop();

        assertThat(jdbc.require(SYSTEM, id.value()).state()).isEqualTo(JobState.QUEUED);
        third.close();
    }

    @Test
    void keepTheClockOnOneNodeAtATime() {
        await().atMost(Duration.ofSeconds(20)).until(() -> Ticking.RUNS.get() >= 3);
        assertThat(Ticking.AT_ONCE_MOST.get()).isEqualTo(1);
    }

    private JobDetail finished(JobId id) {
        var queries = one.getBean(JobQueries.class);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> queries.require(SYSTEM, id.value()), job -> job.state()
                        .isFinished());
    }

    record Mark(String name, long millis) {}

    static class Marking implements JobHandler<Mark> {

        static final String KIND = "test.mark";
        private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

        static int runs(String name) {
            return RUNS.getOrDefault(name, new AtomicInteger()).get();
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Class<Mark> payloadType() {
            return Mark.class;
        }

        @Override
        public JobResult run(JobContext context, Mark payload) throws InterruptedException {
            RUNS.computeIfAbsent(payload.name, name -> new AtomicInteger()).incrementAndGet();
            var never = new CountDownLatch(1);
            for (long left = payload.millis; left > 0; left -= 20) {
                context.checkCancelled();
                never.await(20, TimeUnit.MILLISECONDS);
            }
            return JobResult.of("test.marked", Map.of("nodes", List.of()));
        }
    }

    static class Ticking implements RecurringWork {

        static final AtomicInteger RUNS = new AtomicInteger();
        static final AtomicInteger AT_ONCE_MOST = new AtomicInteger();
        private static final AtomicInteger AT_ONCE = new AtomicInteger();

        @Override
        public String name() {
            return "test.ticking";
        }

        @Override
        public Rhythm rhythm() {
            return Rhythm.every(Duration.ofMillis(100));
        }

        @Override
        public void run(Instant now) {
            AT_ONCE_MOST.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
            RUNS.incrementAndGet();
            AT_ONCE.decrementAndGet();
        }
    }
}

package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.test.Node;
import io.throughline.test.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LiveEventsAcrossNodesTests {

    private static final String[] QUIET = {"throughline.jobs.enabled=false"};
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;

    private LiveEvents live;
    private Ear ear;
    private TransactionTemplate transaction;

    @BeforeAll
    static void twoNodes() {
        var database = TestDatabase.create();
        here = Node.start(database, QUIET, Ear.class);
        there = Node.start(database, QUIET, Ear.class);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @BeforeEach
    void listen() {
        live = here.getBean(LiveEvents.class);
        ear = there.getBean(Ear.class);
        transaction = new TransactionTemplate(here.getBean(PlatformTransactionManager.class));
        untilHeard("ready");
        ear.events.clear();
    }

    @Test
    void isHeardOnTheOtherNodeWhenTheTransactionCommitsAndNotBefore() {
        transaction.executeWithoutResult(status -> {
            live.publish("user:1", Map.of("type", "inbox"));
            outside("probe:1");
            assertThat(ear.topics()).contains("probe:1").doesNotContain("user:1");
        });

        await().until(() -> ear.events.contains(new LiveEvent("user:1", "{\"type\":\"inbox\"}")));
    }

    @Test
    void isNeverHeardOfARolledBackTransaction() {
        transaction.executeWithoutResult(status -> {
            live.publish("user:2", Map.of());
            status.setRollbackOnly();
        });

        outside("probe:2");
        assertThat(ear.topics()).doesNotContain("user:2");
    }

    @Test
    void sendsOnlyTheIdOfWhatIsTooLarge() {
        live.publish("user:3", Map.of("id", 7, "text", "文".repeat(4_000)));

        await().until(() -> ear.events.contains(new LiveEvent("user:3", "{\"id\":7}")));
    }

    @Test
    void comesBackAfterTheConnectionWasLostAndSaysSo() {
        int gaps = ear.gaps.get();

        here.getBean(JdbcClient.class)
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'throughline-live' and datname = current_database()")
                .query(Boolean.class)
                .list();

        await().until(() -> ear.gaps.get() > gaps);
        outside("probe:4");
    }

    /** Publishes in a transaction of its own and waits until the other node heard it. */
    private void outside(String topic) {
        var thread = new Thread(() -> live.publish(topic, Map.of()));
        thread.start();
        await().until(() -> ear.topics().contains(topic));
    }

    private void untilHeard(String topic) {
        await().until(() -> {
            live.publish(topic, Map.of());
            return ear.topics().contains(topic);
        });
    }

    static class Ear implements LiveListener {

        final List<LiveEvent> events = new CopyOnWriteArrayList<>();
        final AtomicInteger gaps = new AtomicInteger();

        @Override
        public void heard(LiveEvent event) {
            events.add(event);
        }

        @Override
        public void mayHaveMissed() {
            gaps.incrementAndGet();
        }

        List<String> topics() {
            return events.stream().map(LiveEvent::topic).toList();
        }
    }
}

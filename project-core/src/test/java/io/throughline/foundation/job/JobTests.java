package io.throughline.foundation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.CoreTestApplication;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = CoreTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "throughline.jobs.poll=60s")
@Import(JobTests.Counting.class)
class JobTests {

    @Autowired
    Jobs jobs;

    @Autowired
    JobQueries queries;

    @Autowired
    Counting counting;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private Viewer starter;

    @BeforeEach
    void aStarter() {
        starter = aUser(Role.PROJECT_MANAGER);
    }

    @Test
    void runsAndTellsTheStarter() {
        var id = jobs.start(starter, Counting.KIND, new Count(3, "rows"));

        var job = finished(id);

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.percent()).isEqualTo(100);
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.messageKey()).isEqualTo("test.counted");
        assertThat(job.result()).containsEntry("count", 3).containsEntry("who", starter.login());
        assertThat(job.link()).isEqualTo("/counted");
        assertThat(inbox.unreadCount(starter)).isEqualTo(1);
    }

    @Test
    void doesNotBeginWhenTheCallersTransactionRollsBack() {
        var before = counting.runs.get();
        var id = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return jobs.start(starter, Counting.KIND, new Count(1, "rows"));
        });
        finished(jobs.start(starter, Counting.KIND, new Count(1, "rows")));

        assertThat(counting.runs.get()).isEqualTo(before + 1);
        assertThatThrownBy(() -> queries.require(starter, id.value())).isInstanceOf(NotFound.class);
    }

    @Test
    void stopsWhenCancelled() {
        var id = jobs.start(starter, Counting.KIND, new Count(Integer.MAX_VALUE, "for ever"));
        await().until(() -> queries.require(starter, id.value()).state() == JobState.RUNNING);

        jobs.cancel(starter, id.value());

        assertThat(finished(id).state()).isEqualTo(JobState.CANCELLED);
        jobs.cancel(starter, id.value());
        assertThat(jdbc.sql("""
                                select actor_name || ': ' || field || ' ' || old_value || ' > ' || new_value
                                  from foundation.audit_entry where table_name = 'foundation.job' and record_id = ?
                                """).param(id.value()).query(String.class).list())
                .containsExactly(starter.name() + ": cancelRequested false > true");
    }

    @Test
    void saysWhatThePersonCanMendAndHidesTheRest() {
        var broken = finished(jobs.start(starter, Counting.KIND, new Count(0, "rule")));
        var bug = finished(jobs.start(starter, Counting.KIND, new Count(0, "bug")));

        assertThat(broken.state()).isEqualTo(JobState.FAILED);
        assertThat(broken.messageKey()).isEqualTo("test.noRows");
        assertThat(broken.messageData()).containsEntry("0", "7");
        assertThat(bug.messageKey()).isEqualTo("foundation.job.unexpected");
        assertThat(bug.result().toString()).doesNotContain("secret");
    }

    @Test
    void isSeenByItsStarterAndTheAdministratorOnly() {
        var id = jobs.start(starter, Counting.KIND, new Count(1, "rows")).value();

        assertThat(queries.require(aUser(Role.ADMIN), id).id()).isEqualTo(id);
        var stranger = aUser(Role.MANAGER);
        assertThatThrownBy(() -> queries.require(stranger, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jobs.cancel(stranger, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesAPayloadOfAnotherKind() {
        assertThatThrownBy(() -> jobs.start(starter, Counting.KIND, "rows"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jobs.start(starter, "test.unknown", "rows"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JobDetail finished(JobId id) {
        return await().until(() -> queries.require(starter, id.value()), job -> job.state()
                .isFinished());
    }

    private Viewer aUser(Role role) {
        var login = "u" + UUID.randomUUID().toString().substring(0, 12);
        return viewers.load(users.create(
                        Viewer.system("test"), new CreateUser(login, "王芳", null, null, Set.of(role), null, null)))
                .orElseThrow();
    }

    record Count(int to, String how) {}

    static class Counting implements JobHandler<Count> {

        static final String KIND = "test.count";
        final AtomicInteger runs = new AtomicInteger();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Class<Count> payloadType() {
            return Count.class;
        }

        @Override
        public JobResult run(JobContext context, Count payload) throws InterruptedException {
            runs.incrementAndGet();
            if (payload.how.equals("rule")) {
                throw new RuleViolation("test.noRows", 7);
            }
            if (payload.how.equals("bug")) {
                throw new IllegalStateException("secret");
            }
            var tick = new CountDownLatch(1);
            for (int i = 1; i <= payload.to; i++) {
                context.checkCancelled();
                context.progress(i, payload.to);
                if (payload.how.equals("for ever")) {
                    tick.await(5, java.util.concurrent.TimeUnit.MILLISECONDS);
                }
            }
            return JobResult.of(
                            "test.counted",
                            Map.of("count", payload.to, "who", context.viewer().login()))
                    .link("/counted");
        }
    }
}

package io.throughline.web.project.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.Role;
import io.throughline.test.ProgramCalls;
import io.throughline.test.SignInAs;
import io.throughline.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Instances of the resource-constrained project scheduling problem, brought in as Microsoft Project files and leveled. */
@SpringBootTest(classes = ThroughlineApplication.class)
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class, ProgramCalls.class})
class LevelingFileTests {

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ProgramCalls calls;

    @Autowired
    TransactionOperations transactions;

    private RequestPostProcessor pm;
    private String key;

    /** @param needs of each resource */
    private record Activity(int days, List<Integer> needs, List<Integer> after) {}

    @BeforeEach
    void signIn() {
        pm = Objects.requireNonNull(transactions.execute(status -> as.staff(Role.PROJECT_MANAGER)));
        key = "LVF" + PROJECTS.incrementAndGet();
    }

    /** The instance of {@link LevelingPagesTests}, twice: each plan has the resources of its own file. */
    @Test
    void levelsEachFileWithItsOwnResources() {
        var activities = List.of(
                new Activity(3, List.of(2), List.of()),
                new Activity(2, List.of(3), List.of()),
                new Activity(2, List.of(2), List.of()),
                new Activity(3, List.of(2), List.of()),
                new Activity(1, List.of(4), List.of(1)));
        bring(activities, List.of(4));
        assertThat(leveled("{}").get("makespanAfterMinutes").asLong()).isEqualTo(8 * 480);

        key = "LVF" + PROJECTS.incrementAndGet();
        bring(activities, List.of(8));
        assertThat(leveled("{}").get("makespanAfterMinutes").asLong()).isEqualTo(4 * 480);
    }

    /** Sixty activities and four resources: too many to prove the best within a second. */
    @Test
    void keepsTheBestOfASearchThatIsStopped() {
        bring(activities(new Random(7)), List.of(12, 12, 12, 12));
        long atOnce = leveled("{}").get("makespanAfterMinutes").asLong();

        var job = ProgramCalls.location(calls.send(
                pm, HttpMethod.POST, api("/leveling"), "{\"mode\": \"OPTIMISE\", \"seconds\": 600, \"seed\": 1}"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> calls.read(pm, job).get("done").asLong() > 0);
        assertThat(calls.read(pm, job).get("state").asString()).isEqualTo("RUNNING");
        mvc.delete().uri(job).with(pm).exchange();

        var stopped = calls.finished(pm, job);
        assertThat(stopped.get("state").asString()).isEqualTo("DONE");
        assertThat(stopped.get("result").get("overloadsAfter").isEmpty()).isTrue();
        assertThat(stopped.get("result").get("makespanAfterMinutes").asLong()).isLessThanOrEqualTo(atOnce);
    }

    private static List<Activity> activities(Random random) {
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < 60; k++) {
            var needs = random.ints(4, 0, 9).boxed().toList();
            var after = k < 3
                    ? List.<Integer>of()
                    : random.ints(2, Math.max(1, k - 8), k + 1)
                            .distinct()
                            .boxed()
                            .toList();
            activities.add(new Activity(1 + random.nextInt(10), needs, after));
        }
        return activities;
    }

    private void bring(List<Activity> activities, List<Integer> capacity) {
        var file = new MockMultipartFile(
                "file", "plan.xml", "text/xml", mspdi(activities, capacity).getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri("/api/v1/projects/import")
                        .multipart()
                        .file(file)
                        .param("key", key)
                        .with(pm))
                .hasStatus(201);
    }

    private static String mspdi(List<Activity> activities, List<Integer> capacity) {
        var tasks = new StringBuilder();
        var resources = new StringBuilder();
        var assignments = new StringBuilder();
        for (int k = 0; k < capacity.size(); k++) {
            resources.append(
                    "<Resource><UID>%1$d</UID><ID>%1$d</ID><Name>R%1$d</Name><Type>1</Type><MaxUnits>%2$d</MaxUnits></Resource>"
                            .formatted(k + 1, capacity.get(k)));
        }
        for (int k = 0; k < activities.size(); k++) {
            var one = activities.get(k);
            tasks.append(
                    "<Task><UID>%1$d</UID><ID>%1$d</ID><Name>A%1$d</Name><Type>1</Type><OutlineLevel>1</OutlineLevel><Duration>PT%2$dH0M0S</Duration>"
                            .formatted(k + 1, 8 * one.days));
            one.after.forEach(before ->
                    tasks.append("<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>1</Type></PredecessorLink>"
                            .formatted(before)));
            tasks.append("</Task>");
            for (int r = 0; r < capacity.size(); r++) {
                int need = one.needs.get(r);
                if (need > 0) {
                    assignments.append(
                            "<Assignment><UID>%d</UID><TaskUID>%d</TaskUID><ResourceUID>%d</ResourceUID><Units>%d</Units><Work>PT%dH0M0S</Work></Assignment>"
                                    .formatted(k * 10 + r + 1, k + 1, r + 1, need, 8 * need * one.days));
                }
            }
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Project xmlns="http://schemas.microsoft.com/project"><Name>Instance</Name><StartDate>2026-03-02T08:00:00</StartDate>
                <Tasks>%s</Tasks><Resources>%s</Resources><Assignments>%s</Assignments></Project>
                """.formatted(tasks, resources, assignments);
    }

    private JsonNode leveled(String body) {
        var started = calls.send(pm, HttpMethod.POST, api("/leveling"), body);
        assertThat(started).hasStatus(202);
        return calls.finished(pm, ProgramCalls.location(started)).get("result");
    }

    private String api(String path) {
        return "/api/v1/projects/" + key + path;
    }
}

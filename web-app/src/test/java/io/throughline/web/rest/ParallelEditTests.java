package io.throughline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sixteen people change one record at the same moment, all from the version they all have seen. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "throughline.live.check=300ms")
@Import(TestDatabase.class)
class ParallelEditTests {

    private static final int EDITORS = 16;
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";
    private String ticket = "";
    private String task = "";
    private String project = "";

    @BeforeEach
    void aTicketAndATask() throws Exception {
        var login = "editor" + System.nanoTime();
        users.create(
                Viewer.system("test"),
                new CreateUser(
                        login,
                        "王芳",
                        null,
                        null,
                        Set.of(Role.SUPPORT_AGENT, Role.PROJECT_MANAGER, Role.SALES),
                        PASSWORD,
                        null));
        var basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        token = json.readTree(send(HttpRequest.newBuilder(uri("/api/v1/tokens"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"t\",\"scopes\":[\"*\"]}"))
                                .build())
                        .body())
                .get("token")
                .asString();
        ticket = created("/api/v1/tickets", "{\"kind\":\"FEEDBACK\",\"subject\":\"异响\",\"body\":\"异响\"}");
        project = created(
                "/api/v1/projects",
                "{\"name\":\"灌装线\",\"internal\":true,\"visibility\":\"INTERNAL\",\"plannedStart\":\"2026-03-02\"}");
        task = created(project + "/tasks", "{\"name\":\"安装\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket", "task", "project"})
    void letsExactlyOneChangeTheSameField(String record) throws Exception {
        var address = record.equals("ticket") ? ticket : record.equals("task") ? task : project;
        var field = record.equals("ticket") ? "subject" : record.equals("task") ? "name" : "goal";
        int seen = version(address);
        var patches = new ArrayList<String>();
        for (int i = 0; i < EDITORS; i++) {
            patches.add("{\"%s\":\"editor %d\"}".formatted(field, i));
        }

        var answers = together(address, seen, patches);

        assertThat(answers.stream().map(HttpResponse::statusCode).toList())
                .as("one wins, the others hear of it")
                .containsExactlyInAnyOrderElementsOf(expected(1, EDITORS - 1));
        int winner = answers.stream().map(HttpResponse::statusCode).toList().indexOf(200);
        assertThat(read(address).get(field).asString()).isEqualTo("editor " + winner);
        assertThat(version(address)).isEqualTo(seen + 1);
        answers.stream().filter(answer -> answer.statusCode() == 412).forEach(answer -> assertThat(answer.body())
                .contains("web.rest.stale"));
    }

    @Test
    void letsChangesOfDifferentFieldsOfATicketAllWin() throws Exception {
        var answers = together(
                ticket,
                version(ticket),
                List.of(
                        "{\"subject\":\"轴承异响\"}",
                        "{\"priority\":\"P1\"}",
                        "{\"tags\":[\"轴承\"]}",
                        "{\"due\":\"2030-01-02T03:04:05Z\"}",
                        "{\"escalated\":true}",
                        "{\"complaint\":true}"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        var now = read(ticket);
        assertThat(now.get("subject").asString()).isEqualTo("轴承异响");
        assertThat(now.get("priority").asString()).isEqualTo("P1");
        assertThat(now.get("tags").get(0).asString()).isEqualTo("轴承");
        assertThat(now.toString()).contains("2030-01-02T03:04:05Z");
    }

    @Test
    void letsChangesOfDifferentFieldsOfATaskAllWin() throws Exception {
        var answers = together(
                task,
                version(task),
                List.of(
                        "{\"name\":\"调试\"}",
                        "{\"description\":\"先空载\"}",
                        "{\"priority\":900}",
                        "{\"deadline\":\"2030-01-02T17:00:00\"}",
                        "{\"plannedStart\":\"2029-01-02T08:00:00\",\"plannedFinish\":\"2029-01-05T17:00:00\"}"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        var now = read(task);
        assertThat(now.get("name").asString()).isEqualTo("调试");
        assertThat(now.get("description").asString()).isEqualTo("先空载");
        assertThat(now.get("priority").asInt()).isEqualTo(900);
        assertThat(now.get("deadline").asString()).startsWith("2030-01-02T17:00");
        assertThat(now.get("plannedFinish").asString()).startsWith("2029-01-05T17:00");
    }

    @Test
    void letsChangesOfDifferentFieldsOfAProjectAllWin() throws Exception {
        var answers = together(
                project,
                version(project),
                List.of(
                        "{\"name\":\"灌装二线\"}",
                        "{\"goal\":\"月产三万瓶\"}",
                        "{\"visibility\":\"PRIVATE\"}",
                        "{\"committedDate\":\"2030-01-02\"}",
                        "{\"budget\":250000}",
                        "{\"calendarId\":%d}".formatted(calendar())));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        var now = read(project);
        assertThat(now.get("access").get("name").asString()).isEqualTo("灌装二线");
        assertThat(now.get("goal").asString()).isEqualTo("月产三万瓶");
        assertThat(now.get("committedDate").asString()).isEqualTo("2030-01-02");
        assertThat(now.get("calendarName").asString()).isNotBlank();
    }

    @Test
    void letsChangesOfDifferentFieldsOfACustomerAllWin() throws Exception {
        var customer =
                created("/api/v1/customers", "{\"name\":\"天津精工有限公司\",\"shortName\":\"天津精工\",\"tier\":\"STANDARD\"}");

        var answers = together(
                customer,
                version(customer),
                List.of(
                        "{\"name\":\"天津精工集团\"}",
                        "{\"tier\":\"KEY\"}",
                        "{\"domains\":[\"jinggong%d.example\"]}".formatted(System.nanoTime()),
                        "{\"address\":\"天津市\"}",
                        "{\"notes\":\"先电话\"}"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        var now = read(customer);
        assertThat(now.get("name").asString()).isEqualTo("天津精工集团");
        assertThat(now.get("tier").asString()).isEqualTo("KEY");
        assertThat(now.get("domains").size()).isEqualTo(1);
        assertThat(now.get("address").asString()).isEqualTo("天津市");
        assertThat(now.get("notes").asString()).isEqualTo("先电话");
    }

    @Test
    void refusesAVersionThatNeverWas() throws Exception {
        assertThat(patch(ticket, version(ticket) + 5, "{\"subject\":\"x\"}").statusCode())
                .isEqualTo(412);
        assertThat(patch(ticket, -1, "{\"subject\":\"x\"}").statusCode()).isEqualTo(412);
    }

    private static List<Integer> expected(int won, int stale) {
        var statuses = new ArrayList<>(Collections.nCopies(stale, 412));
        statuses.addAll(Collections.nCopies(won, 200));
        return statuses;
    }

    private List<HttpResponse<String>> together(String address, int seen, List<String> patches) throws Exception {
        var start = new CyclicBarrier(patches.size());
        var pool = Executors.newFixedThreadPool(patches.size());
        try {
            var running = patches.stream()
                    .map(body -> pool.submit(() -> {
                        start.await();
                        return patch(address, seen, body);
                    }))
                    .toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private HttpResponse<String> patch(String address, int seen, String body) throws Exception {
        var type = address.contains("/projects/") ? "application/merge-patch+json" : "application/json";
        return send(request(address)
                .header("Content-Type", type)
                .header("If-Match", "\"" + seen + "\"")
                .method("PATCH", BodyPublishers.ofString(body))
                .build());
    }

    private int version(String address) throws Exception {
        var answer = send(request(address).GET().build());
        var tag = answer.headers().firstValue("ETag");
        return tag.isPresent()
                ? Integer.parseInt(tag.get().replace("\"", ""))
                : json.readTree(answer.body()).get("version").asInt();
    }

    private long calendar() throws Exception {
        return read("/api/v1/calendars").get(0).get("id").asLong();
    }

    private JsonNode read(String address) throws Exception {
        return json.readTree(send(request(address).GET().build()).body());
    }

    private String created(String path, String body) throws Exception {
        var answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

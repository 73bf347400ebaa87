package io.throughline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.TestDatabase;
import io.throughline.web.rest.DescribedCalls.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call of the REST interface with every kind of nonsense, over real connections: never a fault of the server,
 * always a problem document in the language asked for.
 */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "throughline.live.check=300ms")
@Import(TestDatabase.class)
class HostileCallTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String[] PLACES = {
        "0", "-1", "999999999", "99999999999999999999", "abc", "%E2%80%AE", "%27%20or%201=1", "a".repeat(2_000)
    };
    private static final String[] PARAMETERS = {
        "",
        "abc",
        "-1",
        "0",
        "201",
        "2147483648",
        "99999999999999999999",
        "%00",
        "%FF",
        "%F0%9F%98%80",
        "x".repeat(3_000)
    };
    private static final String[] VERSIONS = {"", "0", "\"x\"", "W/\"0\"", "*", "\"99999999999999\"", "\"-1\""};

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> wrong = new ArrayList<>();
    private Map<String, String> places = Map.of();
    private String token = "";
    private List<Call> calls = List.of();
    private int sent;

    @BeforeEach
    void signIn() throws Exception {
        var login = "hostile" + System.nanoTime();
        var roles = Arrays.stream(Role.values()).filter(r -> r != Role.CUSTOMER).collect(Collectors.toSet());
        users.create(Viewer.system("test"), new CreateUser(login, "王芳", null, null, Set.copyOf(roles), PASSWORD, null));
        var basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        token = json.readTree(send(HttpRequest.newBuilder(uri("/api/v1/tokens"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"t\",\"scopes\":[\"*\"]}"))
                                .build())
                        .body())
                .get("token")
                .asString();
        var document = json.readTree(
                send(HttpRequest.newBuilder(uri("/docs/openapi.json")).GET().build())
                        .body());
        calls = new DescribedCalls(document, json)
                .all().stream()
                        .filter(call -> !call.path().equals("/api/v1/tokens")
                                && !call.path().endsWith("/import"))
                        .toList();
        places = records();
        assertThat(calls).hasSizeGreaterThan(40);
    }

    @Test
    void answersAnyBodyWithAResultOrAProblem() throws Exception {
        for (var call : calls) {
            if (call.hasBody()) {
                for (var body : new HostileBodies(json).of(call).entrySet()) {
                    var request = request(address(call))
                            .header("Content-Type", call.type())
                            .header("If-Match", "\"0\"")
                            .method(call.method(), BodyPublishers.ofByteArray(body.getValue()));
                    judge(call + " with " + body.getKey(), request);
                }
            }
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersAnyPlaceParameterAndHeaderWithAResultOrAProblem() throws Exception {
        for (var call : calls) {
            for (var place : PLACES) {
                if (call.path().contains("{")) {
                    judge(call + " at " + cut(place), plain(call, call.path().replaceAll("\\{[^}]*\\}", place)));
                }
            }
            if (call.path().contains("{")) {
                refusedByTheServer(plain(call, call.path().replaceAll("\\{[^}]*\\}", "%00")));
                refusedByTheServer(plain(call, call.path().replaceAll("\\{[^}]*\\}", "..%2f")));
            }
            for (var name : call.query()) {
                for (var value : PARAMETERS) {
                    var address = address(call) + "?" + name.replace("*", "x") + "=" + value;
                    judge(call + " ?" + name + "=" + cut(value), plain(call, address));
                }
            }
            for (var version : VERSIONS) {
                judge(call + " If-Match " + version, plain(call, address(call)).header("If-Match", version));
            }
            judge(call + " as text", plain(call, address(call)).setHeader("Content-Type", "text/plain"));
            judge(call + " as nothing", plain(call, address(call)).setHeader("Content-Type", "x"));
            judge(call + " asking for a page", plain(call, address(call)).setHeader("Accept", "text/html"));
            judge(call + " asking for XML", plain(call, address(call)).setHeader("Accept", "application/xml"));
        }
        for (var call : calls) {
            for (var method : List.of("PUT", "PATCH", "DELETE", "POST", "TRACE", "PROPFIND")) {
                if (calls.stream()
                        .noneMatch(
                                c -> c.path().equals(call.path()) && c.method().equals(method))) {
                    judge(
                            method + " " + call.path(),
                            request(address(call)).method(method, BodyPublishers.ofString("{}")));
                }
            }
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    /** Such an address never reaches the product. */
    private void refusedByTheServer(HttpRequest.Builder request) throws Exception {
        assertThat(send(request.build()).statusCode()).isEqualTo(400);
    }

    private HttpRequest.Builder plain(Call call, String address) {
        return request(address)
                .header("Content-Type", call.hasBody() ? call.type() : "application/json")
                .method(call.method(), call.hasBody() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    }

    private void judge(String what, HttpRequest.Builder builder) throws Exception {
        boolean english = sent++ % 2 == 0;
        var answer = send(
                builder.setHeader("Accept-Language", english ? "en" : "zh-CN").build());
        var fault = answer.statusCode() < 400 ? "" : fault(answer, english);
        if (answer.statusCode() >= 500 || !fault.isEmpty()) {
            wrong.add(what + ": " + answer.statusCode() + " " + fault + " " + cut(answer.body()));
        }
    }

    private String fault(HttpResponse<String> answer, boolean english) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "is " + type;
        }
        var problem = json.readTree(answer.body());
        var detail = problem.path("detail").asString("");
        boolean chinese =
                detail.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (problem.path("status").asInt() != answer.statusCode()
                || problem.path("requestId").asString("").isEmpty()) {
            return "lacks status or requestId";
        }
        if (problem.path("code").asString("").isEmpty()) {
            return "lacks a code";
        }
        return detail.isEmpty() || chinese == english ? "speaks otherwise: " + detail : faultOfFields(problem);
    }

    private static String faultOfFields(JsonNode problem) {
        for (var error : problem.path("errors")) {
            var pointer = error.path("pointer").asString("?");
            boolean points = pointer.isEmpty() || pointer.startsWith("/");
            if (!points || error.path("message").asString("").isEmpty()) {
                return "has a fault without place or message";
            }
        }
        return "";
    }

    private String address(Call call) {
        var address = call.path();
        for (var place : places.entrySet()) {
            if (address.startsWith(place.getKey())) {
                address = address.replaceFirst("\\{[^}]*\\}", place.getValue());
                break;
            }
        }
        return address.replace("{phase}", "INITIATION").replaceAll("\\{[^}]*\\}", "1");
    }

    /** One record of each kind, so that what comes behind its address is reached. */
    private Map<String, String> records() throws Exception {
        var customer = created("/api/v1/customers", "{\"name\":\"海川重工\",\"shortName\":\"海川\",\"tier\":\"STANDARD\"}");
        var ticket = created("/api/v1/tickets", "{\"kind\":\"DIAGNOSIS\",\"subject\":\"异响\",\"body\":\"异响\"}");
        var project = created(
                "/api/v1/projects",
                "{\"name\":\"灌装线\",\"internal\":true,\"visibility\":\"INTERNAL\",\"plannedStart\":\"2026-03-02\"}");
        created("/api/v1/projects/" + project + "/tasks", "{\"name\":\"安装\"}");
        var calendar = created(
                "/api/v1/calendars",
                "{\"name\":\"c%d\",\"zone\":\"Asia/Shanghai\",\"week\":[{\"day\":\"MON\",\"from\":\"08:00\",\"to\":\"12:00\"}],\"exceptions\":[]}"
                        .formatted(System.nanoTime()));
        return Map.of(
                "/api/v1/customers/{", customer,
                "/api/v1/tickets/{", ticket,
                "/api/v1/projects/{", project,
                "/api/v1/calendars/{", calendar);
    }

    private String created(String path, String body) throws Exception {
        var answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
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

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}

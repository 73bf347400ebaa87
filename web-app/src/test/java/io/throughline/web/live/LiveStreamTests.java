package io.throughline.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.notification.LiveEvents;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.TestDatabase;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Streams over real connections. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "throughline.live.check=300ms")
@Import(TestDatabase.class)
class LiveStreamTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    LiveEvents live;

    @Autowired
    LiveStreams streams;

    private UserId user;
    private HttpClient browser;

    @BeforeEach
    void signIn() throws Exception {
        var login = "live" + UUID.randomUUID().toString().substring(0, 8);
        user = users.create(
                Viewer.system("test"),
                new CreateUser(login, "王芳", null, null, Set.of(Role.SUPPORT_AGENT), PASSWORD, null));
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        post("/login", "username=" + login + "&password=" + PASSWORD.replace(' ', '+'));
    }

    @Test
    void bringsTheOwnEventsAndNoOthers() {
        var stream = open("?topic=user:1&topic=job:1&topic=nonsense");

        live.publish("user:1", Map.of("type", "foreign"));
        live.publish("job:1", Map.of("type", "foreign"));
        live.publish(LiveEvents.user(user.value()), Map.of("type", "inbox"));

        await().until(() ->
                stream.lines().contains("data: {\"topic\":\"user:" + user.value() + "\",\"type\":\"inbox\"}"));
        assertThat(stream.lines()).contains("event: inbox");
        assertThat(stream.lines()).noneMatch(line -> line.contains("foreign"));
    }

    @Test
    void endsWhenThePersonSignsOut() throws Exception {
        var stream = open("");

        post("/logout", "");

        await().until(() -> stream.ended().isDone());
    }

    @Test
    void endsWhenThePersonIsDeactivated() {
        var stream = open("");

        users.deactivate(Viewer.system("test"), user);

        await().until(() -> stream.ended().isDone());
    }

    @Test
    void refusesStrangers() throws Exception {
        var answer = HttpClient.newHttpClient().send(request("/events").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login");
    }

    @Test
    void carriesTwoHundredStreamsWithoutAThreadEach() {
        int before = serverThreads();
        var open = new ArrayList<Stream>();
        for (int i = 0; i < 200; i++) {
            open.add(open(""));
        }

        live.publish("staff", Map.of("type", "hello"));

        open.forEach(stream ->
                await().until(() -> stream.lines().stream().anyMatch(line -> line.contains("\"topic\":\"staff\""))));
        assertThat(serverThreads() - before).isLessThan(20);
        assertThat(streams.size()).isGreaterThanOrEqualTo(200);
    }

    private static int serverThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("http-nio") || name.startsWith("live-"))
                .count();
    }

    private Stream open(String query) {
        var lines = new CopyOnWriteArrayList<String>();
        var ended = browser.sendAsync(request("/events" + query).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> {
                    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                            .startsWith("text/event-stream");
                    answer.body().forEach(lines::add);
                });
        var stream = new Stream(lines, ended);
        await().until(() -> lines.contains("event: hello"));
        return stream;
    }

    private void post(String path, String body) throws Exception {
        var page = browser.send(
                request(path.equals("/login") ? "/login" : "/inbox").build(), BodyHandlers.ofString());
        var token = CSRF.matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body + "&_csrf=" + token.group(1)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("refused");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private record Stream(List<String> lines, CompletableFuture<Void> ended) {}
}

package io.throughline.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One signed-in person: cookies, the token of the forms, and redirects that are not followed by themselves. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String csrf = "";

    Browser(URI root) {
        this.root = root;
    }

    Browser signIn(String name, String password) throws IOException, InterruptedException {
        learn(get("/login"));
        var answer = post("/login", Map.of("username", name, "password", password));
        var place = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || place.contains("/login")) {
            throw new IllegalStateException("cannot sign in as " + name + ": " + answer.statusCode() + " " + place);
        }
        return this;
    }

    /** Takes the forms' token out of a page. */
    Browser learn(HttpResponse<byte[]> page) {
        var found = CSRF.matcher(text(page));
        if (found.find()) {
            csrf = found.group(1);
        }
        return this;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    HttpResponse<byte[]> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&_csrf=" + encode(csrf))));
    }

    HttpResponse<byte[]> json(String path, String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + token);
        return send(
                body.isEmpty()
                        ? request.GET()
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> mail(String token, String source) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve("/api/v1/mail"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofString(source)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Accept-Language", "zh-CN")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    URI root() {
        return root;
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

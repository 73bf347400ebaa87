package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Four threads that open tickets and answer them, and write down what the product said it had stored. */
final class LedgerClient implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final int THREADS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Queue<Entry> ledger = new ConcurrentLinkedQueue<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();

    private volatile boolean writing;
    private volatile URI address = URI.create("http://localhost");
    private volatile String token = "";

    /** A ticket the product acknowledged, with the answers to it that it acknowledged. */
    record Entry(String number, String subject, Queue<String> answers) {}

    void write(URI product, String with) {
        token = with;
        goOn(product);
    }

    void goOn(URI product) {
        address = product;
        writing = true;
        for (int i = 0; i < THREADS; i++) {
            var writer = new Thread(this::writeOn, "ledger-writer");
            writer.start();
            writers.add(writer);
        }
    }

    void look(URI product) {
        address = product;
    }

    void pause() throws InterruptedException {
        writing = false;
        for (var writer : writers) {
            writer.join();
        }
        writers.clear();
    }

    /** Writes in doubt are not in it. */
    int acknowledged() {
        return ledger.stream().mapToInt(entry -> 1 + entry.answers().size()).sum();
    }

    List<Entry> entries() {
        return List.copyOf(ledger);
    }

    /** Asks for each entry of the ledger. */
    void requireAll() throws Exception {
        for (var entry : entries()) {
            var ticket = send(request("/tickets/" + entry.number()).GET());
            assertThat(ticket.statusCode()).as(entry.number()).isEqualTo(200);
            assertThat(ticket.body()).contains('"' + entry.subject() + '"');
            var conversation = send(request("/tickets/" + entry.number() + "/messages")
                            .GET())
                    .body();
            entry.answers().forEach(answer -> assertThat(conversation).contains(answer));
        }
    }

    @Override
    public void close() throws InterruptedException {
        pause();
    }

    private void writeOn() {
        while (writing) {
            try {
                open();
            } catch (IOException e) {
                // the product is gone in the middle of an answer: this write is in doubt, and this writer done
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void open() throws IOException, InterruptedException {
        var subject = "ledger-" + counter.incrementAndGet();
        var opened =
                send(post("/tickets", "{\"kind\":\"DIAGNOSIS\",\"subject\":\"" + subject + "\",\"body\":\"主轴异响\"}"));
        var number = NUMBER.matcher(opened.body());
        if (opened.statusCode() == 201 && number.find()) {
            var entry = new Entry(number.group(1), subject, new ConcurrentLinkedQueue<>());
            ledger.add(entry);
            for (int i = 0; i < 2 && writing; i++) {
                answer(entry);
            }
        }
    }

    private void answer(Entry entry) throws IOException, InterruptedException {
        var body = "answer-" + counter.incrementAndGet() + "-end";
        var sent = send(post(
                "/tickets/" + entry.number() + "/messages", "{\"body\":\"" + body + "\",\"visibility\":\"PUBLIC\"}"));
        if (sent.statusCode() == 201) {
            entry.answers().add(body);
        }
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

package io.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The demo company's people who use the product during the measurement, and what they find to look at. */
record People(Browser agent, Browser manager, Browser leader, Browser customer, String token) {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    static People signIn(URI root, Options options) throws IOException, InterruptedException {
        var password = options.password();
        return new People(
                new Browser(root).signIn("agent", password),
                new Browser(root).signIn("manager", password),
                new Browser(root).signIn("pm", password),
                new Browser(root).signIn("customer", password),
                token(root, password));
    }

    private static String token(URI root, String password) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString(("agent:" + password).getBytes(StandardCharsets.UTF_8));
        var answer = new Browser(root)
                .send(HttpRequest.newBuilder(root.resolve("/api/v1/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"bench\",\"scopes\":[\"*\"],\"days\":1}")));
        var found = TOKEN.matcher(Browser.text(answer));
        if (!found.find()) {
            throw new IllegalStateException("no token: " + answer.statusCode());
        }
        return found.group(1);
    }

    /** The first link of the page that looks like this; empty when the data has none. */
    static Optional<String> link(Browser browser, String page, String pattern)
            throws IOException, InterruptedException {
        var found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(Browser.text(browser.get(page)));
        return found.find() ? Optional.of(found.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** A place far down the list: the cursor behind ever larger pages, a hundred pages of 200 at most. */
    Optional<String> farPage(String list) throws IOException, InterruptedException {
        Optional<String> far = Optional.empty();
        var page = list + "&size=200";
        for (int i = 0; i < 100; i++) {
            var next = link(agent, page, "/tickets\\?[^\"]*after=[^\"]*");
            if (next.isEmpty()) {
                break;
            }
            far = next;
            page = next.get();
        }
        return far.map(address -> address.replaceAll("size=200&?", ""));
    }

    /** How many tickets there are, as far as the start of the report may say: told by the largest number. */
    String tickets() throws IOException, InterruptedException {
        return link(agent, "/tickets?view=all&sort=-created", "/tickets/T[^\"?/]*")
                .orElse("–");
    }
}

package io.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The demo company's people who use the product during the measurement, and what they find to look at.
 *
 * @param token of the agent
 * @param post of the manager, who may hand mails in
 */
record People(Browser agent, Browser manager, Browser leader, Browser customer, String token, String post) {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("(?:peek=|/tickets/)(TK-[0-9-]+)");

    static People signIn(URI root, Options options) throws IOException, InterruptedException {
        var password = options.password();
        return new People(
                new Browser(root).signIn("agent", password),
                new Browser(root).signIn("manager", password),
                new Browser(root).signIn("pm", password),
                new Browser(root).signIn("customer", password),
                token(root, "agent", password),
                token(root, "manager", password));
    }

    private static String token(URI root, String login, String password) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
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

    /** The address behind the page's first ticket; empty when the page lists none. */
    static Optional<String> ticket(Browser browser, String page) throws IOException, InterruptedException {
        var found = TICKET.matcher(Browser.text(browser.get(page)));
        return found.find() ? Optional.of("/tickets/" + found.group(1)) : Optional.empty();
    }

    /** A place far down the list: the cursor behind ever larger pages, a hundred pages of 200 at most. */
    Optional<String> farPage(String list) throws IOException, InterruptedException {
        Optional<String> far = Optional.empty();
        var page = list + "&size=200";
        for (int i = 0; i < 100; i++) {
            var next = NEXT.matcher(Browser.text(agent.get(page)));
            if (!next.find()) {
                break;
            }
            page = next.group(1).replace("&amp;", "&");
            far = Optional.of(page);
        }
        return far.map(address -> address.replaceAll("size=200&?", ""));
    }

    /** The largest number, which tells how many tickets there are. */
    String newest() throws IOException, InterruptedException {
        return ticket(agent, "/tickets?view=all&sort=-created").orElse("–");
    }
}

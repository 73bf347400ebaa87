package io.throughline.web.demo;

import io.throughline.web.demo.Story.Client;
import io.throughline.web.demo.Story.Contact;
import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.Story.Venture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket while its course is told. */
final class ToldTicket {

    final long id;
    final String[] line;
    final Client client;
    final Contact requester;
    final Instant openedAt;
    final String channel;
    final int slot;
    final List<Said> messages = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    String number = "";
    String end = "NEW";
    String team = "";
    String priority = "P3";
    Instant dueAt;

    @Nullable
    Person assignee;

    @Nullable
    Venture venture;

    @Nullable
    ToldTicket mergedInto;

    @Nullable
    Instant takenAt;

    @Nullable
    Instant firstResolvedAt;

    @Nullable
    Instant resolvedAt;

    @Nullable
    Instant closedAt;

    int reopened;

    @Nullable
    Integer rating;

    ToldTicket(long id, String[] line, Client client, Contact requester, Instant openedAt, String channel, int slot) {
        this.id = id;
        this.line = line;
        this.client = client;
        this.requester = requester;
        this.openedAt = openedAt;
        this.dueAt = openedAt;
        this.channel = channel;
        this.slot = slot;
    }

    /** One message; without an author it is the customer's. */
    record Said(long id, Instant at, @Nullable Person author, boolean internal, String body) {}

    /** One change of status; without a person it is the customer's or, at the end, the system's. */
    record Step(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable Person by,
            boolean byCustomer,
            @Nullable String reason) {}

    /** The words of a column with number and place filled in. */
    String words(int column) {
        return line[column]
                .replace("{n}", String.valueOf(slot))
                .replace("{site}", client.sites().get(slot % 2));
    }

    static String category(String status) {
        return switch (status) {
            case "NEW", "IN_PROGRESS" -> "OPEN";
            case "RESOLVED" -> "RESOLVED";
            case "CLOSED", "CANCELLED", "MERGED" -> "CLOSED";
            default -> "PAUSED";
        };
    }

    String category() {
        return category(end);
    }

    boolean isAnsweredAtOnce() {
        return channel.equals("PHONE") || channel.equals("VISIT");
    }
}

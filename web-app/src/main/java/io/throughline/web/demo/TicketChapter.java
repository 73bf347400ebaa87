package io.throughline.web.demo;

import io.throughline.foundation.model.RecordNumber;
import io.throughline.web.demo.Story.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Four hundred tickets over two years: when, from whom, about what, and how far they came. */
final class TicketChapter {

    static final int TICKETS = 400;

    /** How a ticket reached us, weighed by repetition. */
    private static final List<String> CHANNELS =
            List.of("PORTAL", "PORTAL", "PORTAL", "PORTAL", "MAIL", "MAIL", "MAIL", "PHONE", "PHONE", "VISIT", "CHAT");

    private static final Map<String, Integer> DUE_HOURS = Map.of("P1", 8, "P2", 24, "P3", 72, "P4", 168);

    /** Who of a team takes more than the others: those people sign in as. */
    private static final Map<String, String> FIRST_OF =
            Map.of("SUPPORT1", "agent", "FIELD", "technician", "TRAINING", "trainer");

    private static final Set<String> LIVE =
            Set.of("NEW", "IN_PROGRESS", "WAITING_CUSTOMER", "WAITING_THIRD_PARTY", "ON_HOLD");

    private static final Set<String> TAKEN = Set.of("IN_PROGRESS", "RESOLVED", "CLOSED");

    private final Story story;
    private final List<String[]> bank = Sheet.lines("tickets");
    private final Map<String, Deque<String[]>> decks = new HashMap<>();
    private final TicketRows rows;

    TicketChapter(Story story) {
        this.story = story;
        this.rows = new TicketRows(story);
    }

    void write() {
        var tickets = new ArrayList<ToldTicket>();
        for (var own : OWN) {
            tickets.add(own(own));
        }
        Stream.generate(this::asked)
                .limit(TICKETS - OWN.size())
                .sorted(Comparator.comparing(Asked::at))
                .map(this::any)
                .forEach(tickets::add);
        tickets.sort(Comparator.comparing(ticket -> ticket.openedAt));
        number(tickets);
        handOver(tickets);
        var course = new TicketCourse(story);
        tickets.forEach(course::tell);
        merge(tickets);
        tickets.forEach(rows::add);
        rows.write();
    }

    /** What the first customer's own sign-in finds: hours ago, line of the bank, end. */
    private record Own(int hoursAgo, int line, String end) {}

    private static final List<Own> OWN = List.of(
            new Own(3, 0, "NEW"),
            new Own(27, 1, "IN_PROGRESS"),
            new Own(52, 4, "WAITING_CUSTOMER"),
            new Own(70, 2, "RESOLVED"),
            new Own(96, 5, "WAITING_THIRD_PARTY"),
            new Own(118, 3, "ON_HOLD"));

    private ToldTicket own(Own own) {
        var client = story.clients.values().iterator().next();
        var ticket = new ToldTicket(
                story.id(),
                bank.get(own.line()),
                client,
                client.contacts().get(0),
                story.now.minus(Duration.ofHours(own.hoursAgo())),
                "PORTAL",
                story.dice.nextInt(8) + 1);
        ticket.end = own.end();
        return settle(ticket);
    }

    /** Those people sign in as have something to do, whatever the dice said. */
    private void handOver(List<ToldTicket> tickets) {
        FIRST_OF.forEach((team, login) -> tickets.stream()
                .filter(ticket -> ticket.team.equals(team) && TAKEN.contains(ticket.end))
                .sorted(Comparator.comparing((ToldTicket ticket) -> ticket.openedAt)
                        .reversed())
                .limit(3)
                .forEach(ticket -> {
                    ticket.end = "IN_PROGRESS";
                    ticket.assignee = story.person(login);
                    ticket.dueAt = story.now.plus(Duration.ofHours(story.between(3, 90)));
                }));
    }

    private record Asked(Client client, Instant at) {}

    private Asked asked() {
        var client = story.any(List.copyOf(story.clients.values()));
        return new Asked(client, opened(client));
    }

    private ToldTicket any(Asked asked) {
        var client = asked.client();
        var contact = story.chance(40) ? client.contacts().get(0) : story.any(client.contacts());
        var ticket = new ToldTicket(
                story.id(), next(client), client, contact, asked.at(), story.any(CHANNELS), story.between(1, 12));
        ticket.end = end(Duration.between(asked.at(), story.now).toDays());
        return settle(ticket);
    }

    /** A customer asks about everything else before it asks about the same again. */
    private String[] next(Client client) {
        var deck = decks.computeIfAbsent(client.code(), code -> new ArrayDeque<>());
        if (deck.isEmpty()) {
            var lines = new ArrayList<>(bank.stream()
                    .filter(line -> line[0].equals(client.bank()) && line[1].equals(client.chinese() ? "zh" : "en"))
                    .toList());
            Collections.shuffle(lines, story.dice);
            deck.addAll(lines);
        }
        return deck.remove();
    }

    /** More lately than long ago, in working hours of the customer, rarely on a weekend. */
    private Instant opened(Client client) {
        double back = Math.pow(story.dice.nextDouble(), 1.35) * Story.DAYS;
        var day = story.today.minusDays((long) back);
        if (Story.isWeekend(day) && !story.chance(20)) {
            day = Story.workday(day);
        }
        var at = ZonedDateTime.of(
                day, java.time.LocalTime.of(story.between(7, 18), story.between(0, 59)), client.zone());
        var latest = story.now.minus(Duration.ofMinutes(story.between(5, 600)));
        return at.toInstant().isAfter(latest) ? latest : at.toInstant();
    }

    private String end(long age) {
        int dice = story.dice.nextInt(100);
        if (age > 45) {
            return dice < 93 ? "CLOSED" : dice < 97 ? "CANCELLED" : "MERGED";
        }
        if (age > 9) {
            return dice < 72
                    ? "CLOSED"
                    : dice < 80
                            ? "IN_PROGRESS"
                            : dice < 88 ? "WAITING_CUSTOMER" : dice < 95 ? "WAITING_THIRD_PARTY" : "ON_HOLD";
        }
        if (age > 2) {
            return dice < 25
                    ? "CLOSED"
                    : dice < 50
                            ? "RESOLVED"
                            : dice < 75
                                    ? "IN_PROGRESS"
                                    : dice < 88 ? "WAITING_CUSTOMER" : dice < 95 ? "WAITING_THIRD_PARTY" : "ON_HOLD";
        }
        return dice < 50 ? "NEW" : dice < 80 ? "IN_PROGRESS" : dice < 92 ? "WAITING_CUSTOMER" : "RESOLVED";
    }

    private ToldTicket settle(ToldTicket ticket) {
        var kind = ticket.line[2];
        ticket.team = switch (kind) {
            case "MAINTENANCE" -> story.chance(60) ? "FIELD" : "SUPPORT2";
            case "TRAINING" -> "TRAINING";
            default -> story.chance(60) ? "SUPPORT1" : "SUPPORT2";
        };
        ticket.priority = priority(ticket.line[4], ticket.line[5]);
        ticket.assignee = story.any(story.inTeam(ticket.team));
        if (ticket.line[3].equals("Y")) {
            ticket.assignee = ticket.client.executive();
        } else if (story.chance(40)) {
            ticket.assignee = story.person(FIRST_OF.getOrDefault(ticket.team, ticket.assignee.login()));
        }
        ticket.dueAt = ticket.openedAt.plus(Duration.ofHours(DUE_HOURS.getOrDefault(ticket.priority, 72)));
        if (LIVE.contains(ticket.end) && ticket.dueAt.isBefore(story.now) && story.chance(88)) {
            ticket.dueAt = story.now.plus(Duration.ofHours(story.between(3, 90)));
        }
        if (story.chance(45)) {
            story.ventures.stream()
                    .filter(venture -> venture.client().equals(ticket.client))
                    .filter(venture -> venture.open() || story.chance(60))
                    .findFirst()
                    .ifPresent(venture -> ticket.venture = venture);
        }
        return ticket;
    }

    private static String priority(String impact, String urgency) {
        var levels = List.of("LOW", "MEDIUM", "HIGH");
        return switch (levels.indexOf(impact) + levels.indexOf(urgency)) {
            case 4 -> "P1";
            case 3 -> "P2";
            case 2 -> "P3";
            default -> "P4";
        };
    }

    private void number(List<ToldTicket> tickets) {
        var perYear = new HashMap<Integer, Integer>();
        tickets.forEach(ticket -> perYear.merge(year(ticket), 1, Integer::sum));
        var next = new HashMap<Integer, Long>();
        perYear.forEach((year, count) -> next.put(year, story.numbers("TK", year, count)));
        for (var ticket : tickets) {
            int year = year(ticket);
            long value = next.merge(year, 1L, Long::sum) - 1;
            ticket.number = RecordNumber.checked("TK", year, value);
        }
    }

    private static int year(ToldTicket ticket) {
        return LocalDate.ofInstant(ticket.openedAt, Story.HOME).getYear();
    }

    /** A ticket that was merged away went into the customer's next one that was not. */
    private void merge(List<ToldTicket> tickets) {
        for (int i = 0; i < tickets.size(); i++) {
            var ticket = tickets.get(i);
            if (ticket.end.equals("MERGED")) {
                ticket.mergedInto = tickets.subList(i + 1, tickets.size()).stream()
                        .filter(other -> other.client.equals(ticket.client) && !other.end.equals("MERGED"))
                        .findFirst()
                        .orElse(null);
            }
        }
    }
}

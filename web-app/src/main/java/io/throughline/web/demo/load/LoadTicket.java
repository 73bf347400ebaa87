package io.throughline.web.demo.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One ticket of the load, worked out from its place and the seed alone, so that each table can be written in a pass of its
 * own without anything being kept.
 */
final class LoadTicket {

    private static final List<String> LIVE =
            List.of("NEW", "IN_PROGRESS", "IN_PROGRESS", "WAITING_CUSTOMER", "WAITING_THIRD_PARTY", "ON_HOLD");
    private static final List<String> CHANNELS = List.of("PORTAL", "PORTAL", "MAIL", "MAIL", "CHAT", "API");

    final int place;
    final long id;
    final String status;
    final String channel;
    final int customer;
    final int contact;
    final int agent;
    final int words;
    final int slot;
    final int stars;
    final List<Said> messages = new ArrayList<>();
    final Instant openedAt;
    final @Nullable Instant takenAt;
    final @Nullable Instant resolvedAt;
    final @Nullable Instant closedAt;

    /** @param column of the bank of words; the customer's are 7 and 9 */
    record Said(long id, Instant at, boolean fromCustomer, boolean internal, int column) {}

    record Step(Instant at, @Nullable String from, String to, boolean byCustomer) {}

    LoadTicket(LoadSize size, LoadIds ids, int place, Instant now, int bank) {
        var dice = new SplittableRandom(size.seed() * 1_000_003L + place);
        this.place = place;
        this.id = ids.tickets() + place;
        this.customer = dice.nextInt(size.customers());
        this.contact = customer * LoadSize.CONTACTS + dice.nextInt(LoadSize.CONTACTS);
        this.agent = LoadPeople.agent(size, place);
        this.channel = CHANNELS.get(dice.nextInt(CHANNELS.size()));
        this.words = dice.nextInt(bank);
        this.slot = 1 + dice.nextInt(48);
        int die = dice.nextInt(100);
        this.stars = die < 60 ? 5 : die < 88 ? 4 : die < 95 ? 3 : die < 98 ? 2 : 1;
        this.openedAt = openedAt(size, place, now);
        boolean live = place >= size.tickets() - Math.max(1, size.tickets() / 50);
        this.status = live ? LIVE.get(dice.nextInt(LIVE.size())) : dice.nextInt(100) < 97 ? "CLOSED" : "CANCELLED";
        speak(size, ids, now, dice);
        this.takenAt = status.equals("NEW") ? null : later(openedAt.plusSeconds(300), now);
        var last = messages.get(messages.size() - 1).at();
        this.resolvedAt = status.equals("CLOSED") ? last.plusSeconds(5) : null;
        this.closedAt = status.equals("CLOSED")
                ? last.plus(Duration.ofDays(2))
                : status.equals("CANCELLED") ? last.plus(Duration.ofHours(1)) : null;
    }

    static Instant openedAt(LoadSize size, int place, Instant now) {
        long span = Duration.ofDays(1000).toSeconds();
        return now.minusSeconds(3600 + span * (size.tickets() - place) / size.tickets());
    }

    private void speak(LoadSize size, LoadIds ids, Instant now, SplittableRandom dice) {
        int count = size.messagesOf(place);
        long first = ids.messages() + size.messageOffset(place);
        long step = status.equals("CLOSED") || status.equals("CANCELLED") ? 1800 + dice.nextInt(7200) : 60;
        for (int i = 0; i < count; i++) {
            boolean customers = i % 2 == 0 && i != 2 || status.equals("NEW");
            int column = i == 0 ? 7 : customers ? 9 : i == 2 ? 10 : i == count - 1 && closed() ? 11 : 8;
            messages.add(new Said(
                    first + i,
                    later(openedAt.plusSeconds(i * step + (i > 0 ? 310 : 0)), now),
                    customers,
                    column == 10,
                    column));
        }
    }

    private boolean closed() {
        return status.equals("CLOSED");
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(openedAt, null, "NEW", true));
        if (takenAt != null) {
            steps.add(new Step(takenAt, "NEW", "IN_PROGRESS", false));
            var last = messages.get(messages.size() - 1).at().plusSeconds(5);
            if (closedAt != null) {
                if (resolvedAt != null) {
                    steps.add(new Step(resolvedAt, "IN_PROGRESS", "RESOLVED", false));
                    steps.add(new Step(closedAt, "RESOLVED", "CLOSED", true));
                } else {
                    steps.add(new Step(closedAt, "IN_PROGRESS", "CANCELLED", false));
                }
            } else if (!status.equals("IN_PROGRESS")) {
                steps.add(new Step(last, "IN_PROGRESS", status, false));
            }
        }
        return steps;
    }

    boolean isRated() {
        return closed() && place % 3 == 0;
    }

    static String category(String status) {
        return switch (status) {
            case "NEW", "IN_PROGRESS" -> "OPEN";
            case "RESOLVED" -> "RESOLVED";
            case "CLOSED", "CANCELLED" -> "CLOSED";
            default -> "PAUSED";
        };
    }

    private static Instant later(Instant at, Instant now) {
        return at.isAfter(now) ? now : at;
    }
}

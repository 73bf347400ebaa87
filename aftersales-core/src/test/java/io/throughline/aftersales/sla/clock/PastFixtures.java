package io.throughline.aftersales.sla.clock;

import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.sla.clock.TicketPast.Word;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A ticket's past as it is told: what happened when, local time in Shanghai. */
final class PastFixtures {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Instant opened;
    private final List<Step> steps = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private boolean atOnce;
    private @Nullable Instant acknowledged;
    private @Nullable Instant restored;

    private PastFixtures(Instant opened) {
        this.opened = opened;
        steps.add(new Step(opened, "NEW", StatusCategory.OPEN, null));
        words.add(new Word(opened, Speaker.CUSTOMER));
    }

    static PastFixtures opened(String local) {
        return new PastFixtures(at(local));
    }

    static PastFixtures opened(Instant at) {
        return new PastFixtures(at);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
    }

    /** Mon–Fri 09–12 and 13–18. */
    static WorkCalendar shanghai() {
        return WorkCalendar.of(SHANGHAI, week("Mon-Fri 09:00-12:00,13:00-18:00"), List.of());
    }

    static WorkWeek week(String text) {
        if (text.equals("24x7")) {
            return WorkWeek.always();
        }
        var week = WorkWeek.CLOSED;
        for (var part : text.split(";")) {
            var words = part.trim().split(" ");
            var days = words[0].split("-");
            week = week.with(day(days[0]), day(days[days.length - 1]), words[1].split(","));
        }
        return week;
    }

    PastFixtures answeredAtOnce() {
        atOnce = true;
        return this;
    }

    PastFixtures said(Speaker speaker, String local) {
        words.add(new Word(at(local), speaker));
        return this;
    }

    PastFixtures step(String local, String status, StatusCategory category) {
        return step(at(local), status, category);
    }

    PastFixtures step(Instant at, String status, StatusCategory category) {
        steps.add(new Step(at, status, category, null));
        return this;
    }

    PastFixtures waits(String from, String to) {
        return step(from, "WAITING_CUSTOMER", StatusCategory.PAUSED).step(to, "IN_PROGRESS", StatusCategory.OPEN);
    }

    PastFixtures acknowledged(String local) {
        acknowledged = at(local);
        return this;
    }

    PastFixtures restored(String local) {
        restored = at(local);
        return this;
    }

    TicketPast past() {
        return new TicketPast(opened, atOnce, steps, words, acknowledged, restored);
    }

    ClockReading read(ClockType type, String target) {
        return readAll(type, target).get(0);
    }

    List<ClockReading> readAll(ClockType type, String target) {
        return new Clocks(shanghai(), past()).read(type, Target.parse(target));
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}

package io.throughline.web.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** What the company promises: hours for Europe and around the clock beside China's, and a policy for each. */
@RequiredArgsConstructor
final class SlaChapter {

    private static final long CHINA = 1;
    private static final String[] DAYS = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"};

    /** The days on which Europe's offices are closed together. */
    private static final List<String> EUROPE_CLOSED = List.of(
            "2025-01-01	HOLIDAY		元旦	New Year's Day",
            "2025-04-18	HOLIDAY		耶稣受难日	Good Friday",
            "2025-04-21	HOLIDAY		复活节星期一	Easter Monday",
            "2025-05-01	HOLIDAY		劳动节	Labour Day",
            "2025-12-25	HOLIDAY		圣诞节	Christmas Day",
            "2025-12-26	HOLIDAY		节礼日	Second day of Christmas",
            "2026-01-01	HOLIDAY		元旦	New Year's Day",
            "2026-04-03	HOLIDAY		耶稣受难日	Good Friday",
            "2026-04-06	HOLIDAY		复活节星期一	Easter Monday",
            "2026-05-01	HOLIDAY		劳动节	Labour Day",
            "2026-12-25	HOLIDAY		圣诞节	Christmas Day",
            "2027-01-01	HOLIDAY		元旦	New Year's Day");

    private static final String OFFICE = """
            FIRST_RESPONSE P1 60m
            FIRST_RESPONSE P2 120m
            FIRST_RESPONSE P3 480m
            FIRST_RESPONSE P4 480m
            NEXT_RESPONSE P1 480m
            NEXT_RESPONSE P2 2bd
            ACKNOWLEDGEMENT P1 1bd
            ACKNOWLEDGEMENT P2 1bd
            ACKNOWLEDGEMENT P3 1bd
            ACKNOWLEDGEMENT P4 1bd
            RESOLUTION P1 10bd
            RESOLUTION P2 15bd+eod
            RESOLUTION P3 30bd+eod
            RESOLUTION P4 40bd+eod
            level FIRST_RESPONSE -50% if-unassigned tell=TEAM
            level FIRST_RESPONSE 0m tell=OWNER,TEAM
            level RESOLUTION -1bd tell=OWNER
            level RESOLUTION 0m tell=OWNER,MANAGERS raise
            """;

    private final Story story;

    void write() {
        var since = story.now.minus(Duration.ofDays(Story.DAYS + 30L));
        long europe = calendar("欧洲标准", "Europe standard", "Europe/Berlin", week("09:00-17:00", 5), closed(), since);
        long always = calendar("全天候 7×24", "Around the clock 24×7", "UTC", week("00:00-24:00", 7), "", since);
        policy("战略客户 7×24", "Strategic customers 24×7", 10, since, """
                basis CUSTOMER
                tiers STRATEGIC
                calendar %d
                FIRST_RESPONSE P1 30m
                FIRST_RESPONSE P2 60m
                FIRST_RESPONSE P3 240m
                FIRST_RESPONSE P4 480m
                NEXT_RESPONSE P1 120m
                NEXT_RESPONSE P2 240m
                RESOLUTION P1 14400m
                RESOLUTION P2 28800m
                RESOLUTION P3 57600m
                RESOLUTION P4 86400m
                level FIRST_RESPONSE -50%% if-unassigned tell=TEAM
                level RESOLUTION -24h tell=OWNER,TEAM
                level RESOLUTION 0m tell=OWNER,MANAGERS raise
                """.formatted(always));
        var abroad = story.clients.values().stream()
                .filter(client -> client.zone().getId().startsWith("Europe/"))
                .map(client -> String.valueOf(client.id()))
                .collect(Collectors.joining(","));
        if (!abroad.isEmpty()) {
            policy(
                    "欧洲客户",
                    "Customers in Europe",
                    20,
                    since,
                    "basis CUSTOMER\ncustomers " + abroad + "\ncalendar " + europe + "\n" + OFFICE);
        }
        policy("标准服务", "Standard service", 10, since, "basis DEFAULT\ncalendar " + CHINA + "\n" + OFFICE);
    }

    private long calendar(String zh, String en, String zone, String week, String days, Instant since) {
        long id = story.id();
        story.jdbc.update(
                "insert into foundation.work_calendar (id, version, name_zh, name_en, zone, week, special_days,"
                        + " revision, created_at, changed_at) values (?, 0, ?, ?, ?, ?, ?, 1, ?, ?)",
                id,
                zh,
                en,
                zone,
                week,
                days,
                Timestamp.from(since),
                Timestamp.from(since));
        story.jdbc.update(
                "insert into foundation.work_calendar_revision (id, version, calendar_id, number, valid_from, cause,"
                        + " zone, week, special_days, created_at, changed_at)"
                        + " values (?, 0, ?, 1, ?, 'create', ?, ?, ?, ?, ?)",
                story.id(),
                id,
                Timestamp.from(since),
                zone,
                week,
                days,
                Timestamp.from(since),
                Timestamp.from(since));
        return id;
    }

    private void policy(String zh, String en, int position, Instant since, String terms) {
        long id = story.id();
        story.jdbc.update(
                "insert into aftersales.sla_policy (id, version, name_zh, name_en, position, number, created_at,"
                        + " changed_at) values (?, 0, ?, ?, ?, 1, ?, ?)",
                id,
                zh,
                en,
                position,
                Timestamp.from(since),
                Timestamp.from(since));
        story.jdbc.update(
                "insert into aftersales.sla_policy_version (id, version, policy_id, number, valid_from, terms,"
                        + " created_at, changed_at) values (?, 0, ?, 1, ?, ?, ?, ?)",
                story.id(),
                id,
                Timestamp.from(since),
                terms,
                Timestamp.from(since),
                Timestamp.from(since));
    }

    private static String week(String hours, int days) {
        return java.util.Arrays.stream(DAYS)
                .limit(days)
                .map(day -> day + " " + hours)
                .collect(Collectors.joining("; "));
    }

    private static String closed() {
        return String.join("\n", EUROPE_CLOSED);
    }
}

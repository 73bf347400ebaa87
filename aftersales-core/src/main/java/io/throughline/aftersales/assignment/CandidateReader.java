package io.throughline.aftersales.assignment;

import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.foundation.calendar.Workforce;
import io.throughline.foundation.calendar.Workforce.Worker;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the members of a team as a rule sees them: work at hand, hours, leave, pauses, skills. */
@Component
@RequiredArgsConstructor
class CandidateReader {

    private static final WorkWeek USUAL = WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00");

    private final JdbcClient jdbc;
    private final Workforce workforce;
    private final WorkCalendars calendars;
    private final Settings settings;

    /** A member as the desk's own tables have him or her. */
    private record Member(
            long id,
            String login,
            String name,
            boolean paused,
            @Nullable Instant pausedUntil,
            @Nullable String pauseReason,
            int open,
            int load,
            long turn) {}

    /** @param needs what the ticket in question wants; empty where there is none */
    List<Candidate> of(RuleOfTeam rule, List<SkillNeed> needs, Instant now) {
        var members = members(rule.teamId(), now);
        var workers = workforce.of(members.stream().map(Member::id).toList(), shift(rule.calendarId()));
        return members.stream()
                .map(member -> candidate(rule, needs, member, Objects.requireNonNull(workers.get(member.id())), now))
                .toList();
    }

    /** The hours of members who have none of their own. */
    WorkCalendar shift(@Nullable Long calendar) {
        return calendar == null
                ? WorkCalendar.of(ZoneId.of(settings.get(Setting.COMPANY_ZONE)), USUAL, List.of())
                : calendars.current(new WorkCalendarId(calendar));
    }

    private List<Member> members(long team, Instant now) {
        return jdbc.sql("""
                        select u.id, u.login, u.name, p.user_id is not null as paused, p.until, p.reason,
                               w.open, w.load, coalesce(n.turn, 0) as turn
                          from foundation.team_member m
                          join foundation.app_user u on u.id = m.user_id and u.active
                          left join aftersales.agent_pause p on p.user_id = u.id and (p.until is null or p.until > :now)
                          left join aftersales.assignment_turn n on n.team_id = m.team_id and n.user_id = u.id
                         cross join lateral (
                               select count(*) as open,
                                      coalesce(sum(case t.priority when 'P1' then 4 when 'P2' then 3 when 'P3' then 2 else 1 end), 0)
                                      as load
                                 from aftersales.ticket t
                                where t.live and t.category = 'OPEN' and t.assignee_id = u.id) w
                         where m.team_id = :team
                           and exists (select 1 from foundation.user_role r
                                        where r.user_id = u.id
                                          and r.role in ('SUPPORT_AGENT', 'MANAGER', 'TECHNICIAN', 'TRAINER'))
                         order by u.name collate "zh-Hans-CN-x-icu", u.id
                        """)
                .param("team", team)
                .param("now", Timestamp.from(now))
                .query((row, n) -> member(row))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        var until = row.getTimestamp("until");
        return new Member(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getBoolean("paused"),
                until == null ? null : until.toInstant(),
                row.getString("reason"),
                row.getInt("open"),
                row.getInt("load"),
                row.getLong("turn"));
    }

    private static Candidate candidate(
            RuleOfTeam rule, List<SkillNeed> needs, Member member, Worker worker, Instant now) {
        var has = new HashMap<String, Integer>();
        var lacks = new LinkedHashSet<String>();
        for (var need : needs) {
            int level = worker.skills().getOrDefault(need.skill(), 0);
            if (level >= need.level()) {
                has.put(need.skill(), level);
            } else {
                lacks.add(need.skill());
            }
        }
        boolean onDuty = worker.isOnDuty(now);
        return new Candidate(
                member.id(),
                member.login(),
                member.name(),
                onDuty,
                onDuty ? worker.dutyEnds(now) : null,
                onDuty ? null : worker.dutyBegins(now).orElse(null),
                member.paused(),
                member.pausedUntil(),
                member.pauseReason(),
                member.open(),
                member.load(),
                without(has, lacks),
                List.copyOf(lacks),
                member.turn(),
                obstacle(rule, member, worker, lacks.isEmpty(), now));
    }

    /** A skill wanted twice at different levels is had only where the higher one is. */
    private static Map<String, Integer> without(Map<String, Integer> has, LinkedHashSet<String> lacks) {
        has.keySet().removeAll(lacks);
        return has;
    }

    private static @Nullable Obstacle obstacle(
            RuleOfTeam rule, Member member, Worker worker, boolean skilled, Instant now) {
        if (member.paused()) {
            return Obstacle.PAUSED;
        }
        if (rule.onDutyOnly() ? !worker.isOnDuty(now) : worker.isAbsent(now)) {
            return Obstacle.OFF_DUTY;
        }
        if (rule.skillsRequired() && !skilled) {
            return Obstacle.SKILL;
        }
        var most = rule.mostOpen();
        return most != null && member.open() >= most ? Obstacle.FULL : null;
    }
}

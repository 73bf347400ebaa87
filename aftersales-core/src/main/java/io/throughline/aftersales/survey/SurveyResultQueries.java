package io.throughline.aftersales.survey;

import io.throughline.aftersales.survey.SurveyResults.Group;
import io.throughline.aftersales.survey.SurveyResults.GroupBy;
import io.throughline.aftersales.survey.SurveyResults.Month;
import io.throughline.aftersales.survey.SurveyResults.Share;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the answers of a survey in every way its page shows, in one pass over their index. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT, Role.MANAGER})
public class SurveyResultQueries {

    private static final int MOST_OF_A_GROUP = 20;

    private static final String COUNTED = """
            with answer as materialized (
                select r.rating, to_char(r.answered_at at time zone :zone, 'YYYY-MM') as month, r.agent_id, r.team_id,
                       r.customer_id, r.project_id
                  from aftersales.survey_response r
                 where r.survey_id = :survey and r.rating is not null and r.answered_at >= :from and r.answered_at < :to
                   and %s
            ), counted as (
                select grouping(a.rating, a.month, a.agent_id, a.team_id, a.customer_id, a.project_id) as of, a.rating,
                       a.month, coalesce(a.agent_id, a.team_id, a.customer_id, a.project_id) as id, count(*) as n,
                       count(*) filter (where a.rating >= :good) as good, count(*) filter (where a.rating <= :bad) as bad
                  from answer a
                 group by grouping sets ((), (a.rating), (a.month), (a.agent_id), (a.team_id), (a.customer_id), (a.project_id))
            ), ranked as (
                select c.*, row_number() over (partition by of order by n desc, id) as place from counted c
                 where of in (63, 31, 47) or id is not null
            )
            select k.*, coalesce(u.name, t.name_zh, c.short_name, p.name) as name_zh,
                   coalesce(u.name, t.name_en, c.short_name, p.name) as name_en
              from ranked k
              left join foundation.app_user u on k.of = 55 and u.id = k.id
              left join foundation.team t on k.of = 59 and t.id = k.id
              left join foundation.customer c on k.of = 61 and c.id = k.id
              left join project.project p on k.of = 62 and p.id = k.id
             where k.of in (63, 31, 47) or k.place <= :most
             order by k.of, k.place
            """;

    private final JdbcClient jdbc;
    private final Settings settings;

    /** @param from first month, {@code to} the last one, both of the company's zone */
    public SurveyResults of(Viewer viewer, SurveyDetail survey, YearMonth from, YearMonth to) {
        var counted = jdbc.sql(COUNTED.formatted(AnswerScope.of(viewer, "r")))
                .param("zone", zone().getId())
                .param("survey", survey.id().value())
                .param("from", start(from))
                .param("to", start(to.plusMonths(1)))
                .param("good", survey.kind().goodFrom())
                .param("bad", survey.kind().badUpTo())
                .param("most", MOST_OF_A_GROUP)
                .query((row, n) -> Counted.of(row))
                .list();
        long answers = sum(counted, Counted.ALL).mapToLong(Counted::n).sum();
        boolean hidden = survey.anonymous() && (answers < SurveyResults.FEW || !AnswerScope.seesAll(viewer));
        var shown = hidden ? List.<Counted>of() : counted;
        var rate = rate(viewer, survey, from, to);
        return new SurveyResults(
                from,
                to,
                answers,
                sum(shown, Counted.ALL)
                        .findFirst()
                        .map(all -> all.score(survey.kind()))
                        .orElse(null),
                rate.sent,
                rate.answered,
                shares(survey.kind(), shown, answers),
                months(survey.kind(), shown, from, to),
                groups(survey.kind(), shown),
                hidden);
    }

    private record Rate(long sent, long answered) {}

    private Rate rate(Viewer viewer, SurveyDetail survey, YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select count(*) as sent, count(i.answered_at) as answered from aftersales.survey_invitation i
                         where i.survey_id = :survey and i.sent_at >= :from and i.sent_at < :to and i.bounced_at is null
                           and %s
                        """.formatted(AnswerScope.of(viewer, "i")))
                .param("survey", survey.id().value())
                .param("from", start(from))
                .param("to", start(to.plusMonths(1)))
                .query((row, n) -> new Rate(row.getLong("sent"), row.getLong("answered")))
                .single();
    }

    private static List<Share> shares(SurveyKind kind, List<Counted> counted, long all) {
        return Arrays.stream(kind.scale())
                .mapToObj(rating -> {
                    long n = sum(counted, Counted.BY_RATING)
                            .filter(one -> Objects.equals(one.rating, rating))
                            .mapToLong(Counted::n)
                            .sum();
                    return new Share(rating, n, all == 0 ? 0 : (int) Math.round(100.0 * n / all));
                })
                .toList();
    }

    private static List<Month> months(SurveyKind kind, List<Counted> counted, YearMonth from, YearMonth to) {
        var months = new ArrayList<Month>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            var wanted = month;
            var found = sum(counted, Counted.BY_MONTH)
                    .filter(one -> wanted.toString().equals(one.month))
                    .findFirst();
            months.add(new Month(
                    month,
                    found.map(Counted::n).orElse(0L),
                    found.map(one -> one.score(kind)).orElse(null)));
        }
        return months;
    }

    private static List<Group> groups(SurveyKind kind, List<Counted> counted) {
        var groups = new ArrayList<Group>();
        for (var by : GroupBy.values()) {
            sum(counted, Counted.of(by))
                    .map(one -> new Group(by, one.id, one.name, one.n, one.score(kind)))
                    .forEach(groups::add);
        }
        return groups;
    }

    private static Stream<Counted> sum(List<Counted> counted, int of) {
        return counted.stream().filter(one -> one.of == of);
    }

    private Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(zone()).toInstant());
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    /** @param of which grouping, as PostgreSQL's {@code grouping()} says: a bit for each column left out */
    private record Counted(
            int of,
            @Nullable Integer rating,
            @Nullable String month,
            long id,
            LocalText name,
            long n,
            long good,
            long bad) {

        static final int ALL = 63;
        static final int BY_RATING = 31;
        static final int BY_MONTH = 47;

        static int of(GroupBy by) {
            return switch (by) {
                case AGENT -> 55;
                case TEAM -> 59;
                case CUSTOMER -> 61;
                case PROJECT -> 62;
            };
        }

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(
                    row.getInt("of"),
                    (Integer) row.getObject("rating"),
                    row.getString("month"),
                    row.getLong("id"),
                    new LocalText(
                            Objects.requireNonNullElse(row.getString("name_zh"), ""),
                            Objects.requireNonNullElse(row.getString("name_en"), "")),
                    row.getLong("n"),
                    row.getLong("good"),
                    row.getLong("bad"));
        }

        java.math.@Nullable BigDecimal score(SurveyKind kind) {
            return kind.score(good, bad, n);
        }
    }
}

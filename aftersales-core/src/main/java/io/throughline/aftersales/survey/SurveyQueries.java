package io.throughline.aftersales.survey;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows surveys and their answers, each viewer those answers {@link AnswerScope} grants. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT, Role.MANAGER})
public class SurveyQueries {

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    /** Every survey, the newest first. */
    public List<SurveyRow> all(Viewer viewer) {
        return jdbc.sql("""
                        select s.*, a.answers, a.good, a.bad,
                               (select count(*) from aftersales.survey_follow_up f
                                  join aftersales.survey_response r on r.id = f.response_id
                                 where f.done_at is null and r.survey_id = s.id and (f.owner_id = :viewer or %1$s)) as follow_ups
                          from aftersales.survey s
                          left join lateral (
                              select count(*) as answers,
                                     count(*) filter (where r.rating >= case s.kind when 'CSAT' then 4 when 'CES' then 5 else 9 end) as good,
                                     count(*) filter (where r.rating <= case s.kind when 'CSAT' then 2 when 'CES' then 3 else 6 end) as bad
                                from aftersales.survey_response r
                               where r.survey_id = s.id and r.answered_at >= :from and r.rating is not null and %1$s) a on true
                         order by s.number desc
                        """.formatted(AnswerScope.of(viewer, "r")))
                .param("viewer", viewer.id().value())
                .param("from", start(month().minusMonths(11)))
                .query((row, n) -> row(viewer, row))
                .list();
    }

    public SurveyDetail require(Viewer viewer, SurveyNumber number) {
        return jdbc.sql("select * from aftersales.survey where number = ?")
                .param(number.value())
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("survey", number.toString()));
    }

    /** The running month in the company's zone. */
    public YearMonth thisMonth(Viewer viewer) {
        return month();
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(zone()));
    }

    /** The latest first; none of an anonymous survey that has too few, or to whom does not see all. */
    public Page<AnswerRow> answers(Viewer viewer, SurveyDetail survey, AnswerFilter filter, PageRequest request) {
        if (survey.anonymous() && isTooFew(viewer, survey, filter)) {
            return new Page<>(List.of(), null, null);
        }
        var params = params(survey, filter);
        var cursor = request.cursor();
        var place = "true";
        if (cursor != null) {
            params.put("at", Timestamp.from(Instant.parse(cursor.value(0))));
            params.put("id", cursor.id());
            place = "(r.answered_at, r.id) %s (:at, :id)".formatted(request.backwards() ? ">" : "<");
        }
        params.put("size", request.size() + 1);
        var order = request.backwards() ? "r.answered_at, r.id" : "r.answered_at desc, r.id desc";
        var fetched = jdbc.sql("""
                        select r.id, r.answered_at, r.rating, r.solved, r.comment, c.short_name as customer, k.name as contact,
                               t.number as ticket, u.name as agent
                          from aftersales.survey_response r
                          left join foundation.customer c on c.id = r.customer_id
                          left join foundation.contact k on k.id = r.contact_id
                          left join foundation.app_user u on u.id = r.agent_id
                          left join aftersales.survey_invitation i on i.id = r.invitation_id and i.subject_type = 'TICKET'
                          left join aftersales.ticket t on t.id = i.subject_id
                         where %s and %s and %s
                         order by %s limit :size
                        """.formatted(condition(filter), AnswerScope.of(viewer, "r"), place, order))
                .params(params)
                .query((row, n) -> answer(survey.kind(), row))
                .list();
        return Page.cut(fetched, request, row -> Cursor.of(row.at(), row.id()));
    }

    private boolean isTooFew(Viewer viewer, SurveyDetail survey, AnswerFilter filter) {
        return !AnswerScope.seesAll(viewer)
                || jdbc.sql("select count(*) from aftersales.survey_response r where " + condition(filter))
                                .params(params(survey, filter))
                                .query(Long.class)
                                .single()
                        < SurveyResults.FEW;
    }

    private static String condition(AnswerFilter filter) {
        var text = new StringBuilder(
                "r.survey_id = :survey and r.rating is not null and r.answered_at >= :from and r.answered_at < :to");
        if (filter.rating() != null) {
            text.append(" and r.rating = :rating");
        }
        if (filter.agent() != null) {
            text.append(" and r.agent_id = :agent");
        }
        if (filter.team() != null) {
            text.append(" and r.team_id = :team");
        }
        if (filter.customer() != null) {
            text.append(" and r.customer_id = :customer");
        }
        if (filter.project() != null) {
            text.append(" and r.project_id = :project");
        }
        if (filter.withWords()) {
            text.append(" and r.comment is not null");
        }
        return text.toString();
    }

    private Map<String, Object> params(SurveyDetail survey, AnswerFilter filter) {
        var params = new HashMap<String, Object>();
        params.put("survey", survey.id().value());
        params.put("from", start(filter.from()));
        params.put("to", start(filter.to().plusMonths(1)));
        put(params, "rating", filter.rating());
        put(params, "agent", filter.agent());
        put(params, "team", filter.team());
        put(params, "customer", filter.customer());
        put(params, "project", filter.project());
        return params;
    }

    private static void put(Map<String, Object> params, String name, @Nullable Object value) {
        if (value != null) {
            params.put(name, value);
        }
    }

    private Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(zone()).toInstant());
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    private static AnswerRow answer(SurveyKind kind, ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        return new AnswerRow(
                row.getLong("id"),
                row.getTimestamp("answered_at").toInstant(),
                rating,
                (Boolean) row.getObject("solved"),
                row.getString("comment"),
                row.getString("customer"),
                row.getString("contact"),
                row.getString("ticket"),
                row.getString("agent"),
                kind.isGood(rating),
                kind.isBad(rating));
    }

    private static SurveyRow row(Viewer viewer, ResultSet row) throws SQLException {
        var kind = SurveyKind.valueOf(row.getString("kind"));
        boolean anonymous = row.getBoolean("anonymous");
        long answers = row.getLong("answers");
        boolean hidden = anonymous && (answers < SurveyResults.FEW || !AnswerScope.seesAll(viewer));
        return new SurveyRow(
                new SurveyNumber(row.getInt("number")),
                kind,
                SurveyOccasion.valueOf(row.getString("occasion")),
                SurveyState.valueOf(row.getString("state")),
                requireNonNull(SurveyLinks.text(row, "title")),
                anonymous,
                answers,
                hidden ? null : kind.score(row.getLong("good"), row.getLong("bad"), answers),
                row.getLong("follow_ups"));
    }

    private static SurveyDetail detail(ResultSet row) throws SQLException {
        return new SurveyDetail(
                new SurveyId(row.getLong("id")),
                new SurveyNumber(row.getInt("number")),
                row.getInt("version"),
                SurveyKind.valueOf(row.getString("kind")),
                SurveyOccasion.valueOf(row.getString("occasion")),
                SurveyState.valueOf(row.getString("state")),
                requireNonNull(SurveyLinks.text(row, "title")),
                requireNonNull(SurveyLinks.text(row, "score")),
                SurveyLinks.text(row, "yes_no"),
                SurveyLinks.text(row, "comment"),
                row.getBoolean("anonymous"),
                row.getInt("wait_hours"),
                row.getInt("reminders"),
                row.getInt("reminder_days"),
                row.getInt("answer_days"),
                row.getInt("follow_up_days"));
    }
}

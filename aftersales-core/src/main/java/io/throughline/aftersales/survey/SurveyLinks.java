package io.throughline.aftersales.survey;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.LinkToken;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A survey for whoever holds its link, without signing in. A link nobody was given, one that was revoked and one whose time
 * is over are all {@link NotFound}; nothing but an answer that was sent changes anything.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class SurveyLinks {

    private final SurveyRepository surveys;
    private final InvitationRepository invitations;
    private final SurveyTokens tokens;
    private final SurveyAnswers answers;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Transactional(readOnly = true)
    public SurveySheet sheet(String token) {
        return jdbc.sql("""
                        select s.*, t.number as ticket, t.subject, i.expires_at, i.answered_at, r.rating, r.solved, r.comment as answer
                          from aftersales.survey_link l
                          join aftersales.survey_invitation i on i.id = l.invitation_id
                          join aftersales.survey s on s.id = i.survey_id
                          left join aftersales.ticket t on t.id = i.subject_id and i.subject_type = 'TICKET'
                          left join aftersales.survey_response r on r.invitation_id = i.id
                         where l.token_hash = :hash and i.revoked_at is null and i.expires_at > :now
                           and (s.state = 'OPEN' or s.occasion = 'TICKET_RESOLVED')
                        """)
                .param("hash", LinkToken.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> sheet(row))
                .optional()
                .orElseThrow(SurveyLinks::unknown);
    }

    /** Throws {@link RuleViolation} for a rating off the scale, and for a second answer to an anonymous survey. */
    public void answer(String token, AnswerSurvey answer) {
        var invitation = tokens.invitation(token)
                .flatMap(invitations::findById)
                .filter(found -> found.isOpen(clock.instant()))
                .orElseThrow(SurveyLinks::unknown);
        var survey = surveys.findById(invitation.getSurveyId())
                .filter(Survey::takesAnswers)
                .orElseThrow(SurveyLinks::unknown);
        answers.take(invitation, survey, answer, AnswerChannel.LINK);
    }

    /** Whether the person behind the link wants no more surveys; links whose time is over serve for this too. */
    @Transactional(readOnly = true)
    public boolean isOptedOut(String token) {
        return jdbc.sql("select exists (select 1 from aftersales.survey_opt_out where contact_id = ?)")
                .param(contact(token))
                .query(Boolean.class)
                .single();
    }

    /** Asks the person behind the link no more, by no survey; or again. */
    public void optOut(String token, boolean out) {
        if (out) {
            jdbc.sql("""
                            insert into aftersales.survey_opt_out (contact_id, at) values (?, ?)
                            on conflict (contact_id) do nothing
                            """)
                    .params(contact(token), Timestamp.from(clock.instant()))
                    .update();
        } else {
            jdbc.sql("delete from aftersales.survey_opt_out where contact_id = ?")
                    .param(contact(token))
                    .update();
        }
    }

    private long contact(String token) {
        return jdbc.sql("""
                        select i.contact_id from aftersales.survey_link l
                          join aftersales.survey_invitation i on i.id = l.invitation_id
                         where l.token_hash = ? and i.contact_id is not null
                        """)
                .param(LinkToken.hash(token))
                .query(Long.class)
                .optional()
                .orElseThrow(SurveyLinks::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("survey", "by link");
    }

    private static SurveySheet sheet(ResultSet row) throws SQLException {
        boolean anonymous = row.getBoolean("anonymous");
        return new SurveySheet(
                SurveyKind.valueOf(row.getString("kind")),
                requireNonNull(text(row, "title")),
                requireNonNull(text(row, "score")),
                text(row, "yes_no"),
                text(row, "comment"),
                anonymous,
                row.getString("ticket"),
                row.getString("subject"),
                row.getTimestamp("expires_at").toInstant(),
                given(row),
                row.getTimestamp("answered_at") != null);
    }

    private static @Nullable AnswerSurvey given(ResultSet row) throws SQLException {
        var rating = (Integer) row.getObject("rating");
        return rating == null
                ? null
                : new AnswerSurvey(rating, (Boolean) row.getObject("solved"), row.getString("answer"));
    }

    static @Nullable LocalText text(ResultSet row, String field) throws SQLException {
        return LocalText.of(row.getString(field + "_zh"), row.getString(field + "_en"));
    }
}

package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads ratings of tickets the caller was shown, and the question behind a link. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class RatingQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The ratings of a ticket the viewer was shown, latest resolution first. */
    public List<Rating> ofTicket(Viewer viewer, TicketId ticket) {
        return jdbc.sql("""
                        select i.occasion, r.rating, r.solved, r.comment, r.answered_at
                          from aftersales.survey_invitation i
                          join aftersales.survey_response r on r.invitation_id = i.id
                         where i.subject_type = 'TICKET' and i.subject_id = ? and i.kind = 'TICKET'
                         order by i.occasion desc
                        """)
                .param(ticket.value())
                .query((row, n) -> rating(row))
                .list();
    }

    /** Whether the given resolution of a ticket the viewer was shown can be rated, now or again. */
    public boolean isOpen(Viewer viewer, TicketId ticket, int occasion) {
        return jdbc.sql("""
                        select exists (select 1 from aftersales.survey_invitation
                                        where subject_type = 'TICKET' and subject_id = ? and kind = 'TICKET'
                                          and occasion = ? and revoked_at is null and expires_at > ?)
                        """)
                .params(ticket.value(), occasion, Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** What the holder of the link is asked; throws {@link NotFound} for a wrong, revoked or expired one. */
    @Allow(anyone = true)
    public SurveySheet byLink(String token) {
        return jdbc.sql("""
                        select t.number, t.subject, i.expires_at, i.occasion, r.rating, r.solved, r.comment,
                               r.answered_at
                          from aftersales.survey_invitation i
                          join aftersales.ticket t on t.id = i.subject_id and i.subject_type = 'TICKET'
                          left join aftersales.survey_response r on r.invitation_id = i.id
                         where i.token_hash = ? and i.revoked_at is null and i.expires_at > ?
                        """)
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, n) -> new SurveySheet(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("answered_at") == null ? null : rating(row)))
                .optional()
                .orElseThrow(() -> new NotFound("survey", "by link"));
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getInt("occasion"),
                row.getInt("rating"),
                (Boolean) row.getObject("solved"),
                row.getString("comment"),
                row.getTimestamp("answered_at").toInstant());
    }
}

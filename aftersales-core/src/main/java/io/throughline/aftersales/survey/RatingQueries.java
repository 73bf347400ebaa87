package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketId;
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

/** Reads ratings of tickets the caller was shown. */
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
                         join aftersales.survey s on s.id = i.survey_id and s.occasion = 'TICKET_RESOLVED'
                         where i.subject_type = 'TICKET' and i.subject_id = ?
                         order by i.occasion desc
                        """)
                .param(ticket.value())
                .query((row, n) -> rating(row))
                .list();
    }

    /** Whether the given resolution of a ticket the viewer was shown can be rated, now or again. */
    public boolean isOpen(Viewer viewer, TicketId ticket, int occasion) {
        return jdbc.sql("""
                        select exists (select 1 from aftersales.survey_invitation i
                                         join aftersales.survey s on s.id = i.survey_id and s.occasion = 'TICKET_RESOLVED'
                                        where i.subject_type = 'TICKET' and i.subject_id = ? and i.occasion = ?
                                          and i.revoked_at is null and i.expires_at > ?)
                        """)
                .params(ticket.value(), occasion, Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
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

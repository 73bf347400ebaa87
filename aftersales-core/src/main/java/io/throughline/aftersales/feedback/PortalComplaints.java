package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.SideCourse;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the complainant reads of a complaint and says to its response, in the portal. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.CUSTOMER)
public class PortalComplaints {

    private final ComplaintRepository complaints;
    private final SideCourse side;
    private final PortalTickets tickets;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Of a ticket the viewer was shown by {@link io.throughline.aftersales.ticket.PortalTicketQueries#detail}; empty where it is no complaint. */
    @Transactional(readOnly = true)
    public Optional<PortalComplaint> of(Viewer viewer, TicketId ticket) {
        return jdbc.sql("select * from aftersales.complaint where ticket_id = ?")
                .param(ticket.value())
                .query((row, n) -> complaint(row))
                .optional();
    }

    /** The customer is content with the response; the ticket stays resolved until the remedy is carried out. */
    public void accept(Viewer viewer, String number) {
        var complaint = locked(viewer, number);
        complaint.accept(Actor.of(viewer), clock.instant());
        complaints.saveAndFlush(complaint);
    }

    /** The customer is not: the words go into the conversation, and the matter is looked into again. */
    public void refuse(Viewer viewer, String number, Reason reason) {
        var complaint = locked(viewer, number);
        complaint.refuse(reason.reason().strip(), Actor.of(viewer), clock.instant());
        complaints.saveAndFlush(complaint);
        side.move(viewer, number, TicketStatus.IN_PROGRESS);
        tickets.answer(viewer, number, reason.reason().strip());
    }

    private Complaint locked(Viewer viewer, String number) {
        var ticket = side.stand(viewer, number);
        return complaints.findByTicketId(ticket.id().value()).orElseThrow(() -> new NotFound("complaint", number));
    }

    private static PortalComplaint complaint(ResultSet row) throws SQLException {
        var state = ComplaintState.valueOf(row.getString("state"));
        var communicated = row.getTimestamp("communicated_at");
        boolean told = communicated != null && (state.isAnswered() || state == ComplaintState.ESCALATED);
        var remedy = row.getString("remedy");
        return new PortalComplaint(
                state,
                row.getBoolean("withdrawn"),
                told ? row.getString("response") : null,
                told && remedy != null ? Remedy.valueOf(remedy) : null,
                told ? row.getBigDecimal("amount") : null,
                told ? row.getString("currency") : null,
                communicated == null ? null : communicated.toInstant());
    }

    /**
     * A complaint as the complainant sees it: nothing that was not communicated.
     *
     * @param response null until it is communicated, and while another one is worked out
     */
    public record PortalComplaint(
            ComplaintState state,
            boolean withdrawn,
            @Nullable String response,
            @Nullable Remedy remedy,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Instant communicatedAt) {

        public boolean isToAnswer() {
            return state == ComplaintState.COMMUNICATED;
        }
    }
}

package io.throughline.aftersales.problem;

import io.throughline.aftersales.ticket.SideCourse;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ties diagnosis tickets to a problem and tells it in the history of both. */
@Component
@RequiredArgsConstructor
class ProblemTickets {

    private static final String FIELD = "PROBLEM";

    private final SideCourse side;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    void link(Viewer viewer, ProblemId problem, String number, String ticket) {
        var stand = side.stand(viewer, ticket);
        if (stand.kind() != TicketKind.DIAGNOSIS) {
            throw new RuleViolation("aftersales.problem.onlyDiagnosis", stand.number()).at("ticket");
        }
        var other = jdbc.sql("""
                        select b.number from aftersales.problem_ticket l join aftersales.problem b on b.id = l.problem_id
                         where l.ticket_id = ?
                        """).param(stand.id().value()).query(String.class).optional();
        if (other.isPresent()) {
            if (other.get().equals(number)) {
                return;
            }
            throw new RuleViolation("aftersales.problem.linkedElsewhere", stand.number(), other.get()).at("ticket");
        }
        jdbc.sql("insert into aftersales.problem_ticket (ticket_id, problem_id, at, by_user_id)"
                        + " values (:ticket, :problem, :at, :user)")
                .param("ticket", stand.id().value())
                .param("problem", problem.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("user", viewer.personId())
                .update();
        side.note(viewer, stand.id(), FIELD, number);
        tell(viewer, problem, "aftersales.problem.did.linked", stand.number());
    }

    void unlink(Viewer viewer, ProblemId problem, String number, String ticket) {
        var stand = side.stand(viewer, ticket);
        int gone = jdbc.sql("delete from aftersales.problem_ticket where ticket_id = ? and problem_id = ?")
                .params(stand.id().value(), problem.value())
                .update();
        if (gone > 0) {
            side.noteGone(viewer, stand.id(), FIELD, number);
            tell(viewer, problem, "aftersales.problem.did.unlinked", stand.number());
        }
    }

    void requireNoneOpen(ProblemId problem) {
        long open = jdbc.sql("""
                        select count(*) from aftersales.problem_ticket l join aftersales.ticket t on t.id = l.ticket_id
                         where l.problem_id = ? and t.live
                        """).param(problem.value()).query(Long.class).single();
        if (open > 0) {
            throw new RuleViolation("aftersales.problem.ticketsOpen", open).at("state");
        }
    }

    private void tell(Viewer viewer, ProblemId problem, String verb, String ticket) {
        activities.record(viewer, ProblemSubject.of(problem), verb, Map.of("ticket", ticket));
    }
}

package io.throughline.web.demo;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.problem.ProblemState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three problems of the demo company over the faults that recur most: a known error, one that is being investigated and one
 * that is resolved. What recurs besides stays for the reader to find.
 */
final class ProblemRows {

    private static final List<ProblemState> STATES =
            List.of(ProblemState.KNOWN_ERROR, ProblemState.INVESTIGATING, ProblemState.RESOLVED);

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private final Rows problems;
    private final Rows tickets;

    ProblemRows(Story story, long first) {
        this.story = story;
        this.first = first;
        this.problems = Rows.ofRecords(
                story.jdbc,
                "aftersales.problem",
                "number, title, description, state, cause, project_id, deliverable_id, owner_id, root_cause, workaround,"
                        + " resolution, opened_at, known_error_at, resolved_at");
        this.tickets = Rows.of(story.jdbc, "aftersales.problem_ticket", "ticket_id, problem_id, at, by_user_id");
    }

    /** Faults of one cause on one deliverable. */
    private record Recurring(FaultCause cause, long project, long deliverable, Long[] tickets) {}

    void write() {
        var recurring = story.jdbc.query(
                """
                select d.cause, t.project_id, t.deliverable_id, array_agg(t.id order by t.opened_at, t.id) as tickets
                  from aftersales.diagnosis d join aftersales.ticket t on t.id = d.ticket_id
                 where t.id between ? and ? and d.cause is not null and t.deliverable_id is not null
                 group by d.cause, t.project_id, t.deliverable_id
                 order by count(*) desc, min(t.id) limit 3
                """,
                (row, n) -> new Recurring(
                        FaultCause.valueOf(row.getString("cause")),
                        row.getLong("project_id"),
                        row.getLong("deliverable_id"),
                        (Long[]) row.getArray("tickets").getArray()),
                first,
                first + Story.IDS - 1);
        for (int i = 0; i < recurring.size(); i++) {
            tell(recurring.get(i), STATES.get(i));
        }
        problems.write();
        tickets.write();
    }

    /** What the problem takes from one of its tickets. */
    private record Told(
            String subject,
            String symptoms,
            @Nullable String words,
            @Nullable String remedy,
            String answer,
            Instant opened) {}

    private void tell(Recurring fault, ProblemState state) {
        var told = story.jdbc.queryForObject(
                """
                select t.subject, d.symptoms, d.cause_words, d.remedy, t.opened_at,
                       (select body from aftersales.ticket_message m where m.ticket_id = t.id and m.visibility = 'PUBLIC'
                           and not m.from_customer order by m.at limit 1) as answer
                  from aftersales.ticket t join aftersales.diagnosis d on d.ticket_id = t.id where t.id = ?
                """,
                (row, n) -> new Told(
                        row.getString("subject"),
                        row.getString("symptoms"),
                        row.getString("cause_words"),
                        row.getString("remedy"),
                        row.getString("answer"),
                        row.getTimestamp("opened_at").toInstant()),
                fault.tickets()[0]);
        if (told == null) {
            return;
        }
        boolean known = state != ProblemState.INVESTIGATING;
        boolean resolved = state == ProblemState.RESOLVED;
        var agent = story.person("agent");
        var opened = told.opened();
        long id = story.id();
        problems.record(
                id,
                opened,
                agent.id(),
                number(),
                told.subject(),
                told.symptoms(),
                state,
                fault.cause(),
                fault.project(),
                fault.deliverable(),
                agent.id(),
                known ? told.words() : null,
                known ? told.answer() : null,
                resolved ? (told.remedy() == null ? told.words() : told.remedy()) : null,
                opened,
                known ? story.now : null,
                resolved ? story.now : null);
        for (var ticket : fault.tickets()) {
            tickets.add(ticket, id, story.now, agent.id());
        }
    }

    private String number() {
        int year = story.today.getYear();
        var last = story.jdbc.queryForObject("""
                insert into foundation.number_series (series, year, last) values ('PB', ?, 1)
                on conflict (series, year) do update set last = number_series.last + 1 returning last
                """, Long.class, year);
        return "PB-%d-%06d".formatted(year, last);
    }
}

package io.throughline.web.demo;

import io.throughline.aftersales.diagnosis.DiagnosisState;
import io.throughline.aftersales.diagnosis.DiagnosisStep;
import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The diagnoses of the demo company: of each fault of a delivered project that somebody works on or has mended. The same
 * complaint in other words has the same cause, so that faults recur.
 */
final class DiagnosisRows {

    private static final List<FaultCause> CAUSES = List.of(
            FaultCause.ENVIRONMENT,
            FaultCause.DEFECT,
            FaultCause.CONFIGURATION,
            FaultCause.WEAR,
            FaultCause.DEFECT,
            FaultCause.OPERATION);

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private final Rows diagnoses;
    private final Rows history;
    private final List<Object[]> helped = new ArrayList<>();

    DiagnosisRows(Story story, long first) {
        this.story = story;
        this.first = first;
        this.diagnoses = Rows.ofRecords(
                story.jdbc,
                "aftersales.diagnosis",
                "ticket_id, state, symptoms, cause, cause_words, workaround, fix_by, fix_reference, plan, planned_for,"
                        + " remedy, begun_at, caused_at, workaround_at, planned_at, fixed_at, verified_at, refusals");
        this.history = Rows.of(
                story.jdbc,
                "aftersales.ticket_change",
                "ticket_id, field, from_value, to_value, at, by_user_id, by_name");
    }

    /** What the diagnosis takes from its ticket. */
    private record Told(
            long ticket,
            String status,
            String subject,
            Instant begun,
            @Nullable Instant resolved,
            @Nullable Instant confirmed,
            String symptoms,
            String answer,
            String note,
            String solution) {}

    void write() {
        story.jdbc.update("""
                update aftersales.ticket t
                   set deliverable_id = (select v.id from project.deliverable v
                                          where v.project_id = t.project_id and v.deleted_at is null
                                          order by v.accepted_on is null, v.number limit 1)
                 where t.id between ? and ? and t.kind = 'DIAGNOSIS' and t.project_id is not null
                """, first, first + Story.IDS - 1);
        var told = story.jdbc.query(
                """
                select t.id, t.status, t.subject, t.first_response_at, t.resolved_at,
                       (select max(s.at) from aftersales.ticket_status_change s
                         where s.ticket_id = t.id and s.to_status = 'CLOSED' and s.by_contact_id is not null) as confirmed,
                       m.said[1] as symptoms, m.answers[1] as answer,
                       coalesce((select body from aftersales.ticket_message n
                                  where n.ticket_id = t.id and n.visibility = 'INTERNAL' order by n.at limit 1), '') as note,
                       m.answers[cardinality(m.answers)] as solution
                  from aftersales.ticket t
                  cross join lateral (
                       select array_agg(m.body order by m.at) filter (where m.from_customer) as said,
                              array_agg(m.body order by m.at) filter (where not m.from_customer) as answers
                         from aftersales.ticket_message m where m.ticket_id = t.id and m.visibility = 'PUBLIC') m
                 where t.id between ? and ? and t.kind = 'DIAGNOSIS' and t.project_id is not null
                   and t.first_response_at is not null and m.said is not null and m.answers is not null
                   and t.status in ('IN_PROGRESS', 'WAITING_CUSTOMER', 'ON_HOLD', 'RESOLVED', 'CLOSED')
                 order by t.opened_at, t.id
                """,
                (row, n) -> new Told(
                        row.getLong("id"),
                        row.getString("status"),
                        row.getString("subject"),
                        row.getTimestamp("first_response_at").toInstant(),
                        at(row.getTimestamp("resolved_at")),
                        at(row.getTimestamp("confirmed")),
                        row.getString("symptoms"),
                        row.getString("answer"),
                        row.getString("note"),
                        row.getString("solution")),
                first,
                first + Story.IDS - 1);
        for (int i = 0; i < told.size(); i++) {
            tell(told.get(i), i);
        }
        diagnoses.write();
        history.write();
        story.jdbc.batchUpdate("update aftersales.ticket set workaround_at = ? where id = ?", helped);
    }

    private void tell(Told ticket, int place) {
        boolean fixed = ticket.resolved() != null;
        var end = Objects.requireNonNullElse(ticket.resolved(), story.now);
        var pace = Duration.between(ticket.begun(), end).abs().dividedBy(5);
        boolean named = fixed || place % 3 != 0;
        boolean helps = place % 4 == 1;
        boolean planned = named && place % 5 == 2;
        var state = ticket.confirmed() != null
                ? DiagnosisState.VERIFIED
                : fixed
                        ? DiagnosisState.FIXED
                        : planned
                                ? DiagnosisState.FIX_PLANNED
                                : helps ? DiagnosisState.WORKAROUND_GIVEN : DiagnosisState.DIAGNOSING;
        var helpedAt = ticket.begun().plus(pace);
        var namedAt = ticket.begun().plus(pace.multipliedBy(2));
        var plannedAt = ticket.begun().plus(pace.multipliedBy(3));
        diagnoses.record(
                story.id(),
                ticket.begun(),
                story.person("agent").id(),
                ticket.ticket(),
                state,
                ticket.symptoms(),
                named ? cause(ticket.subject()) : null,
                named ? ticket.note() : null,
                helps ? ticket.answer() : null,
                planned ? FixBy.WORK_ORDER : null,
                planned ? "WO-%d-%06d".formatted(story.today.getYear(), 100 + place) : null,
                planned ? ticket.note() : null,
                planned ? story.today.plusDays(3 + place % 7) : null,
                fixed ? ticket.solution() : null,
                ticket.begun(),
                named ? namedAt : null,
                helps ? helpedAt : null,
                planned ? plannedAt : null,
                ticket.resolved(),
                ticket.confirmed(),
                0);
        step(ticket, DiagnosisStep.SYMPTOMS, ticket.begun());
        if (helps) {
            step(ticket, DiagnosisStep.WORKAROUND, helpedAt);
            helped.add(new Object[] {Timestamp.from(helpedAt), ticket.ticket()});
        }
        if (named) {
            step(ticket, DiagnosisStep.CAUSE, namedAt);
        }
        if (planned) {
            step(ticket, DiagnosisStep.FIX_PLAN, plannedAt);
        }
        if (fixed) {
            step(ticket, DiagnosisStep.FIX, end);
        }
    }

    private void step(Told ticket, DiagnosisStep step, Instant at) {
        var agent = story.person("agent");
        history.add(ticket.ticket(), "DIAGNOSIS_STEP", null, step.name(), at, agent.id(), agent.name());
    }

    /** Of the words without their figures: those tell which machine it was. */
    private static FaultCause cause(String subject) {
        return CAUSES.get(Math.floorMod(subject.replaceAll("[0-9]", "").hashCode(), CAUSES.size()));
    }

    private static @Nullable Instant at(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}

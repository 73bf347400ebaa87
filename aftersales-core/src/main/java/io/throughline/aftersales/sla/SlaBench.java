package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockReading;
import io.throughline.aftersales.sla.clock.ClockSegment;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Clocks;
import io.throughline.aftersales.sla.clock.TicketPast;
import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.sla.clock.TicketPast.Word;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The test bench: which policy would this ticket get, when would it be due, and why. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaBench {

    private final PolicyShelf shelf;
    private final JdbcClient jdbc;

    /**
     * A ticket as it might come in.
     *
     * @param customer number; null or blank for an unknown sender
     * @param opened null for now
     */
    public record Imagined(
            TicketKind kind,
            boolean complaint,
            Priority priority,
            @Nullable String customer,
            Instant opened) {}

    /** @param considered every policy in force in the order of asking; none chosen is "no SLA" */
    public record Verdict(List<PolicyChoice.Considered> considered, List<Promise> promises) {

        public boolean isPromised() {
            return considered.stream().anyMatch(PolicyChoice.Considered::chosen);
        }
    }

    /** @param zone of the calendar it counts with */
    public record Promise(ClockReading reading, ZoneId zone, List<ClockSegment> segments) {}

    /** Throws {@link RuleViolation} at {@code customer} for an unknown number. */
    public Verdict judge(Viewer viewer, Imagined ticket) {
        var traits = traits(ticket);
        var policies = shelf.inForce();
        var past = new TicketPast(
                ticket.opened(),
                false,
                List.of(new Step(ticket.opened(), TicketStatus.NEW, StatusCategory.OPEN, null)),
                List.of(new Word(ticket.opened(), Speaker.CUSTOMER)),
                null,
                null);
        var promises = policies.of(traits)
                .map(policy -> promises(policy.terms(), traits, past))
                .orElse(List.of());
        return new Verdict(policies.considered(traits), promises);
    }

    private List<Promise> promises(SlaTerms terms, TicketTraits ticket, TicketPast past) {
        var calendar = shelf.hours(PolicyShelf.wanted(terms, ticket.calendar(), past.opened())
                        .toList())
                .of(terms, ticket.calendar(), past.opened());
        var clocks = new Clocks(calendar, past);
        return terms.targets().keySet().stream()
                .filter(type -> PromisedClocks.concerns(type, ticket))
                .flatMap(type -> read(clocks, type, terms, ticket).stream())
                .map(reading -> new Promise(reading, calendar.zone(), clocks.explain(reading)))
                .toList();
    }

    private static List<ClockReading> read(Clocks clocks, ClockType type, SlaTerms terms, TicketTraits ticket) {
        var target = terms.target(type, ticket.priority());
        return target == null ? List.of() : clocks.read(type, target);
    }

    private TicketTraits traits(Imagined ticket) {
        var number = ticket.customer();
        if (number == null || number.isBlank()) {
            return new TicketTraits(ticket.kind(), ticket.complaint(), ticket.priority(), null, null, null);
        }
        return jdbc.sql("select id, tier, calendar_id from foundation.customer where number = ?")
                .param(number.strip())
                .query((row, n) -> new TicketTraits(
                        ticket.kind(),
                        ticket.complaint(),
                        ticket.priority(),
                        row.getLong("id"),
                        CustomerTier.valueOf(row.getString("tier")),
                        row.getObject("calendar_id", Long.class)))
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.sla.unknownCustomer").at("customer"));
    }
}

package io.throughline.aftersales.diagnosis;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the customer reads of a diagnosis in the portal. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.CUSTOMER)
public class PortalDiagnoses {

    private final JdbcClient jdbc;

    /**
     * Of a ticket the viewer was shown by {@link io.throughline.aftersales.ticket.PortalTicketQueries#detail}; empty where
     * nobody has begun to diagnose.
     */
    public Optional<PortalDiagnosis> of(Viewer viewer, TicketId ticket) {
        return jdbc.sql("""
                        select d.state, case when d.workaround_at is not null then d.workaround end as workaround, d.planned_for,
                               case when d.fixed_at is not null then d.remedy end as remedy
                          from aftersales.diagnosis d join aftersales.ticket t on t.id = d.ticket_id
                         where d.ticket_id = ? and t.kind = 'DIAGNOSIS'
                        """).param(ticket.value()).query(PortalDiagnosis.class).optional();
    }

    /**
     * A diagnosis as the customer sees it: no cause, no plan, nothing that does not help.
     *
     * @param workaround what helps until it is fixed
     * @param plannedFor when the fix may be expected
     * @param remedy what ended it
     */
    public record PortalDiagnosis(
            DiagnosisState state,
            @Nullable String workaround,
            @Nullable LocalDate plannedFor,
            @Nullable String remedy) {}
}

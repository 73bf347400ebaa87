package io.throughline.aftersales.diagnosis;

import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketChanged;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatusChanged;
import io.throughline.foundation.model.RuleViolation;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a diagnosis in step with its ticket, in the ticket's transaction; what it forbids fails there. */
@Component
@RequiredArgsConstructor
class DiagnosisTriggers {

    private final DiagnosisRepository diagnoses;

    @EventListener
    void on(TicketChanged event) {
        switch (event.field()) {
            case "WORKAROUND" ->
                with(event.id(), diagnosis -> {
                    if (Boolean.parseBoolean(event.to())) {
                        diagnosis.helps(event.at());
                    } else {
                        diagnosis.helpsNoLonger();
                    }
                });
            case "KIND" ->
                find(event.id()).ifPresent(begun -> {
                    throw new RuleViolation("aftersales.diagnosis.staysDiagnosis").at("kind");
                });
            default -> {}
        }
    }

    @EventListener
    void on(TicketStatusChanged event) {
        if (event.from() != null) {
            with(event.id(), diagnosis -> follow(diagnosis, event));
        }
    }

    private static void follow(Diagnosis diagnosis, TicketStatusChanged event) {
        if (event.toCategory() == StatusCategory.RESOLVED || event.to().equals(TicketStatus.CLOSED)) {
            if (diagnosis.isOpen()) {
                throw new RuleViolation("aftersales.diagnosis.fixFirst");
            }
            if (event.byContactId() != null
                    && event.toCategory() == StatusCategory.CLOSED
                    && diagnosis.getState() == DiagnosisState.FIXED) {
                diagnosis.verify(event.at());
            }
        } else if (event.fromCategory() == StatusCategory.RESOLVED
                && event.toCategory().isLive()) {
            if (event.byContactId() != null && diagnosis.getState() == DiagnosisState.FIXED) {
                diagnosis.refuse(null);
            } else {
                diagnosis.again();
            }
        }
    }

    private void with(TicketId ticket, Consumer<Diagnosis> deed) {
        find(ticket).ifPresent(diagnosis -> {
            deed.accept(diagnosis);
            diagnoses.saveAndFlush(diagnosis);
        });
    }

    private Optional<Diagnosis> find(TicketId ticket) {
        return diagnoses.findByTicketId(ticket.value());
    }
}

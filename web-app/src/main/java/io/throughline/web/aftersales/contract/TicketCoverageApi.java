package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.Coverage;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether a ticket is covered, and why, for programs. */
@RestController
@RequiredArgsConstructor
class TicketCoverageApi {

    private final TicketDetailQueries tickets;
    private final TicketCoverage coverage;

    @GetMapping("/api/v1/tickets/{number}/coverage")
    Covered show(Viewer viewer, @PathVariable String number) {
        return Covered.of(coverage.of(viewer, tickets.detail(viewer, number)));
    }

    /**
     * @param reason null while nobody knows whose the ticket is
     * @param contract number of the contract that decided
     * @param day the last of what covers, or the one on which it ended or begins
     */
    record Covered(
            boolean covered,
            Coverage.@Nullable Reason reason,
            @Nullable String contract,
            @Nullable LocalDate day) {

        static Covered of(@Nullable Coverage coverage) {
            return coverage == null
                    ? new Covered(false, null, null, null)
                    : new Covered(coverage.isCovered(), coverage.reason(), coverage.number(), coverage.day());
        }
    }
}

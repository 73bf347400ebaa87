package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.ContractQueries;
import io.throughline.aftersales.contract.Coverage;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks contracts and products what covers a ticket. */
@Component
@RequiredArgsConstructor
class TicketCoverage {

    private final InstalledProductQueries products;
    private final ContractQueries contracts;

    /** Null while nobody knows whose the ticket is. */
    @Nullable
    Coverage of(Viewer viewer, TicketDetail ticket) {
        var customer = ticket.customerId();
        var product = ticket.installedProductId();
        return customer == null
                ? null
                : contracts.coverage(
                        viewer,
                        customer,
                        product,
                        product == null
                                ? null
                                : products.ofTicket(viewer, product).warranty(),
                        ticket.openedAt());
    }
}

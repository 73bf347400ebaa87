package io.throughline.aftersales.ticket;

import io.throughline.aftersales.installed.ProductOrigins;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ties tickets to the installed products they are about, and by these to the deliverable and the project behind them. */
@Component
@RequiredArgsConstructor
class TicketProducts {

    private final ProductOrigins origins;

    /** Throws {@link RuleViolation} at {@code product} for one that the viewer does not see. */
    void requireSeen(Viewer viewer, @Nullable Long product) {
        if (product != null && origins.of(viewer, product).isEmpty()) {
            throw unknown();
        }
    }

    /** The product of the code, as the viewer sees it, of the ticket's customer. */
    ProductOrigins.Origin require(Viewer viewer, String code, @Nullable Long customer) {
        var product = origins.of(viewer, code).orElseThrow(TicketProducts::unknown);
        requireOf(customer, product);
        return product;
    }

    /** What is not said of the concern, its product tells. */
    OpenTicket.Concern whole(OpenTicket.Concern concern, @Nullable Long customer) {
        var id = concern.installedProductId();
        if (id == null) {
            return concern;
        }
        var product = origins.of(id).orElseThrow(TicketProducts::unknown);
        requireOf(customer, product);
        var project = concern.projectId() == null ? product.projectId() : concern.projectId();
        var deliverable = concern.deliverableId() == null && Objects.equals(project, product.projectId())
                ? product.deliverableId()
                : concern.deliverableId();
        return new OpenTicket.Concern(project, deliverable, id);
    }

    /** The customer of a ticket that names none, by its product. */
    @Nullable
    Long customerOf(@Nullable Long customer, @Nullable Long product) {
        return customer != null || product == null
                ? customer
                : origins.of(product).map(ProductOrigins.Origin::customerId).orElse(null);
    }

    /**
     * What an edited ticket is about. With another project the deliverable of the former one is left behind; another
     * product brings its own where the project does not say otherwise.
     */
    OpenTicket.Concern after(Viewer viewer, Ticket ticket, EditTicket edit, @Nullable Long customer) {
        boolean otherProduct = !Objects.equals(edit.installedProductId(), ticket.getInstalledProductId());
        boolean otherProject = !Objects.equals(edit.projectId(), ticket.getProjectId());
        boolean sameDeliverable = Objects.equals(edit.deliverableId(), ticket.getDeliverableId());
        var deliverable = sameDeliverable && (otherProject || otherProduct) ? null : edit.deliverableId();
        var wanted = new OpenTicket.Concern(edit.projectId(), deliverable, edit.installedProductId());
        if (otherProduct) {
            requireSeen(viewer, edit.installedProductId());
        }
        return otherProduct || !Objects.equals(customer, ticket.getCustomerId()) ? whole(wanted, customer) : wanted;
    }

    private static void requireOf(@Nullable Long customer, ProductOrigins.Origin product) {
        if (customer != null && customer != product.customerId()) {
            throw new RuleViolation("aftersales.ticket.productOfAnother").at("product");
        }
    }

    private static RuleViolation unknown() {
        return new RuleViolation("aftersales.ticket.unknownProduct").at("product");
    }
}

package io.throughline.aftersales.installed;

import io.throughline.foundation.customer.CustomerScope;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Which installed products a viewer may see, as a condition on {@code aftersales.installed_product ip}: managers and agents
 * all; account executives, technicians and project managers those of the customers they see; a manager contact those of
 * the own company. All others see none.
 */
@Component
@RequiredArgsConstructor
public class ProductScope {

    private static final Role[] SEE_ALL = {Role.MANAGER, Role.SUPPORT_AGENT};
    private static final Role[] SEE_THEIRS = {Role.ACCOUNT_EXECUTIVE, Role.TECHNICIAN, Role.PROJECT_MANAGER};

    private final CustomerScope customers;

    /** Takes no parameters, and holds no input but ids of the viewer, which are numbers. */
    public String of(Viewer viewer) {
        if (viewer.isSystem() || viewer.hasAny(SEE_ALL)) {
            return "true";
        }
        if (viewer.isCustomer()) {
            return viewer.customerManager() ? "ip.customer_id = " + viewer.requireCustomerId() : "false";
        }
        return viewer.hasAny(SEE_THEIRS)
                ? "ip.customer_id in (select c.id from foundation.customer c where %s)".formatted(customers.of(viewer))
                : "false";
    }

    /** Whether only some customers' products are seen, and which these are is to be looked up. */
    static boolean looksUp(Viewer viewer) {
        return !viewer.isSystem() && !viewer.hasAny(SEE_ALL) && viewer.hasAny(SEE_THEIRS);
    }
}

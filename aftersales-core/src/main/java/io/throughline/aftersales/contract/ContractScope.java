package io.throughline.aftersales.contract;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;

/**
 * Which contracts a viewer may see, as a condition on {@code aftersales.service_contract k}: managers, agents and sales all,
 * account executives those of their customers, others none.
 */
final class ContractScope {

    private ContractScope() {}

    /** Holds no input but the viewer's id, a number. */
    static String of(Viewer viewer) {
        if (viewer.isSystem() || viewer.hasAny(Role.MANAGER, Role.SUPPORT_AGENT, Role.SALES)) {
            return "true";
        }
        return viewer.has(Role.ACCOUNT_EXECUTIVE)
                ? "k.customer_id in (select c.id from foundation.customer c where c.account_executive_id = %d)"
                        .formatted(viewer.id().value())
                : "false";
    }
}

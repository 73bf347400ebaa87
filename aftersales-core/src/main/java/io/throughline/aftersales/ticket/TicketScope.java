package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * What a viewer may see of the tickets, as a condition on {@code aftersales.ticket t}.
 *
 * <p>Agents: tickets of their teams and of no team. Managers: all. Project managers: tickets traced to the projects they lead.
 * Account executives: their customers' tickets. All staff: what is assigned to
 * them, was opened by them or asks for their help. A contact:
 * the own tickets; a manager contact: those of the whole customer.
 *
 * @param sql the condition, in brackets where it needs them
 * @param params its named parameters
 */
public record TicketScope(String sql, Map<String, Object> params) {

    private static final TicketScope WHOLE = new TicketScope("true", Map.of());

    /** Whether it leaves nothing out. */
    public boolean isWhole() {
        return equals(WHOLE);
    }

    public static TicketScope of(Viewer viewer) {
        if (viewer.isSystem() || viewer.has(Role.MANAGER)) {
            return WHOLE;
        }
        return viewer.isCustomer() ? ofCustomer(viewer) : ofStaff(viewer);
    }

    private static TicketScope ofCustomer(Viewer viewer) {
        var params = new HashMap<String, Object>();
        params.put("scopeCustomer", viewer.requireCustomerId());
        if (viewer.customerManager()) {
            return new TicketScope("t.customer_id = :scopeCustomer", params);
        }
        params.put("scopeContact", viewer.contactId() == null ? 0L : viewer.contactId());
        return new TicketScope("(t.requester_id = :scopeContact and t.customer_id = :scopeCustomer)", params);
    }

    private static TicketScope ofStaff(Viewer viewer) {
        var any = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        params.put("scopeUser", viewer.id().value());
        any.add("t.assignee_id = :scopeUser");
        any.add("t.created_by = :scopeUser");
        any.add("t.id in (select h.ticket_id from aftersales.ticket_helper h where h.user_id = :scopeUser)");
        if (viewer.has(Role.SUPPORT_AGENT)) {
            any.add("t.team_id is null");
            if (!viewer.teamIds().isEmpty()) {
                any.add("t.team_id in (:scopeTeams)");
                params.put("scopeTeams", viewer.teamIds());
            }
        }
        if (viewer.has(Role.PROJECT_MANAGER)) {
            any.add("t.project_id in (select p.id from project.project p where " + ProjectScope.led(viewer) + ")");
        }
        if (viewer.has(Role.ACCOUNT_EXECUTIVE)) {
            any.add("t.customer_id in (select c.id from foundation.customer c"
                    + " where c.account_executive_id = :scopeUser)");
        }
        return new TicketScope("(" + String.join(" or ", any) + ")", params);
    }
}

package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * Which projects a viewer may see, written once as SQL over the alias {@code p} of {@code project.project}.
 *
 * <p>Managers see all. Project managers and resource coordinators see what is internal, and what they lead or are
 * members of; everybody else of the staff sees where they are members. Account executives see their customers' internal
 * projects too, but only up to the milestones. A customer sees nothing here: the portal asks by customer. The texts hold
 * no input but the viewer's id, a number.
 */
public final class ProjectScope {

    private ProjectScope() {}

    /** A predicate true for every project whose head and milestones the viewer may see. */
    public static String seen(Viewer viewer) {
        var parts = parts(viewer);
        if (viewer.has(Role.ACCOUNT_EXECUTIVE)) {
            parts.add("""
                    p.visibility = 'INTERNAL' and exists (select 1 from foundation.customer ae
                        where ae.id = p.customer_id and ae.account_executive_id = %d)""".formatted(viewer.id().value()));
        }
        return or(viewer, parts);
    }

    /** A predicate true for every project whose plan the viewer may read. */
    public static String plan(Viewer viewer) {
        return or(viewer, parts(viewer));
    }

    /** A predicate true for every project the viewer leads. */
    public static String led(Viewer viewer) {
        var parts = new ArrayList<String>();
        if (viewer.has(Role.PROJECT_MANAGER)) {
            parts.add("p.manager_id = " + viewer.id().value());
            parts.add(member(viewer) + " and m.role = 'DEPUTY')");
        }
        return or(viewer, parts);
    }

    /** A predicate true for every project the viewer leads or works in. */
    public static String worked(Viewer viewer) {
        var parts = new ArrayList<String>();
        parts.add("p.manager_id = " + viewer.id().value());
        parts.add(member(viewer) + " and m.role <> 'OBSERVER')");
        return or(viewer, parts);
    }

    /** A predicate true for the projects of the portal viewer's own company, for a manager contact only. */
    public static String portal(Viewer viewer) {
        return viewer.customerManager() && viewer.customerId() != null
                ? "(p.customer_id = " + viewer.requireCustomerId() + " and p.status <> 'CANCELLED')"
                : "false";
    }

    private static List<String> parts(Viewer viewer) {
        var parts = new ArrayList<String>();
        if (viewer.isStaff()) {
            if (viewer.hasAny(Role.PROJECT_MANAGER, Role.RESOURCE_COORDINATOR)) {
                parts.add("p.visibility = 'INTERNAL'");
            }
            parts.add("p.manager_id = " + viewer.id().value());
            parts.add(member(viewer) + ")");
        }
        return parts;
    }

    private static String member(Viewer viewer) {
        return "exists (select 1 from project.project_member m where m.project_id = p.id and m.user_id = "
                + viewer.id().value();
    }

    private static String or(Viewer viewer, List<String> parts) {
        if (viewer.isSystem() || viewer.has(Role.MANAGER)) {
            return "true";
        }
        return parts.isEmpty() ? "false" : "(" + String.join(" or ", parts) + ")";
    }
}

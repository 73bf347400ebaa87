package io.throughline.aftersales.problem;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;

/**
 * What a viewer may see of the problems, as a condition on {@code aftersales.problem b}. The service side sees all of them:
 * what is known of a fault is for whoever meets it. Project managers see those traced to the projects they lead, directly
 * or by a ticket. The tickets behind a problem stay in their own scope.
 */
final class ProblemScope {

    private ProblemScope() {}

    static String of(Viewer viewer) {
        if (viewer.isSystem() || viewer.hasAny(Role.MANAGER, Role.SUPPORT_AGENT, Role.TECHNICIAN)) {
            return "true";
        }
        if (!viewer.has(Role.PROJECT_MANAGER)) {
            return "false";
        }
        return """
                exists (select 1 from project.project p
                         where (p.id = b.project_id
                                or p.id in (select t.project_id from aftersales.problem_ticket l
                                              join aftersales.ticket t on t.id = l.ticket_id where l.problem_id = b.id))
                           and %s)
                """.formatted(ProjectScope.led(viewer));
    }
}

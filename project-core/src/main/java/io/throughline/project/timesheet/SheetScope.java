package io.throughline.project.timesheet;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;

/**
 * Whose hours a viewer may see, written once as SQL: the own; coordinators and managers all; a project manager those of
 * the projects led. The texts hold no input but the viewer's id, a number.
 */
final class SheetScope {

    private SheetScope() {}

    /** A predicate over the alias {@code s} of a sheet: the own, or one with hours in it the viewer may see. */
    static String seen(Viewer viewer) {
        if (isWhole(viewer)) {
            return "true";
        }
        return """
                (s.user_id = %d or s.status <> 'DRAFT' and exists (
                    select 1 from project.time_entry e join project.project p on p.id = e.project_id
                     where e.timesheet_id = s.id and %s))
                """.formatted(viewer.id().value(), ProjectScope.led(viewer));
    }

    /** A predicate over {@code e} of an entry and {@code p} of its project, which may be null. */
    static String entry(Viewer viewer) {
        if (isWhole(viewer)) {
            return "true";
        }
        return "(e.user_id = %d or p.id is not null and %s)"
                .formatted(viewer.id().value(), ProjectScope.led(viewer));
    }

    static boolean isWhole(Viewer viewer) {
        return viewer.isSystem() || viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER);
    }
}

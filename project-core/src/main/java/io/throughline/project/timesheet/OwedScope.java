package io.throughline.project.timesheet;

import io.throughline.foundation.people.Viewer;

/** What measures say of a person's week {@code w} and person {@code u}, and whose weeks a viewer sees in them. */
final class OwedScope {

    /** A person has one week on any day, so the person's id tells the rows of a day apart. */
    static final String COLUMNS = """
            u.id, 'USER' as type, to_char(w.week, 'IYYY"-W"IW') as number, u.name as title,
            '/timesheets/' || u.login || '/' || to_char(w.week, 'IYYY"-W"IW') as path\
            """;

    private OwedScope() {}

    /** The own; coordinators and managers all; a project manager those with hours in the projects led. */
    static String seen(Viewer viewer) {
        return SheetScope.isWhole(viewer)
                ? "true"
                : "(w.user_id = " + viewer.id().value() + " or s.id is not null and " + SheetScope.seen(viewer) + ")";
    }
}

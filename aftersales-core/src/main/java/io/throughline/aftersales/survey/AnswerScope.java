package io.throughline.aftersales.survey;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;

/** Whose answers a viewer sees: managers all, account executives those of their customers, agents those on their own work. */
final class AnswerScope {

    private AnswerScope() {}

    /**
     * A condition on a row with {@code agent_id} and {@code customer_id}; holds no input but the viewer's id, a number.
     *
     * @param row alias of the row
     */
    static String of(Viewer viewer, String row) {
        if (seesAll(viewer)) {
            return "true";
        }
        return "(%1$s.agent_id = %2$d or %1$s.customer_id in (select own.id from foundation.customer own where own.account_executive_id = %2$d))"
                .formatted(row, viewer.id().value());
    }

    static boolean seesAll(Viewer viewer) {
        return viewer.isSystem() || viewer.has(Role.MANAGER);
    }
}

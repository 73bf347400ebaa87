package io.throughline.web.project.schedule;

import io.throughline.project.schedule.PlanWindow;
import io.throughline.project.schedule.network.Conflict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot all be kept, as the plan's page says it.
 *
 * @param predecessor name of the task whose link is not kept
 * @param days by how much, of eight hours
 */
record ConflictLine(
        Conflict.Kind kind, long no, String name, @Nullable String predecessor, double days) {

    static List<ConflictLine> of(PlanWindow plan) {
        return plan.conflicts().stream().map(one -> line(one, plan.names())).toList();
    }

    private static ConflictLine line(Conflict one, Map<Long, String> names) {
        var link = one.link();
        return new ConflictLine(
                one.kind(),
                one.task(),
                names.getOrDefault(one.task(), ""),
                link == null ? null : names.getOrDefault(link.predecessor(), ""),
                one.minutes() / 480.0);
    }

    /** Message key of its sentence. */
    public String sentence() {
        return "project.schedule.conflict." + kind;
    }
}

package io.throughline.project.schedule;

import io.throughline.project.schedule.Gantt.Arrow;
import io.throughline.project.schedule.PlanStretches.Stretch;
import io.throughline.project.schedule.network.Conflict;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Link;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links between the lines that show, as arrows from one bar to the other. */
final class GanttArrows {

    private final Stretch stretch;
    private final DayAxis axis;
    private final Set<Set<Long>> broken;

    GanttArrows(Stretch stretch, DayAxis axis) {
        this.stretch = stretch;
        this.axis = axis;
        this.broken = stretch.window().conflicts().stream()
                .map(Conflict::link)
                .filter(Objects::nonNull)
                .map(link -> Set.of(link.predecessor(), link.successor()))
                .collect(Collectors.toSet());
    }

    private record Ends(int successor, PredecessorView by) {}

    List<Arrow> all() {
        var here = stretch.window().rows().stream().map(TaskRow::number).collect(Collectors.toSet());
        var into = stretch.window().rows().stream()
                .flatMap(row -> row.predecessors().stream().map(by -> new Ends(row.number(), by)));
        return Stream.concat(into, leaving(here))
                .map(this::arrow)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** To tasks beyond the stretch; the plan as it was computed knows them. */
    private Stream<Ends> leaving(Set<Integer> here) {
        return stretch.computed().stream()
                .flatMap(plan -> plan.schedule().network().links().stream())
                .filter(link -> here.contains((int) link.predecessor()) && !here.contains((int) link.successor()))
                .map(link -> new Ends(
                        (int) link.successor(),
                        new PredecessorView(
                                (int) link.predecessor(),
                                "",
                                link.type(),
                                link.lag().amount(),
                                LagUnit.valueOf(link.lag().unit().name()))));
    }

    private @Nullable Arrow arrow(Ends link) {
        int from = stretch.placeOf(link.by().number());
        int to = stretch.placeOf(link.successor());
        if (from < 0 || to < 0) {
            return null;
        }
        var before = stretch.lineAt(from);
        var after = stretch.lineAt(to);
        var leaves = isFromFinish(link.by().type()) ? before.finish() : before.start();
        var enters = isToStart(link.by().type()) ? after.start() : after.finish();
        if (leaves == null || enters == null) {
            return null;
        }
        return new Arrow(
                before.number(),
                after.number(),
                link.by().type(),
                from,
                to,
                axis.at(leaves),
                axis.at(enters),
                broken.contains(Set.of((long) before.number(), (long) after.number())),
                isCritical(before.number(), after.number()));
    }

    private static boolean isFromFinish(DependencyType type) {
        return type == DependencyType.FINISH_TO_START || type == DependencyType.FINISH_TO_FINISH;
    }

    private static boolean isToStart(DependencyType type) {
        return type == DependencyType.FINISH_TO_START || type == DependencyType.START_TO_START;
    }

    private boolean isCritical(int predecessor, int successor) {
        return stretch.computed()
                .filter(plan -> plan.has(predecessor) && plan.has(successor))
                .map(Schedules.Computed::schedule)
                .filter(plan -> plan.isCritical(predecessor) && plan.isCritical(successor))
                .map(plan -> Stream.concat(
                                plan.startDrivers(successor).stream(), plan.finishDrivers(successor).stream())
                        .map(Driver::link)
                        .filter(Objects::nonNull)
                        .map(Link::predecessor)
                        .anyMatch(driver -> driver == predecessor))
                .orElse(false);
    }
}

package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.Schedule;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is needed more than there is, found per working interval (rule 15): each assignment is a rise at every opening of
 * its hours between its start and its end and a fall at every closing; the sum of rises and falls in order of time is the
 * load. Knows nothing of how schedules are leveled, and so judges them.
 */
public final class Overloads {

    private record Edge(long time, int units, @Nullable Long task) {}

    private final Schedule schedule;
    private final Map<Long, List<Edge>> edges = new HashMap<>();

    private Overloads(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Of the plan's resources under these dates, in order of resource and time; the schedule is of the plan's tasks. */
    public static List<Overload> of(Schedule schedule, LevelingPlan plan) {
        var loads = new Overloads(schedule);
        plan.assignments().forEach(loads::add);
        for (var booking : plan.bookings()) {
            loads.add(booking.resource(), Lanes.from(booking), Lanes.to(booking), booking.units(), null);
        }
        var found = new ArrayList<Overload>();
        plan.resources().forEach(capacity -> loads.sweep(capacity, found));
        return found;
    }

    private void add(Assignment one) {
        if (schedule.network().isInactive(one.task())) {
            return;
        }
        var dates = schedule.of(one.task());
        var hours = one.hours() == null ? schedule.network().hoursOf(one.task()) : one.hours();
        long from = dates.start().toEpochSecond(ZoneOffset.UTC);
        long to = dates.finish().toEpochSecond(ZoneOffset.UTC);
        if (one.hours() != null && !schedule.network().hasBegun(one.task())) {
            to = Math.min(to, one.minutes() == 0 ? from : hours.add(from, one.minutes() * 60));
        }
        long open = hours.add(from, 0);
        while (open != LocalHours.NEVER && open < to) {
            long close = hours.openUntil(open, to);
            add(one.resource(), open, close, one.units(), one.task());
            open = hours.add(close, 0);
        }
    }

    private void add(long resource, long from, long to, int units, @Nullable Long task) {
        if (from < to && units > 0) {
            var list = edges.computeIfAbsent(resource, key -> new ArrayList<>());
            list.add(new Edge(from, units, task));
            list.add(new Edge(to, -units, task));
        }
    }

    private void sweep(Capacity capacity, List<Overload> found) {
        var list = edges.getOrDefault(capacity.resource(), List.of()).stream()
                .sorted((a, b) -> Long.compare(a.time, b.time))
                .toList();
        Set<Long> present = new HashSet<>();
        Set<Long> tasks = new LinkedHashSet<>();
        long load = 0;
        long most = 0;
        long since = Long.MIN_VALUE;
        for (int k = 0; k < list.size(); ) {
            long time = list.get(k).time;
            for (; k < list.size() && list.get(k).time == time; k++) {
                var edge = list.get(k);
                load += edge.units;
                if (edge.task != null && edge.units > 0) {
                    present.add(edge.task);
                } else if (edge.task != null) {
                    present.remove(edge.task);
                }
            }
            if (load > capacity.units()) {
                since = since == Long.MIN_VALUE ? time : since;
                most = Math.max(most, load);
                tasks.addAll(present);
            } else if (since != Long.MIN_VALUE) {
                found.add(new Overload(
                        capacity.resource(),
                        local(since),
                        local(time),
                        (int) most,
                        capacity.units(),
                        tasks.stream().sorted().toList()));
                since = Long.MIN_VALUE;
                most = 0;
                tasks.clear();
            }
        }
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}

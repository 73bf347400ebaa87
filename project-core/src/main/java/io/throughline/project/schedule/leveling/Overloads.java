package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.Schedule;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is needed more than there is, found per working interval (rule 15): each assignment is a rise at every opening of
 * its hours between its start and its end and a fall at every closing; the sum of rises and falls in order of time is the
 * load. Knows nothing of how schedules are leveled, and so judges them.
 */
public final class Overloads {

    private final Schedule schedule;
    private final Map<Long, LoadSweep> sweeps = new HashMap<>();

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
        sweeps.computeIfAbsent(resource, key -> new LoadSweep()).add(from, to, units, task);
    }

    private void sweep(Capacity capacity, List<Overload> found) {
        var sweep = sweeps.get(capacity.resource());
        if (sweep != null) {
            sweep.over(capacity.units())
                    .forEach(peak -> found.add(new Overload(
                            capacity.resource(),
                            local(peak.from()),
                            local(peak.to()),
                            peak.units(),
                            capacity.units(),
                            peak.ids())));
        }
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}

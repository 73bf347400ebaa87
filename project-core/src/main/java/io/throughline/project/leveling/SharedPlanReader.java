package io.throughline.project.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Staffing;
import io.throughline.project.resource.StaffingQueries;
import io.throughline.project.schedule.PlanModels;
import io.throughline.project.schedule.leveling.LevelingPlan.Booking;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans and the people they share, all as of one moment. */
@Component
@RequiredArgsConstructor
class SharedPlanReader {

    private final PlanModels models;
    private final StaffingQueries staffing;
    private final JdbcClient jdbc;

    /** @param keys of projects whose plans the viewer may read; the first is the one that was asked of */
    @Transactional(readOnly = true)
    public SharedPlans read(Viewer viewer, List<String> keys, boolean withinSlack) {
        var plans = keys.stream().map(key -> models.of(viewer, key)).toList();
        var people = staffing.of(
                viewer, plans.stream().map(plan -> plan.project().id()).toList());
        var zones = zones(people.elsewhere().stream()
                .map(Staffing.Elsewhere::project)
                .distinct()
                .toList());
        var zone = plans.get(0).project().zone();
        var whole = new ArrayList<Booking>();
        var worked = new ArrayList<Booking>();
        for (var one : people.elsewhere()) {
            var from = zones.getOrDefault(one.project(), zone);
            var stretches = stretches(one, from, zone);
            worked.addAll(stretches);
            if (one.hours() == plans.get(0).network().frame().hours()) {
                whole.add(new Booking(
                        one.resource(), one.units(), local(one.from(), from, zone), local(one.to(), from, zone)));
            } else {
                whole.addAll(stretches);
            }
        }
        return new SharedPlans(plans, people, whole, worked, withinSlack);
    }

    /** While it works there, without nights and other closed hours. */
    private static List<Booking> stretches(Staffing.Elsewhere one, ZoneId from, ZoneId zone) {
        var stretches = new ArrayList<Booking>();
        long end = one.to().toEpochSecond(ZoneOffset.UTC);
        long open = one.hours().add(one.from().toEpochSecond(ZoneOffset.UTC), 0);
        while (open != LocalHours.NEVER && open < end) {
            long close = one.hours().openUntil(open, end);
            stretches.add(new Booking(
                    one.resource(),
                    one.units(),
                    local(LocalDateTime.ofEpochSecond(open, 0, ZoneOffset.UTC), from, zone),
                    local(LocalDateTime.ofEpochSecond(close, 0, ZoneOffset.UTC), from, zone)));
            open = one.hours().add(close, 0);
        }
        return stretches;
    }

    private static LocalDateTime local(LocalDateTime time, ZoneId from, ZoneId to) {
        return from.equals(to)
                ? time
                : time.atZone(from).withZoneSameInstant(to).toLocalDateTime();
    }

    private Map<Long, ZoneId> zones(Collection<Long> projects) {
        var zones = new HashMap<Long, ZoneId>();
        jdbc.sql("select id, zone from project.project where id = any (?)")
                .param(projects.toArray(Long[]::new))
                .query(row -> {
                    zones.put(row.getLong("id"), ZoneId.of(row.getString("zone")));
                });
        return zones;
    }
}

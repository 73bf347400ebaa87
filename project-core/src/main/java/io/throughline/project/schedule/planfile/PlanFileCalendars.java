package io.throughline.project.schedule.planfile;

import io.throughline.foundation.calendar.CalendarDefinition;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that a plan file's project, tasks and resources count with, each with what it takes from its base, ready
 * to be stored. Calendars that say nothing of their own are their base; those that are never open are left out.
 */
public final class PlanFileCalendars {

    private final PlanFileHours hours;
    private final Set<String> named = new LinkedHashSet<>();

    public PlanFileCalendars(PlanFile plan) {
        hours = new PlanFileHours(plan.calendars());
        var own = Stream.ofNullable(plan.calendarName());
        var ofTasks = plan.tasks().stream().flatMap(task -> Stream.ofNullable(task.calendarName()));
        var ofResources = plan.resources().stream().flatMap(one -> Stream.ofNullable(one.calendarName()));
        Stream.of(own, ofTasks, ofResources).flatMap(names -> names).forEach(named::add);
    }

    /** By the name under which {@link #nameOf} gives them. */
    public Map<String, CalendarDefinition> definitions(ZoneId zone) {
        var found = new LinkedHashMap<String, CalendarDefinition>();
        for (var name : named) {
            hours.named(name).ifPresent(one -> {
                var shown = PlanText.line(one.name(), 80);
                found.computeIfAbsent(
                        one.name(),
                        key -> new CalendarDefinition(
                                shown == null ? "-" : shown,
                                shown == null ? "-" : shown,
                                zone,
                                one.hours().week(),
                                one.hours().days()));
            });
        }
        return found;
    }

    /** All names by which the file's project, tasks and resources name a calendar. */
    public Set<String> names() {
        return Set.copyOf(named);
    }

    /** The calendar that counts for who names this one; null for none, then the project's counts. */
    public @Nullable String nameOf(@Nullable String name) {
        return hours.named(name).map(PlanFileHours.Named::name).orElse(null);
    }

    /** Calendars that somebody counts with and that are never open. */
    public List<String> closed() {
        return named.stream().filter(hours::isClosed).toList();
    }
}

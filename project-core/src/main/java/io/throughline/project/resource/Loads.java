package io.throughline.project.resource;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.LoadSheet.Booking;
import io.throughline.project.resource.LoadSheet.Presence;
import io.throughline.project.resource.LoadSheet.Stretch;
import io.throughline.project.resource.ResourceLoad.Booked;
import io.throughline.project.resource.ResourceLoad.Clash;
import io.throughline.project.resource.ResourceLoad.Period;
import io.throughline.project.resource.WorkLines.Line;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much people and machines have to do over all projects, against what they can; a handful of statements, however many
 * there are. Projects the viewer may not see count, without their names.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class Loads {

    private final StoredCrews crews;
    private final WorkLines work;

    /** In the order of the resources; each once, those that give no time left out. */
    public List<ResourceLoad> of(Viewer viewer, Collection<ResourceRow> resources, LoadWindow window) {
        var working = resources.stream().filter(row -> row.kind().works()).toList();
        if (working.isEmpty()) {
            return List.of();
        }
        var ids = working.stream().map(ResourceRow::id).collect(Collectors.toSet());
        var leave = crews.leave(ids);
        var lines = work.of(viewer, ids, window);
        var line = work.line(window);
        return working.stream()
                .map(row -> load(
                        row, lines.getOrDefault(row.id(), List.of()), leave.getOrDefault(row.id(), List.of()), line))
                .toList();
    }

    /** Without anything to do. */
    static LoadSheet blank(ResourceRow row, List<Leave> leave, Line line) {
        var own = line.hours().capacity(row.calendarId(), leave);
        var gate = row.calendarId() != null
                ? own.local()
                : leave.isEmpty() ? null : line.hours().presence(leave).local();
        return new LoadSheet(
                line.window().bounds(),
                new Presence(own.local(), gate, line.ahead(own)),
                WorkLine.tenThousandths(row.maxUnits()));
    }

    private static ResourceLoad load(ResourceRow row, List<WorkLine> lines, List<Leave> leave, Line line) {
        var sheet = blank(row, leave, line);
        var booked = new HashMap<Long, Booked>();
        var shown = new ArrayList<Booked>();
        for (var work : lines) {
            var booking = booking(work, leave, line);
            sheet.add(booking);
            var one = work.shown(local(booking.from()), local(booking.to()));
            booked.put(work.assignment(), one);
            shown.add(one);
        }
        var overloads = sheet.overloads();
        return new ResourceLoad(
                row.id(),
                WorkLine.tenThousandths(row.maxUnits()),
                periods(sheet, overloads, line.window()),
                overloads.stream().map(stretch -> clash(stretch, booked)).toList(),
                sheet.clashes().stream().map(stretch -> clash(stretch, booked)).toList(),
                shown);
    }

    static Booking booking(WorkLine work, List<Leave> leave, Line line) {
        var hours = line.hours()
                .of(
                        work.fixed() ? null : work.ownCalendar(),
                        work.taskCalendar(),
                        work.planCalendar(),
                        work.fixed() ? List.of() : leave)
                .local();
        long from = second(Objects.requireNonNull(work.start()));
        long to = second(Objects.requireNonNull(work.finish()));
        if (!work.fixed() && work.percent() == 0) {
            long end = hours.add(from, work.length() * 60);
            to = end > from ? Math.min(to, end) : to;
        }
        return new Booking(work.assignment(), from, to, work.share(), hours, line.ahead(work.zone()));
    }

    private static List<Period> periods(LoadSheet sheet, List<Stretch> overloads, LoadWindow window) {
        var capacity = sheet.capacity();
        var assigned = sheet.assigned();
        var starts = window.starts();
        var periods = new ArrayList<Period>();
        for (int i = 0; i < starts.size(); i++) {
            var first = starts.get(i);
            var next = window.next(first);
            boolean over = overloads.stream()
                    .anyMatch(one ->
                            one.from().isBefore(next.atStartOfDay()) && one.to().isAfter(first.atStartOfDay()));
            periods.add(new Period(first, next.minusDays(1), capacity[i], assigned[i], over));
        }
        return periods;
    }

    private static Clash clash(Stretch stretch, Map<Long, Booked> booked) {
        return new Clash(
                stretch.from(),
                stretch.to(),
                (stretch.units() + 99) / 100,
                stretch.capacity() / 100,
                stretch.bookings().stream()
                        .map(id -> Objects.requireNonNull(booked.get(id)))
                        .toList());
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}

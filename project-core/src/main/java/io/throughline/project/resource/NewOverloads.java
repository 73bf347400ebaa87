package io.throughline.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.resource.LoadSheet.Stretch;
import io.throughline.project.resource.WorkLines.Line;
import io.throughline.project.schedule.PlanLoads;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Compares the load of the people on the tasks that move with what it was: only their resources, only in the days the
 * tasks leave or come to, three statements in all.
 */
@Component
@RequiredArgsConstructor
class NewOverloads implements PlanLoads {

    /** How far ahead a task can come to lie and still be looked at. */
    private static final int MOST_DAYS = 3_660;

    private final ResourceQueries resources;
    private final StoredCrews crews;
    private final WorkLines works;

    private record Change(ProjectAccess project, Map<Integer, Lay> before, Line line) {}

    @Override
    public List<Overloaded> added(Viewer viewer, ProjectAccess project, Map<Integer, Lay> before, LocalDate since) {
        if (before.isEmpty()) {
            return List.of();
        }
        var rows = resources.ofProject(viewer, project).stream()
                .filter(row -> row.kind().works())
                .toList();
        var ids = rows.stream().map(ResourceRow::id).collect(Collectors.toSet());
        var lines = works.of(viewer, ids, LoadWindow.whole(since, since.plusDays(MOST_DAYS)));
        var moved = lines.values().stream()
                .flatMap(List::stream)
                .filter(work -> isOf(project, work) && before.containsKey(work.task()))
                .toList();
        if (moved.isEmpty()) {
            return List.of();
        }
        var change = new Change(project, before, works.line(window(before, moved)));
        var busy = moved.stream().map(WorkLine::resource).collect(Collectors.toSet());
        var leave = crews.leave(busy);
        var found = new ArrayList<Overloaded>();
        for (var row : rows) {
            if (busy.contains(row.id())) {
                found.addAll(added(
                        row, lines.getOrDefault(row.id(), List.of()), leave.getOrDefault(row.id(), List.of()), change));
            }
        }
        return found;
    }

    @Override
    public List<Burden> burdens(Viewer viewer, ProjectAccess project, LocalDate from, LocalDate to) {
        var rows = resources.ofProject(viewer, project).stream()
                .filter(row -> row.kind().works())
                .toList();
        var ids = rows.stream().map(ResourceRow::id).collect(Collectors.toSet());
        var window = LoadWindow.whole(from, to);
        var lines = works.of(viewer, ids, window);
        var line = works.line(window);
        var leave = crews.leave(ids);
        var burdens = new ArrayList<Burden>();
        for (var row : rows) {
            var away = leave.getOrDefault(row.id(), List.of());
            var sheet = Loads.blank(row, away, line);
            lines.getOrDefault(row.id(), List.of()).forEach(work -> sheet.add(Loads.booking(work, away, line)));
            var over = sheet.overloads();
            if (!over.isEmpty()) {
                burdens.add(burden(row, over));
            }
        }
        return burdens;
    }

    private static Burden burden(ResourceRow row, List<Stretch> over) {
        long minutes = over.stream()
                .mapToLong(stretch ->
                        Duration.between(stretch.from(), stretch.to()).toMinutes())
                .sum();
        int most = over.stream().mapToInt(Stretch::units).max().orElse(0);
        return new Burden(row.id(), row.name(), minutes, most / 100);
    }

    private static List<Overloaded> added(ResourceRow row, List<WorkLine> lines, List<Leave> leave, Change change) {
        var line = change.line();
        var now = Loads.blank(row, leave, line);
        var was = Loads.blank(row, leave, line);
        for (var work : lines) {
            now.add(Loads.booking(work, leave, line));
            var lay = isOf(change.project(), work) ? change.before().get(work.task()) : null;
            was.add(Loads.booking(lay == null ? work : work.lying(lay.start(), lay.finish()), leave, line));
        }
        var old = was.overloads();
        var fresh = now.overloads().stream()
                .filter(stretch -> old.stream().noneMatch(known -> covers(known, stretch)))
                .toList();
        return now.joined(fresh).stream()
                .map(stretch -> new Overloaded(
                        row.id(), row.name(), stretch.from(), stretch.to(), (stretch.units() + 99) / 100))
                .toList();
    }

    private static boolean covers(Stretch known, Stretch stretch) {
        return known.units() >= stretch.units()
                && known.capacity() <= stretch.capacity()
                && !known.from().isAfter(stretch.from())
                && !known.to().isBefore(stretch.to());
    }

    /** From the first to the last day of where the tasks lay and lie. */
    private static LoadWindow window(Map<Integer, Lay> before, List<WorkLine> moved) {
        var starts = Stream.concat(
                before.values().stream().map(Lay::start),
                moved.stream().map(WorkLine::start).flatMap(Stream::ofNullable));
        var ends = Stream.concat(
                before.values().stream().map(Lay::finish),
                moved.stream().map(WorkLine::finish).flatMap(Stream::ofNullable));
        return LoadWindow.whole(
                day(starts.min(LocalDateTime::compareTo)),
                day(ends.max(LocalDateTime::compareTo)).plusDays(1));
    }

    private static LocalDate day(Optional<LocalDateTime> time) {
        return time.orElseThrow().toLocalDate();
    }

    private static boolean isOf(ProjectAccess project, WorkLine work) {
        return work.project() == project.id().value();
    }
}

package io.throughline.web.home;

import io.throughline.aftersales.ticket.MyTicketQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.MyTaskQueries;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What one person has to do by when, over both sides of the line. */
@Component
@RequiredArgsConstructor
class DueWork {

    private static final Comparator<Due> BY_TIME =
            Comparator.comparing(Due::day).thenComparing(due -> due.time() == null ? LocalTime.MIN : due.time());

    private final MyTaskQueries tasks;
    private final MyTicketQueries tickets;

    /** Both days included, in the viewer's zone; of one day tasks before tickets, and those by their time. */
    List<Due> between(Viewer viewer, LocalDate from, LocalDate to) {
        var zone = viewer.zone();
        var planned = tasks.between(viewer, from, to).stream()
                .filter(task -> task.due() != null)
                .map(Due::of);
        var asked = tickets
                .due(
                        viewer,
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .map(ticket -> Due.of(ticket, zone));
        return Stream.concat(planned, asked).sorted(BY_TIME).toList();
    }
}

package io.throughline.web.home;

import io.throughline.aftersales.ticket.MyTicketQueries.DueTicket;
import io.throughline.project.schedule.MyTaskQueries.MyTask;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due on a day: a task, a milestone or a ticket.
 *
 * @param uid the same each time it is told
 * @param time of a ticket; null for what is due by the end of the day
 * @param code the business number
 * @param context project or customer
 */
record Due(
        String uid,
        LocalDate day,
        @Nullable LocalTime time,
        String code,
        String name,
        String context,
        String path,
        boolean milestone) {

    /** Of a task that has a date. */
    static Due of(MyTask task) {
        return new Due(
                "task-" + task.id(),
                Objects.requireNonNull(task.due()),
                null,
                task.code(),
                task.name(),
                task.project(),
                task.path(),
                task.milestone());
    }

    static Due of(DueTicket ticket, ZoneId zone) {
        var at = ticket.dueAt().atZone(zone);
        return new Due(
                "ticket-" + ticket.id(),
                at.toLocalDate(),
                at.toLocalTime(),
                ticket.number(),
                ticket.subject(),
                Objects.requireNonNullElse(ticket.customer(), ""),
                "/tickets/" + ticket.number(),
                false);
    }
}

package io.throughline.web.home;

import io.throughline.web.export.ICalendarFile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What is due on which day, for calendar programs. */
final class ICalendar {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ICalendar() {}

    /**
     * @param name of the calendar
     * @param base address of the application, without a slash at its end; empty leaves the links out
     * @param now when it was written
     */
    static String of(String name, List<Due> work, String base, Instant now) {
        var file = new ICalendarFile(name, now);
        work.forEach(due -> file.event(
                due.uid(),
                due.day(),
                due.day(),
                mark(due) + due.code() + " " + due.name(),
                due.context(),
                base.isEmpty() ? null : base + due.path()));
        return file.ended();
    }

    private static String mark(Due due) {
        if (due.milestone()) {
            return "◆ ";
        }
        return due.time() == null ? "" : TIME.format(due.time()) + " ";
    }
}

package io.throughline.project.schedule.planfile;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.mpxj.LocalDateTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarException;
import org.mpxj.Task;
import org.mpxj.listener.DefaultProjectListener;

/**
 * Lets the library's calendars be stopped. They walk from day to day and heed no interrupt; a few thousand tasks of a
 * century each would keep a thread for hours. Each step asks either the calendar's memory of spans or its list of
 * exceptions, and both look for an interrupt here. The memory keeps nothing: looking up is slower than counting anew.
 *
 * <p>There is no door to either, so they are exchanged by reflection. {@code BoundedRunTests} tells when a version of
 * the library walks another way.
 */
final class InterruptibleCalendars extends DefaultProjectListener {
    private static final Field EXCEPTIONS = field("m_expandedExceptions");
    private static final Field SPANS = field("m_workingDateCache");

    private int armed;

    @Override
    public void calendarRead(ProjectCalendar calendar) {
        arm(calendar);
    }

    /** For calendars that came without being announced. */
    @Override
    public void taskRead(Task task) {
        var calendars = task.getParentFile().getCalendars();
        if (calendars.size() != armed) {
            calendars.forEach(InterruptibleCalendars::arm);
            armed = calendars.size();
        }
    }

    private static void arm(ProjectCalendar calendar) {
        try {
            if (EXCEPTIONS.get(calendar) instanceof Collection<?> known && !(known instanceof WatchedExceptions)) {
                var watched = new WatchedExceptions();
                known.forEach(exception -> watched.add((ProjectCalendarException) exception));
                EXCEPTIONS.set(calendar, watched);
                SPANS.set(calendar, new WatchedSpans());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(String name) {
        try {
            var field = ProjectCalendar.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the plan library's calendars changed", e);
        }
    }

    private static void endWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new PlanFileException("interrupted");
        }
    }

    private static final class WatchedExceptions extends ArrayList<ProjectCalendarException> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isEmpty() {
            endWhenInterrupted();
            return super.isEmpty();
        }
    }

    private static final class WatchedSpans extends HashMap<LocalDateTimeRange, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Long get(Object span) {
            endWhenInterrupted();
            return null;
        }

        @Override
        public @Nullable Long put(LocalDateTimeRange span, Long work) {
            return null;
        }
    }
}

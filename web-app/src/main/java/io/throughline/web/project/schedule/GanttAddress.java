package io.throughline.web.project.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a Gantt chart is drawn, as it stands in its address.
 *
 * @param zoom word of a {@link Zoom}; null for what suits the plan's length
 * @param baseline number of the baseline drawn below the bars; null for none
 * @param show {@code plain} leaves the critical path unmarked, {@code slack} draws slack besides; null marks the path
 * @param status a day to draw a line at in place of the plan's status date
 */
record GanttAddress(
        @Nullable String zoom,
        @Nullable Integer baseline,
        @Nullable String show,
        @Nullable LocalDate status) {

    public boolean marksCriticalPath() {
        return !"plain".equals(show);
    }

    public boolean showsSlack() {
        return "slack".equals(show);
    }
}

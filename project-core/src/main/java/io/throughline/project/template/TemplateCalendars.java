package io.throughline.project.template;

import io.throughline.foundation.calendar.CalendarRow;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Calendars that a project or a template has for itself, copied from one to the other; those of all are shared. */
@Component
@RequiredArgsConstructor
class TemplateCalendars {

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;

    static SubjectRef project(ProjectId project) {
        return new SubjectRef("PROJECT", project.value());
    }

    static SubjectRef template(long template) {
        return new SubjectRef("PROJECT_TEMPLATE", template);
    }

    List<WorkCalendarId> of(Viewer viewer, SubjectRef owner) {
        return queries.of(viewer, owner).stream().map(CalendarRow::id).toList();
    }

    /** Ids of the copies by those of the originals. */
    Map<Long, Long> copy(Viewer viewer, SubjectRef from, SubjectRef to) {
        var originals = of(viewer, from);
        var definitions = originals.stream()
                .map(id -> queries.require(viewer, id).definition())
                .toList();
        var copies = calendars.createFor(viewer, to, definitions);
        var ids = new HashMap<Long, Long>();
        for (int i = 0; i < copies.size(); i++) {
            ids.put(originals.get(i).value(), copies.get(i).value());
        }
        return ids;
    }

    void remove(Viewer viewer, SubjectRef owner, List<WorkCalendarId> ids) {
        if (!ids.isEmpty()) {
            calendars.removeFor(viewer, owner, ids);
        }
    }
}

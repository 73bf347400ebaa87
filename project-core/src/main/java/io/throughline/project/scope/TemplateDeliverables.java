package io.throughline.project.scope;

import io.throughline.project.lifecycle.ProjectCreated;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plants the deliverables of a template into a project just begun. */
@Component
@RequiredArgsConstructor
class TemplateDeliverables {

    private static final int WEEK = 5;

    private final DeliverableRepository deliverables;
    private final DeliverableSearch search;
    private final JdbcClient jdbc;

    @EventListener
    void plant(ProjectCreated created) {
        if (created.templateId() == null) {
            return;
        }
        int number = 1;
        for (var line : lines(created.templateId(), created.locale())) {
            var deliverable = new Deliverable(created.projectId(), number++, line.name());
            deliverable.plant(line.criteria(), day(created.start(), line.dueDay()));
            deliverables.saveAndFlush(deliverable);
        }
        search.putAll(created.projectId());
    }

    /** The last of so many working days, Monday to Friday, counted from the start. */
    static LocalDate day(LocalDate start, int workingDays) {
        var day = start.plusWeeks(workingDays / WEEK);
        for (int rest = workingDays % WEEK; rest > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().getValue() <= WEEK) {
                rest--;
            }
        }
        return day;
    }

    private List<Line> lines(long template, Locale locale) {
        var language = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
        return jdbc.sql("select name_%1$s as name, criteria_%1$s as criteria, due_day".formatted(language)
                        + " from project.template_deliverable where template_id = ? order by position")
                .param(template)
                .query(Line.class)
                .list();
    }

    private record Line(String name, String criteria, int dueDay) {}
}

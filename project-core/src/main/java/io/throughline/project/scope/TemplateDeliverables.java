package io.throughline.project.scope;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deliverables of project templates with their criteria: taken from a project, planted into another as drafts. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TemplateDeliverables {

    private final DeliverableRepository deliverables;
    private final DeliverableSearch search;
    private final JdbcClient jdbc;

    private record Source(long id, @Nullable LocalDate dueOn) {}

    /**
     * @param wanted false to leave the template without any
     * @param offset of a day from where the plan begins
     * @param people whether owners are part of the template
     */
    public void take(
            Viewer viewer,
            ProjectAccess project,
            long template,
            boolean wanted,
            Function<LocalDate, String> offset,
            boolean people) {
        jdbc.sql("delete from project.template_deliverable where template_id = ?")
                .param(template)
                .update();
        if (!wanted) {
            return;
        }
        var sources =
                jdbc.sql("""
                        select id, due_on from project.deliverable
                         where project_id = ? and deleted_at is null order by number
                        """).param(project.id().value()).query(Source.class).list();
        jdbc.sql("""
                        insert into project.template_deliverable (template_id, position, name_zh, name_en, criteria_zh,
                               criteria_en, description, owner_id, due_at)
                        select :template, m.position, d.name, d.name, d.criteria, d.criteria, d.description,
                               case when :people then d.owner_id end, m.due
                          from unnest(:ids, :due) with ordinality as m (id, due, position)
                          join project.deliverable d on d.id = m.id
                        """)
                .param("template", template)
                .param("people", people)
                .param("ids", sources.stream().map(Source::id).toArray(Long[]::new))
                .param(
                        "due",
                        sources.stream()
                                .map(one -> one.dueOn() == null ? null : offset.apply(one.dueOn()))
                                .toArray(String[]::new))
                .update();
    }

    private record Line(
            String name,
            @Nullable String description,
            @Nullable String criteria,
            @Nullable String dueAt,
            @Nullable Long owner) {}

    /** @param day of an offset */
    public void plant(Viewer viewer, ProjectId project, long template, Function<String, LocalDate> day) {
        int number = 1;
        var planted = new ArrayList<Deliverable>();
        for (var line : lines(template, viewer.locale())) {
            var deliverable = new Deliverable(project, number++, line.name());
            var due = line.dueAt() == null ? null : day.apply(line.dueAt());
            deliverable.plant(line.description(), line.criteria(), due, line.owner());
            planted.add(deliverable);
        }
        if (!planted.isEmpty()) {
            deliverables.saveAllAndFlush(planted);
            search.putAll(project);
        }
    }

    public void copy(Viewer viewer, long from, long to) {
        jdbc.sql("""
                        insert into project.template_deliverable (template_id, position, name_zh, name_en, criteria_zh,
                               criteria_en, description, owner_id, due_at)
                        select :to, position, name_zh, name_en, criteria_zh, criteria_en, description, owner_id, due_at
                          from project.template_deliverable where template_id = :from
                        """).param("from", from).param("to", to).update();
    }

    /** @param criteria what it must fulfil to be accepted */
    public record TemplateDeliverable(String name, @Nullable String criteria) {}

    @Transactional(readOnly = true)
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN})
    public List<TemplateDeliverable> list(Viewer viewer, long template) {
        return lines(template, viewer.locale()).stream()
                .map(line -> new TemplateDeliverable(line.name(), line.criteria()))
                .toList();
    }

    /** In the reader's language where the template has it, else in the other. */
    private List<Line> lines(long template, Locale locale) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        return jdbc.sql("""
                        select coalesce(t.name_%1$s, t.name_%2$s) as name, t.description, t.due_at,
                               coalesce(t.criteria_%1$s, t.criteria_%2$s) as criteria, u.id as owner
                          from project.template_deliverable t
                          left join foundation.app_user u on u.id = t.owner_id and u.active
                         where t.template_id = ? order by t.position
                        """.formatted(chinese ? "zh" : "en", chinese ? "en" : "zh"))
                .param(template)
                .query(Line.class)
                .list();
    }
}

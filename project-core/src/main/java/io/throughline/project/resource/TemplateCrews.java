package io.throughline.project.resource;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.RecordIds;
import io.throughline.project.resource.TemplatePlaces.Place;
import io.throughline.project.schedule.TaskCrews.Share;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on the tasks of a project template: taken from a project as {@link TemplateStaffing} says, planted into another.
 * Somebody who is not there any more by then leaves a place to fill.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TemplateCrews {

    private static final String TAKE_RESOURCES = """
            insert into project.template_resource (template_id, place, resource_id, pooled, name, kind, max_units, unit_label,
                   group_name, calendar_id, skills)
            select :template, m.place, m.resource, m.resource is not null, m.name, m.kind, cast(m.units as numeric), m.label, m.grp, m.calendar,
                   cast(m.skills as jsonb)
              from unnest(:places, :resources, :names, :kinds, :units, :labels, :groups, :calendars, :skills)
                     as m (place, resource, name, kind, units, label, grp, calendar, skills)
            """;

    /** Without joins of arrays: these would be planned by what was known before the rows were written. */
    private static final String TAKE_ASSIGNMENTS = """
            insert into project.template_assignment (template_id, position, place, units, work_minutes)
            select :template, m.position, m.place, cast(m.units as numeric), m.work
              from unnest(:positions, :places, :units, :work) as m (position, place, units, work)
            """;

    private static final String PLANT_RESOURCES = """
            insert into project.resource (id, version, project_id, name, kind, max_units, unit_label, group_name, calendar_id,
                   active, created_at, created_by, changed_at, changed_by)
            select m.id, 0, :project, t.name, m.kind, t.max_units, t.unit_label, t.group_name, m.calendar, true,
                   :at, :by, :at, :by
              from unnest(:places, :ids, :kinds, :calendars) as m (place, id, kind, calendar)
              join project.template_resource t on t.template_id = :template and t.place = m.place
            """;

    private static final String PLANT_SKILLS = """
            insert into project.resource_skill (resource_id, skill, level)
            select m.id, s.key, cast(s.value as int)
              from unnest(:places, :ids) as m (place, id)
              join project.template_resource t on t.template_id = :template and t.place = m.place
             cross join lateral jsonb_each_text(t.skills) s
            """;

    private static final String PLANT_ASSIGNMENTS = """
            insert into project.resource_assignment (id, version, project_id, task_id, resource_id, units, work_minutes,
                   actual_work_minutes, remaining_work_minutes, created_at, created_by, changed_at, changed_by)
            select m.id, 0, :project, m.task, m.resource, cast(m.units as numeric), m.work, 0, m.work, :at, :by, :at, :by
              from unnest(:ids, :tasks, :resources, :units, :work) as m (id, task, resource, units, work)
            """;

    private final TemplatePlaces places;
    private final StoredCrews stored;
    private final RecordIds ids;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param positions places of the tasks in the template, by their ids
     * @param calendars the template's own by the project's own
     */
    public void take(
            Viewer viewer,
            ProjectAccess project,
            long template,
            TemplateStaffing staffing,
            Map<Long, Integer> positions,
            Map<Long, Long> calendars) {
        jdbc.sql("delete from project.template_resource where template_id = ?")
                .param(template)
                .update();
        if (staffing == TemplateStaffing.NONE || positions.isEmpty()) {
            return;
        }
        var found = places.of(viewer, project.id(), staffing);
        if (found.places().isEmpty()) {
            return;
        }
        var rows = found.places();
        jdbc.sql(TAKE_RESOURCES)
                .param("template", template)
                .param("places", column(rows, Place::number, new Integer[0]))
                .param("resources", column(rows, Place::resource, new Long[0]))
                .param("names", column(rows, Place::name, new String[0]))
                .param("kinds", column(rows, place -> place.kind().name(), new String[0]))
                .param("units", column(rows, place -> place.units().toPlainString(), new String[0]))
                .param("labels", column(rows, Place::label, new String[0]))
                .param("groups", column(rows, Place::group, new String[0]))
                .param("calendars", column(rows, place -> own(place.calendar(), calendars), new Long[0]))
                .param("skills", column(rows, Place::skillsText, new String[0]))
                .update();
        takeParts(project, template, positions, found.byResource());
    }

    /** A share of the work of a task; two people in one place are one. */
    private record Part(int position, int place, BigDecimal units, long work) {

        Part and(Part other) {
            return new Part(position, place, units.add(other.units), work + other.work);
        }
    }

    private void takeParts(
            ProjectAccess project, long template, Map<Long, Integer> positions, Map<Long, Integer> byResource) {
        var parts = new LinkedHashMap<List<Integer>, Part>();
        jdbc.sql(
                        "select task_id, resource_id, units, work_minutes from project.resource_assignment where project_id = ?")
                .param(project.id().value())
                .query(row -> {
                    var position = positions.get(row.getLong("task_id"));
                    var place = byResource.get(row.getLong("resource_id"));
                    if (position != null && place != null) {
                        var part = new Part(position, place, row.getBigDecimal("units"), row.getLong("work_minutes"));
                        parts.merge(List.of(position, place), part, Part::and);
                    }
                });
        var rows = List.copyOf(parts.values());
        jdbc.sql(TAKE_ASSIGNMENTS)
                .param("template", template)
                .param("positions", column(rows, Part::position, new Integer[0]))
                .param("places", column(rows, Part::place, new Integer[0]))
                .param("units", column(rows, part -> part.units().toPlainString(), new String[0]))
                .param("work", column(rows, Part::work, new Long[0]))
                .update();
    }

    /** Users who would get work; active ones only. */
    public Set<Long> people(Viewer viewer, long template) {
        return jdbc.sql("""
                        select u.id from project.template_resource t
                          join project.resource r on r.id = t.resource_id and r.active
                          join foundation.app_user u on u.id = r.user_id and u.active
                         where t.template_id = ?
                        """).param(template).query(Long.class).set();
    }

    /**
     * @param tasks ids of the new tasks by place in the template
     * @param calendars the project's own by the template's own
     */
    public void plant(
            Viewer viewer, ProjectId project, long template, Map<Integer, Long> tasks, Map<Long, Long> calendars) {
        var parts = jdbc.sql("""
                        select position, place, units, work_minutes as work from project.template_assignment
                         where template_id = ? order by position, place
                        """).param(template).query(Part.class).list();
        if (parts.isEmpty()) {
            return;
        }
        var byPlace = resources(viewer, project, template, calendars);
        signed(PLANT_ASSIGNMENTS, viewer, project)
                .param("ids", ids.take(parts.size()).toArray(Long[]::new))
                .param("tasks", column(parts, part -> tasks.get(part.position()), new Long[0]))
                .param("resources", column(parts, part -> byPlace.get(part.place()), new Long[0]))
                .param("units", column(parts, part -> part.units().toPlainString(), new String[0]))
                .param("work", column(parts, Part::work, new Long[0]))
                .update();
    }

    private record Held(
            int place,
            @Nullable Long resource,
            String kind,
            @Nullable Long calendar) {}

    /** Those of the pool who are still there, and new ones of this project alone for all others. */
    private Map<Integer, Long> resources(Viewer viewer, ProjectId project, long template, Map<Long, Long> calendars) {
        var held = jdbc.sql("""
                        select t.place, r.id as resource, t.calendar_id as calendar,
                               case when t.pooled and t.kind = 'PERSON' then 'GENERIC' else t.kind end as kind
                          from project.template_resource t
                          left join project.resource r on r.id = t.resource_id and r.active
                         where t.template_id = ?
                        """).param(template).query(Held.class).list();
        var byPlace = new HashMap<Integer, Long>();
        var fresh = held.stream().filter(one -> one.resource() == null).toList();
        var freshIds = ids.take(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            byPlace.put(fresh.get(i).place(), freshIds.get(i));
        }
        held.stream()
                .filter(one -> one.resource() != null)
                .forEach(one -> byPlace.put(one.place(), Objects.requireNonNull(one.resource())));
        if (!fresh.isEmpty()) {
            var numbers = column(fresh, Held::place, new Integer[0]);
            signed(PLANT_RESOURCES, viewer, project)
                    .param("template", template)
                    .param("places", numbers)
                    .param("ids", freshIds.toArray(Long[]::new))
                    .param("kinds", column(fresh, Held::kind, new String[0]))
                    .param("calendars", column(fresh, one -> own(one.calendar(), calendars), new Long[0]))
                    .update();
            jdbc.sql(PLANT_SKILLS)
                    .param("template", template)
                    .param("places", numbers)
                    .param("ids", freshIds.toArray(Long[]::new))
                    .update();
        }
        return byPlace;
    }

    /**
     * The hours of those who would work on a project begun from it: calendars and leave as they are noted today.
     *
     * @return by place of the task in the template, only where these differ from the hours of the plan
     */
    @Transactional(readOnly = true)
    public Map<Long, List<Share>> hours(Viewer viewer, long template) {
        return stored.ofTemplate(template).shares();
    }

    /** @param calendars the other's own by the first one's own */
    public void copy(Viewer viewer, long from, long to, Map<Long, Long> calendars) {
        jdbc.sql("""
                        insert into project.template_resource (template_id, place, resource_id, pooled, name, kind, max_units, unit_label,
                               group_name, calendar_id, skills)
                        select :to, place, resource_id, pooled, name, kind, max_units, unit_label, group_name, calendar_id, skills
                          from project.template_resource where template_id = :from
                        """).param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into project.template_assignment (template_id, position, place, units, work_minutes)
                        select :to, position, place, units, work_minutes
                          from project.template_assignment where template_id = :from
                        """).param("from", from).param("to", to).update();
        calendars.forEach((old, own) -> jdbc.sql(
                        "update project.template_resource set calendar_id = ? where template_id = ? and calendar_id = ?")
                .params(own, to, old)
                .update());
    }

    /** Names of those on each task, by its place in the template. */
    @Transactional(readOnly = true)
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN})
    public Map<Integer, String> names(Viewer viewer, long template) {
        var names = new HashMap<Integer, String>();
        jdbc.sql("""
                        select a.position, string_agg(t.name, ', ' order by t.place) as names
                          from project.template_assignment a
                          join project.template_resource t on t.template_id = a.template_id and t.place = a.place
                         where a.template_id = ? group by a.position
                        """).param(template).query(row -> {
            names.put(row.getInt("position"), row.getString("names"));
        });
        return names;
    }

    private JdbcClient.StatementSpec signed(String sql, Viewer viewer, ProjectId project) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", viewer.personId());
    }

    private static @Nullable Long own(@Nullable Long calendar, Map<Long, Long> calendars) {
        return calendar == null ? null : calendars.getOrDefault(calendar, calendar);
    }

    private static <T, V> V[] column(List<T> rows, Function<T, ? extends @Nullable V> value, V[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}

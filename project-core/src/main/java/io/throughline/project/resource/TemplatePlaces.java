package io.throughline.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of the people on a project's tasks in a template. As places, all who are best at the same skill are one, as
 * many units large as they are, at the level that all of them reach; who has no skill is a place of the group, and without
 * one of anybody.
 */
@Component
@RequiredArgsConstructor
class TemplatePlaces {

    private static final String RESOURCES = """
            select r.id, r.project_id is null as pooled, r.name, r.kind, r.max_units, r.unit_label, r.group_name,
                   r.calendar_id,
                   (select array_agg(s.skill order by s.level desc, s.skill) from project.resource_skill s
                     where s.resource_id = r.id) as skills,
                   (select array_agg(s.level order by s.level desc, s.skill) from project.resource_skill s
                     where s.resource_id = r.id) as levels
              from project.resource r
             where r.id in (select a.resource_id from project.resource_assignment a where a.project_id = ?)
             order by r.id
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    /**
     * @param number in the template
     * @param resource of the pool; null for what each project gets for itself
     * @param skillsText level by skill as JSON
     */
    record Place(
            int number,
            @Nullable Long resource,
            String name,
            ResourceKind kind,
            BigDecimal units,
            @Nullable String label,
            @Nullable String group,
            @Nullable Long calendar,
            String skillsText) {}

    /** @param byResource numbers of places by the project's resources */
    record Places(List<Place> places, Map<Long, Integer> byResource) {}

    private record Worker(
            long id,
            boolean pooled,
            String name,
            ResourceKind kind,
            BigDecimal units,
            @Nullable String label,
            @Nullable String group,
            @Nullable Long calendar,
            Map<String, Integer> skills) {

        /** What a place is called that asks for what this one is best at; empty for nothing in particular. */
        String best() {
            return skills.isEmpty()
                    ? Objects.requireNonNullElse(group, "")
                    : skills.keySet().iterator().next();
        }
    }

    Places of(Viewer viewer, ProjectId project, TemplateStaffing staffing) {
        var workers = jdbc.sql(RESOURCES)
                .param(project.value())
                .query((row, n) -> worker(row))
                .list();
        var places = new ArrayList<Place>();
        var byResource = new HashMap<Long, Integer>();
        var folded = new LinkedHashMap<String, List<Worker>>();
        for (var worker : workers) {
            if (staffing == TemplateStaffing.PLACES && worker.kind() == ResourceKind.PERSON) {
                folded.computeIfAbsent(worker.best(), key -> new ArrayList<>()).add(worker);
            } else {
                places.add(kept(places.size() + 1, worker));
                byResource.put(worker.id(), places.size());
            }
        }
        folded.forEach((name, people) -> {
            places.add(place(places.size() + 1, name.isEmpty() ? anybody(viewer) : name, people));
            people.forEach(person -> byResource.put(person.id(), places.size()));
        });
        return new Places(places, byResource);
    }

    private Place kept(int number, Worker worker) {
        return new Place(
                number,
                worker.pooled() ? worker.id() : null,
                worker.name(),
                worker.kind(),
                worker.units(),
                worker.label(),
                worker.group(),
                worker.pooled() ? null : worker.calendar(),
                JSON.writeValueAsString(worker.skills()));
    }

    private Place place(int number, String name, List<Worker> people) {
        var skills = new TreeMap<String, Integer>();
        people.stream()
                .map(person -> person.skills().get(name))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(level -> skills.put(name, level));
        var units = people.stream().map(Worker::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Place(
                number, null, name, ResourceKind.GENERIC, units, null, null, null, JSON.writeValueAsString(skills));
    }

    private static String anybody(Viewer viewer) {
        return Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage()) ? "人员" : "Person";
    }

    private static Worker worker(ResultSet row) throws SQLException {
        var skills = new LinkedHashMap<String, Integer>();
        var names = row.getArray("skills");
        if (names != null) {
            var all = (String[]) names.getArray();
            var levels = (Integer[]) row.getArray("levels").getArray();
            for (int i = 0; i < all.length; i++) {
                skills.put(all[i], levels[i]);
            }
        }
        return new Worker(
                row.getLong("id"),
                row.getBoolean("pooled"),
                row.getString("name"),
                ResourceKind.valueOf(row.getString("kind")),
                row.getBigDecimal("max_units"),
                row.getString("unit_label"),
                row.getString("group_name"),
                row.getObject("calendar_id", Long.class),
                skills);
    }
}

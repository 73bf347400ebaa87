package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which templates projects were begun from. */
@Component
@RequiredArgsConstructor
public class TemplateUses {

    private final JdbcClient jdbc;

    /** Of any project, whoever may see it. */
    public boolean any(long template) {
        return jdbc.sql("select exists (select 1 from project.project where template_id = ?)")
                .param(template)
                .query(Boolean.class)
                .single();
    }

    /** How many of the projects that the viewer may see, by template; nothing for those of none. */
    public Map<Long, Integer> counts(Viewer viewer) {
        var counts = new HashMap<Long, Integer>();
        jdbc.sql(
                        "select p.template_id, count(*) as projects from project.project p where p.template_id is not null and "
                                + ProjectScope.seen(viewer) + " group by p.template_id")
                .query(row -> {
                    counts.put(row.getLong("template_id"), row.getInt("projects"));
                });
        return counts;
    }
}

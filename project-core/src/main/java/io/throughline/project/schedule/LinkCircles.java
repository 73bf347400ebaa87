package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectAccess;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads a project's links and hierarchy and words the circle that may not be closed. */
@Component
@RequiredArgsConstructor
class LinkCircles {

    private final JdbcClient jdbc;

    void refuseCircle(ProjectAccess project, int child, int parent) {
        var circle = graph(project).circle(child, parent);
        if (!circle.isEmpty()) {
            throw circle(project, circle);
        }
    }

    LinkGraph graph(ProjectAccess project) {
        var graph = new LinkGraph();
        jdbc.sql("""
                        select c.number as child, p.number as parent from project.task c
                          join project.task p on p.id = c.parent_id
                         where c.project_id = ? and c.deleted_at is null
                        """).param(project.id().value()).query(row -> {
            graph.parent(row.getInt("child"), row.getInt("parent"));
        });
        jdbc.sql("""
                        select p.number as predecessor, s.number as successor from project.task_dependency d
                          join project.task p on p.id = d.predecessor_id and p.deleted_at is null
                          join project.task s on s.id = d.successor_id and s.deleted_at is null
                         where d.project_id = ?
                        """).param(project.id().value()).query(row -> {
            graph.link(row.getInt("predecessor"), row.getInt("successor"));
        });
        return graph;
    }

    static RuleViolation circle(ProjectAccess project, List<Integer> way) {
        var path = way.stream().map(number -> project.key() + "-" + number).collect(Collectors.joining(" → "));
        return new RuleViolation("project.schedule.cyclicDependency", path + " → " + project.key() + "-" + way.get(0));
    }
}

package io.throughline.project.schedule;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets comments, attachments and notices hang on tasks. */
@Component
@RequiredArgsConstructor
class TaskSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return "TASK";
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select t.id from project.task t join project.project p on p.id = t.project_id"
                        + " where t.id = any(?) and " + ProjectScope.plan(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Set<String> followed() {
        return Set.of(Replanning.DATES);
    }

    /** The dates that a plan gave the task when something else was changed; what did not move is not spoken of. */
    @Override
    public Sentence followed(Followed change) {
        var after = Span.read(change.after());
        var data = new HashMap<String, Object>(Map.of("start", after.start(), "finish", after.finish()));
        data.put("cause", change.cause());
        var before = Span.read(change.before());
        data.put("startBefore", before.start());
        data.put("finishBefore", before.finish());
        var verb = before.start().equals(after.start())
                ? "project.schedule.finishFollowed"
                : before.finish().equals(after.finish())
                        ? "project.schedule.startFollowed"
                        : "project.schedule.moveFollowed";
        return new Sentence(verb, data);
    }

    /** Two times as {@link Replanning} writes them, as people read them. */
    private record Span(String start, String finish) {

        static Span read(String written) {
            var parts = written.replace('T', ' ').split("/", 2);
            return new Span(parts[0], parts[parts.length - 1]);
        }
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select t.id, p.key, t.number, t.name from project.task t
                          join project.project p on p.id = t.project_id where t.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            var key = row.getString("key");
            var number = row.getInt("number");
            links.put(
                    row.getLong("id"),
                    new SubjectLink(
                            key + "-" + number + " · " + row.getString("name"),
                            "/projects/" + key + "/tasks/" + number));
        });
        return links;
    }
}

package io.throughline.project.timesheet;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what hours are booked on: tasks with work in open projects the person works in, service, and the company. */
@Component
@RequiredArgsConstructor
class Bookables {

    private static final String TASKS = """
            select t.id, p.key, t.number, p.id as project_id,
                   case when p.status not in ('ACTIVE', 'ON_HOLD') then 'projectClosed'
                        when t.summary or t.kind = 'MILESTONE' then 'noWork'
                        when t.status = 'CANCELLED' then 'cancelled' end as fault
              from unnest(:keys::text[], :numbers::int[]) as w (key, number)
              join project.project p on p.key = w.key
              join project.task t on t.project_id = p.id and t.number = w.number and t.deleted_at is null
             where %s
            """;

    private final JdbcClient jdbc;

    /** By row, those that exist for the viewer; {@link #open} says whether hours may be booked on one. */
    Map<String, Bookable> find(Viewer viewer, Collection<String> rows) {
        var found = new HashMap<String, Bookable>();
        var keys = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        for (var row : rows) {
            var kind = kind(row);
            int dash = row.lastIndexOf('-');
            if (kind != TimeKind.TASK) {
                found.put(row, Bookable.of(kind));
            } else if (dash > 0 && row.substring(dash + 1).matches("[0-9]{1,9}")) {
                keys.add(row.substring(0, dash).toUpperCase(Locale.ROOT));
                numbers.add(Integer.valueOf(row.substring(dash + 1)));
            }
        }
        if (!keys.isEmpty()) {
            found.putAll(tasks(viewer, keys, numbers));
        }
        return found;
    }

    /** @throws RuleViolation beside the place for what there is not, or what is not open to booking */
    static Bookable open(Map<String, Bookable> known, String row, String place) {
        var what = known.get(row);
        if (what == null) {
            throw new RuleViolation("project.timesheet.noTask", row).at(place);
        }
        if (what.fault() != null) {
            throw new RuleViolation("project.timesheet." + what.fault(), row).at(place);
        }
        return what;
    }

    static TimeKind kind(String row) {
        return row.equals(TimeKind.SERVICE.name())
                ? TimeKind.SERVICE
                : row.equals(TimeKind.INTERNAL.name()) ? TimeKind.INTERNAL : TimeKind.TASK;
    }

    private Map<String, Bookable> tasks(Viewer viewer, List<String> keys, List<Integer> numbers) {
        var found = new HashMap<String, Bookable>();
        jdbc.sql(TASKS.formatted(ProjectScope.worked(viewer)))
                .param("keys", keys.toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(row -> {
                    var code = row.getString("key") + "-" + row.getInt("number");
                    found.put(
                            code,
                            new Bookable(
                                    code,
                                    TimeKind.TASK,
                                    row.getLong("id"),
                                    row.getLong("project_id"),
                                    row.getString("key"),
                                    row.getString("fault")));
                });
        return found;
    }
}

package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectId;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down from which day on another day is expected of a milestone: where it was reached, where it is forecast, or
 * where the plan has it. One statement for a whole plan; a day keeps what was expected at its end.
 */
@Component
@RequiredArgsConstructor
class MilestoneRecorder {

    private static final String RECORD = """
            insert into project.milestone_trend (task_id, reported_on, expected)
            select t.id, (:now at time zone p.zone)::date, e.expected
              from project.task t
              join project.project p on p.id = t.project_id
              cross join lateral (select coalesce(t.actual_finish, t.forecast_finish, t.planned_finish)::date as expected) e
              left join lateral (select r.expected from project.milestone_trend r
                                  where r.task_id = t.id order by r.reported_on desc limit 1) known on true
             where t.project_id = :project and t.kind = 'MILESTONE' and t.deleted_at is null and t.status <> 'CANCELLED'
               and e.expected is not null and e.expected is distinct from known.expected
            on conflict (task_id, reported_on) do update set expected = excluded.expected
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Everything that was changed must have been flushed. */
    void record(ProjectId project) {
        jdbc.sql(RECORD)
                .param("now", Timestamp.from(clock.instant()))
                .param("project", project.value())
                .update();
    }
}

package io.throughline.project.schedule;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectId;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Plans every open project anew that counts with a changed calendar, or in which somebody's own hours changed, each in a
 * transaction of its own.
 */
@Component
@RequiredArgsConstructor
class CalendarReplanJob implements JobHandler<CalendarReplanJob.Payload> {

    static final String KIND = "project.replan";

    private static final String USERS = """
            select p.id from project.project p
             where p.status in ('ACTIVE', 'ON_HOLD')
               and (p.calendar_id = :calendar or exists (select 1 from project.task t
                       where t.project_id = p.id and t.calendar_id = :calendar and t.deleted_at is null))
            """;

    private final Replanning replanning;
    private final TransactionOperations transactions;

    /** @param projects those to plan anew */
    record Payload(List<Long> projects) {}

    static List<Long> users(JdbcClient jdbc, long calendar) {
        return jdbc.sql(USERS).param("calendar", calendar).query(Long.class).list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    /** A plan that cannot be computed keeps its dates; the others go on. */
    @Override
    public JobResult run(JobContext context, Payload payload) {
        var projects = payload.projects();
        int moved = replan(context, projects);
        return JobResult.of("project.schedule.replan.done", Map.of("projects", projects.size(), "tasks", moved));
    }

    private int replan(JobContext context, List<Long> projects) {
        int moved = 0;
        for (int i = 0; i < projects.size(); i++) {
            context.checkCancelled();
            var project = new ProjectId(projects.get(i));
            try {
                var moves = transactions.execute(status -> {
                    replanning.open(project);
                    return replanning.run(context.viewer(), project, "calendar");
                });
                moved += moves == null ? 0 : moves.tasks().size();
            } catch (RuleViolation impossible) {
                context.message("project.schedule.replan.skipped", Map.of("project", project.value()));
            }
            context.progress(i + 1, projects.size());
        }
        return moved;
    }
}

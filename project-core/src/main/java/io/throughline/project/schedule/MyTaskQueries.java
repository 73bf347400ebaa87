package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one person owes over all projects: tasks assigned, and milestones of the projects led. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MyTaskQueries {

    private final JdbcClient jdbc;

    /**
     * Open tasks assigned to the viewer, undated ones last.
     *
     * @param until last day of interest, in the projects' own zones
     * @param limit at most so many
     */
    public List<MyTask> owed(Viewer viewer, LocalDate until, int limit) {
        return jdbc.sql("""
                        select t.id, p.key, t.number, t.name, p.name as project, t.planned_finish::date as due,
                               t.percent_complete, t.status = 'IN_PROGRESS' as started, t.blocked,
                               t.kind = 'MILESTONE' as milestone
                          from project.task t
                          join project.project p on p.id = t.project_id and p.status = 'ACTIVE'
                         where t.assignee_id = :me and t.status in ('NOT_STARTED', 'IN_PROGRESS')
                           and t.deleted_at is null and not t.summary
                           and (t.planned_finish < :end or t.planned_finish is null)
                         order by t.planned_finish nulls last, t.priority desc, t.id
                         limit :limit
                        """)
                .param("me", viewer.id().value())
                .param("end", until.plusDays(1).atStartOfDay())
                .param("limit", limit)
                .query(MyTask.class)
                .list();
    }

    /**
     * Assigned tasks and the milestones of projects led, or of an account executive's customers, with a finish between
     * the two days, both included.
     */
    public List<MyTask> between(Viewer viewer, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select t.id, p.key, t.number, t.name, p.name as project,
                               coalesce(t.forecast_finish, t.planned_finish)::date as due, t.percent_complete,
                               t.status = 'IN_PROGRESS' as started, t.blocked, t.kind = 'MILESTONE' as milestone
                          from project.task t
                          join project.project p on p.id = t.project_id and p.status in ('ACTIVE', 'ON_HOLD')
                         where t.deleted_at is null and not t.summary and t.status <> 'CANCELLED'
                           and coalesce(t.forecast_finish, t.planned_finish) >= :from
                           and coalesce(t.forecast_finish, t.planned_finish) < :end
               and (t.assignee_id = :me or t.kind = 'MILESTONE' and (p.manager_id = :me
                    or :executive and p.visibility = 'INTERNAL' and exists (select 1 from foundation.customer c
                        where c.id = p.customer_id and c.account_executive_id = :me)))
                         order by due, t.id
                         limit 500
                        """)
                .param("me", viewer.id().value())
                .param("executive", viewer.has(Role.ACCOUNT_EXECUTIVE))
                .param("from", from.atStartOfDay())
                .param("end", to.plusDays(1).atStartOfDay())
                .query(MyTask.class)
                .list();
    }

    /** A task as its assignee sees it beside those of other projects. */
    public record MyTask(
            long id,
            String key,
            int number,
            String name,
            String project,
            @Nullable LocalDate due,
            int percentComplete,
            boolean started,
            boolean blocked,
            boolean milestone) {

        public String code() {
            return key + "-" + number;
        }

        /** Of a milestone the project's list, which an account executive may open too. */
        public String path() {
            return "/projects/" + key + (milestone ? "/milestones" : "/tasks/" + number);
        }
    }
}

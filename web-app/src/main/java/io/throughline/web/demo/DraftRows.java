package io.throughline.web.demo;

import java.sql.Timestamp;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A what-if draft in one of the company's projects: the three longest tasks still ahead, with twice the people. */
@RequiredArgsConstructor
final class DraftRows {

    private static final String WRITE = """
            with plan as (
                select p.id from project.project p join project.task t on t.project_id = p.id
                  join foundation.app_user u on u.id = p.manager_id and u.login = 'pm'
                 where p.id between :first and :last and p.status = 'ACTIVE' and t.status = 'NOT_STARTED'
                   and t.deleted_at is null and not t.summary and t.duration_minutes >= 2400
                 group by p.id order by count(*) desc, p.id limit 1
            ), halved as (
                select t.id, t.duration_minutes as was, t.duration_minutes / 960 * 480 as now
                  from project.task t join plan on plan.id = t.project_id
                 where t.status = 'NOT_STARTED' and t.deleted_at is null and not t.summary and t.duration_minutes >= 2400
                 order by t.duration_minutes desc, t.number limit 3
            ), edits as (
                select 0 as place, h.id, jsonb_build_object('kind', 'TASK', 'id', h.id,
                           'before', jsonb_build_object('durationMinutes', h.was),
                           'after', jsonb_build_object('durationMinutes', h.now)) as edit
                  from halved h
                union all
                select 1, a.id, jsonb_build_object('kind', 'PART', 'id', a.id,
                           'before', jsonb_build_object('taskId', a.task_id, 'resourceId', a.resource_id,
                               'units', a.units, 'workMinutes', a.work_minutes),
                           'after', jsonb_build_object('taskId', a.task_id, 'resourceId', a.resource_id,
                               'units', round(a.units * h.was / h.now, 4), 'workMinutes', a.work_minutes))
                  from project.resource_assignment a join halved h on h.id = a.task_id
            )
            insert into project.plan_draft (id, version, project_id, number, name, note, state, edits,
                   created_at, created_by, changed_at, changed_by)
            select :id, 0, p.id, 1, '三项任务加一倍人手', '看看能提前多少，谁会超负荷', 'OPEN',
                   (select jsonb_agg(e.edit order by e.place, e.id) from edits e), :at, p.manager_id, :at, p.manager_id
              from project.project p join plan on plan.id = p.id
            """;

    private final Story story;
    private final long first;

    /** After the plans have been computed. */
    void write() {
        var jdbc = JdbcClient.create(story.jdbc);
        jdbc.sql(WRITE)
                .param("first", first)
                .param("last", first + Story.IDS - 1)
                .param("id", story.id())
                .param("at", Timestamp.from(story.now))
                .update();
    }
}

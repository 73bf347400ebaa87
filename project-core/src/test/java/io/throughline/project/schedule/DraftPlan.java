package io.throughline.project.schedule;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.ProjectFixtures;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A committed plan of three tasks in a row and its drafts; whoever uses it has a database to himself. */
@Component
class DraftPlan {

    private final ProjectFixtures given;
    private final Tasks tasks;
    private final TaskLinks links;
    private final TaskQueries queries;
    private final PlanDrafts drafts;
    private final PlanDraftQueries reading;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Viewer pm = Viewer.system("nobody");
    String key = "";

    DraftPlan(
            ProjectFixtures given,
            Tasks tasks,
            TaskLinks links,
            TaskQueries queries,
            PlanDrafts drafts,
            PlanDraftQueries reading,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.given = given;
        this.tasks = tasks;
        this.links = links;
        this.queries = queries;
        this.drafts = drafts;
        this.reading = reading;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** 1 设计 (5 days) → 2 采购 (3 days) → 3 到货, a milestone. */
    void begin() {
        pm = somebody(Role.PROJECT_MANAGER);
        key = Objects.requireNonNull(
                transaction.execute(status -> given.aProject(pm).key()));
        add(key, "设计", TaskKind.TASK, 5);
        add(key, "采购", TaskKind.TASK, 3);
        add(key, "到货", TaskKind.MILESTONE, 0);
        link(key, 1, 2);
        link(key, 2, 3);
    }

    Viewer somebody(Role... roles) {
        return Objects.requireNonNull(transaction.execute(status -> given.a(roles)));
    }

    DraftKey draft() {
        return new DraftKey(key, drafts.begin(pm, key, new SaveDraft("加一班", null)));
    }

    <T extends @Nullable Object> T in(DraftKey draft, Callable<T> work) {
        try {
            return drafts.change(pm, draft, work);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T extends @Nullable Object> T seen(DraftKey draft, Callable<T> work) {
        try {
            return drafts.look(pm, draft, work);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    DraftComparison compared(DraftKey draft) {
        return reading.compare(pm, draft.project(), draft.draft());
    }

    int add(String at, String name, TaskKind kind, long days) {
        return tasks.add(pm, at, new AddTask(name, kind, null, null, null, null, null, 480 * days, null, null, null));
    }

    PlanChange link(String at, int predecessor, int successor) {
        return links.link(pm, at, successor, new LinkTasks(predecessor, DependencyType.FINISH_TO_START, null, null));
    }

    /** Under the project's key, or a draft's inside it. */
    PlanChange lasting(String at, int number, long days) {
        return edit(at, number, queries.require(pm, at, number).name(), 480 * days);
    }

    PlanChange named(String at, int number, String name) {
        return edit(at, number, name, queries.require(pm, at, number).durationMinutes());
    }

    private PlanChange edit(String at, int number, String name, @Nullable Long minutes) {
        var task = queries.require(pm, at, number);
        return tasks.edit(
                pm,
                at,
                number,
                new EditTask(
                        null,
                        name,
                        null,
                        task.assigneeId(),
                        task.plannedStart(),
                        task.plannedFinish(),
                        minutes,
                        task.effortMinutes(),
                        500,
                        task.constraintType(),
                        task.constraintDate(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    List<String> dates(String at) {
        return queries.outline(pm, at).stream()
                .map(row -> row.wbs() + " " + row.name() + " " + row.plannedStart() + "/" + row.plannedFinish())
                .toList();
    }

    /** Everything the database holds of the live plan and of what is told about it. */
    List<String> live() {
        return jdbc.sql("""
                        select t::text from project.task t join project.project p on p.id = t.project_id where p.key = :key
                        union all select d::text from project.task_dependency d join project.project p on p.id = d.project_id where p.key = :key
                        union all select a::text from project.resource_assignment a join project.project p on p.id = a.project_id where p.key = :key
                        union all select c::text from project.plan_change c join project.project p on p.id = c.project_id where p.key = :key
                        union all select s::text from project.plan s join project.project p on p.id = s.project_id where p.key = :key
                        union all select m::text from project.project_member m join project.project p on p.id = m.project_id where p.key = :key
                        union all select 'tasks ' || count(*) from project.task
                        union all select 'found ' || count(*) from foundation.search_entry
                        union all select 'told ' || count(*) from foundation.activity_entry
                        union all select 'notified ' || count(*) from foundation.inbox_entry
                        union all select 'audited tasks ' || count(*) from foundation.audit_entry where subject_type = 'TASK'
                        order by 1
                        """).param("key", key).query(String.class).list();
    }
}

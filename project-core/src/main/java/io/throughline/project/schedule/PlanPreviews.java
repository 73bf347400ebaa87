package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows what a change of the plan would move, before it is made (scheduling rule 13): the change is really made, looked
 * at, and rolled back, so it is refused by the same rules and leads to the same dates.
 */
@Service
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
@RequiredArgsConstructor
public class PlanPreviews {

    private static final String DATES = """
            select number, name, kind, summary, shared, planned_start, planned_finish from project.task
             where project_id = ? and deleted_at is null order by number
            """;

    private final ProjectQueries projects;
    private final ObjectProvider<PlanLoads> loads;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    /**
     * @param change makes the change with this viewer's rights
     * @throws io.throughline.foundation.model.RuleViolation what the change itself would be refused with
     */
    public PlanPreview of(Viewer viewer, String key, Supplier<PlanChange> change) {
        var project = projects.requirePlan(viewer, key).toManage();
        var transaction = new TransactionTemplate(transactions);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var before = dates(project.id().value());
            var made = change.get();
            var preview = PlanPreview.between(before, dates(project.id().value()), made);
            var known = loads.getIfAvailable();
            return known == null
                    ? preview
                    : preview.overloading(known.added(viewer, project, preview.before(), preview.since()));
        }));
    }

    private List<Dates> dates(long project) {
        return jdbc.sql(DATES).param(project).query(Dates.class).list();
    }

    record Dates(
            int number,
            String name,
            TaskKind kind,
            boolean summary,
            boolean shared,
            @Nullable LocalDateTime plannedStart,
            @Nullable LocalDateTime plannedFinish) {}
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.planfile.GeneratedPlan;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a plan file holds stands in the tables afterwards, counted and summed against the file. */
@CoreTest
class GeneratedPlanImportTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Autowired
    PlanImports imports;

    @Autowired
    ProjectFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void signIn() {
        pm = fixtures.a(Role.PROJECT_MANAGER);
    }

    @Test
    void storesEachTaskWithItsPlaceInTheOutlineAndTheDatesOfTheFileWhereTheyAreOthers() {
        var source = GeneratedPlan.of(42, 400);
        var key = imports.create(pm, keep(source), plain(), PATIENCE).key();

        assertThat(jdbc.sql("""
                                select t.name || '|' || coalesce(s.name, '') || '|' || coalesce(f.start, t.planned_start)
                                    || '|' || coalesce(f.finish, t.planned_finish)
                                    || '|' || coalesce(t.deadline::text, '') || '|' || t.mode || '|' || t.priority
                                  from project.task t left join project.task s on s.id = t.parent_id
                                  left join project.file_dates f on f.task_id = t.id
                                  join project.project p on p.id = t.project_id
                                 where p.key = ? order by t.number
                                """).param(key).query(String.class).list()).containsExactlyElementsOf(lines(source));
    }

    @Test
    void storesTenThousandTasksWithAllLinksAndAssignments() {
        var source = GeneratedPlan.of(43, 10_000);
        var steps = new ArrayList<Long>();
        var imported = imports.create(pm, keep(source), plain(), PATIENCE, (done, total) -> steps.add(done));

        long project = jdbc.sql("select id from project.project where key = ?")
                .param(imported.key())
                .query(Long.class)
                .single();
        assertThat(count("task", project)).isEqualTo(10_000);
        assertThat(count("task_dependency", project))
                .isEqualTo(source.getRelations().size());
        assertThat(count("resource_assignment", project))
                .isEqualTo(source.getResourceAssignments().size());
        assertThat(imported.report().tasks()).isEqualTo(10_000);
        assertThat(steps).isSorted().hasSizeGreaterThan(10);
        assertThat(steps.get(steps.size() - 1))
                .isEqualTo(10_000L
                        + source.getRelations().size()
                        + source.getResourceAssignments().size());
    }

    private static List<String> lines(ProjectFile source) {
        return source.getTasks().stream().map(GeneratedPlanImportTests::line).toList();
    }

    private static String line(Task task) {
        var parent = task.getParentTask();
        return String.join(
                "|",
                task.getName(),
                parent == null ? "" : parent.getName(),
                time(task.getStart()),
                time(task.getFinish()),
                task.getDeadline() == null ? "" : time(task.getDeadline()),
                task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED ? "MANUAL" : "AUTO",
                String.valueOf(task.getPriority().getValue()));
    }

    private static String time(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    }

    private static ImportPlan plain() {
        return new ImportPlan(null, null, null, null, null, null);
    }

    private long keep(ProjectFile source) {
        return imports.keep(pm, "plan.xml", new ByteArrayInputStream(PlanFiles.mspdi(source)))
                .id();
    }

    private long count(String table, long project) {
        return jdbc.sql("select count(*) from project." + table + " where project_id = ?")
                .param(project)
                .query(Long.class)
                .single();
    }
}

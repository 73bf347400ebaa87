package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mpxj.ProjectFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class PlanImportTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    PlanImports imports;

    @Autowired
    ProjectFixtures fixtures;

    @Autowired
    ProjectQueries projects;

    @Autowired
    BaselineQueries baselines;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void signIn() {
        pm = fixtures.a(Role.PROJECT_MANAGER);
    }

    @Test
    void storesTasksWithTheDatesThatTheFileLeadsTo() {
        var imported = importMspdi();
        assertThat(imported.key()).matches("[A-Z][A-Z0-9]{1,9}");
        assertThat(rows(
                        imported.key(),
                        "number, name, kind, summary, status, percent_complete, planned_start, planned_finish"))
                .extracting(
                        row -> row.get("number"),
                        row -> row.get("name"),
                        row -> row.get("kind"),
                        row -> row.get("status"),
                        row -> String.valueOf(row.get("planned_start")),
                        row -> String.valueOf(row.get("planned_finish")))
                .containsExactly(
                        tuple(1, "设计", "TASK", "NOT_STARTED", "2026-03-02 08:00:00.0", "2026-03-13 17:00:00.0"),
                        tuple(2, "工艺布局 <A&B>", "TASK", "DONE", "2026-03-02 08:00:00.0", "2026-03-06 17:00:00.0"),
                        tuple(3, "评审", "TASK", "IN_PROGRESS", "2026-03-09 08:00:00.0", "2026-03-11 17:00:00.0"),
                        tuple(4, "设计批准", "MILESTONE", "NOT_STARTED", "2026-03-13 17:00:00.0", "2026-03-13 17:00:00.0"),
                        tuple(5, "Build", "TASK", "NOT_STARTED", "2026-03-17 08:00:00.0", "2026-03-27 17:00:00.0"),
                        tuple(
                                6,
                                "Installation",
                                "TASK",
                                "NOT_STARTED",
                                "2026-03-17 08:00:00.0",
                                "2026-03-23 17:00:00.0"),
                        tuple(7, "FAT", "TASK", "NOT_STARTED", "2026-03-23 08:00:00.0", "2026-03-27 17:00:00.0"));
    }

    @Test
    void storesHierarchyConstraintBaselineAndProgress() {
        var key = importMspdi().key();
        var tasks = rows(
                key,
                "name, (select s.name from project.task s where s.id = t.parent_id) as above, constraint_type, deadline,"
                        + " baseline_finish, actual_finish, priority, mode, duration_minutes, effort_minutes, description");
        assertThat(tasks)
                .extracting(row -> row.get("above"))
                .containsExactly(null, "设计", "设计", "设计", null, "Build", "Build");
        assertThat(tasks.get(1))
                .containsEntry("duration_minutes", 2400L)
                .containsEntry("effort_minutes", 1200L)
                .containsEntry("description", "第一行\nsecond line");
        assertThat(tasks.get(1).get("baseline_finish")).hasToString("2026-03-05 17:00:00.0");
        assertThat(tasks.get(0)).containsEntry("effort_minutes", 1200L);
        assertThat(tasks.get(2)).containsEntry("priority", 800);
        assertThat(tasks.get(5)).containsEntry("constraint_type", "SNET");
        assertThat(tasks.get(6)).containsEntry("mode", "MANUAL");
    }

    @Test
    void storesAllBaselinesOfWhichTheFilesOwnCounts() {
        var key = importMspdi().key();

        assertThat(baselines.list(pm, key))
                .extracting(BaselineRow::name, BaselineRow::note, BaselineRow::taskCount)
                .containsExactly(tuple("R0", "文件中的基准", 1), tuple("R1", "文件中的基准 1", 1), tuple("R3", "文件中的基准 3", 1));
        assertThat(baselines.compare(pm, key, "r1", "r0").finishSlip()).isEqualTo(4);
        assertThat(jdbc.sql(Baseline.COUNTS.formatted("(select id from project.project where key = ?)"))
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsTheFirstOfTheOtherBaselinesOnTheTasksWhereTheFileHasNoneOfItsOwn() {
        var file = PlanFiles.bottlingLine();
        for (var task : file.getTasks()) {
            task.setBaselineStart((LocalDateTime) null);
            task.setBaselineFinish((LocalDateTime) null);
        }

        var key = importMspdi(file).key();

        assertThat(baselines.list(pm, key)).extracting(BaselineRow::name).containsExactly("R1", "R3");
        assertThat(rows(key, "baseline_start, baseline_finish").get(1))
                .hasToString("{baseline_start=2026-02-23 08:00:00.0, baseline_finish=2026-02-27 17:00:00.0}");
    }

    @Test
    void storesLinksResourcesAndAssignments() {
        var key = importMspdi().key();
        assertThat(jdbc.sql("""
                                select a.number as before, b.number as after, d.type, d.lag_minutes, d.lag_unit
                                  from project.task_dependency d
                                  join project.task a on a.id = d.predecessor_id
                                  join project.task b on b.id = d.successor_id
                                  join project.project p on p.id = d.project_id
                                 where p.key = ? order by b.number
                                """).param(key).query().listOfRows())
                .extracting(
                        r -> r.get("before"),
                        r -> r.get("after"),
                        r -> r.get("type"),
                        r -> r.get("lag_minutes"),
                        r -> r.get("lag_unit"))
                .containsExactly(
                        tuple(2, 3, "FINISH_TO_START", 960L, "WORKING"),
                        tuple(3, 4, "FINISH_TO_FINISH", 960L, "WORKING"),
                        tuple(4, 6, "START_TO_START", 4320L, "ELAPSED"),
                        tuple(6, 7, "START_TO_FINISH", -5000L, "PERCENT"));
        assertThat(jdbc.sql("""
                                select r.name, r.kind, r.max_units::text as max, a.units::text as units, a.work_minutes
                                  from project.resource r
                                  join project.project p on p.id = r.project_id
                                  left join project.resource_assignment a on a.resource_id = r.id
                                 where p.key = ? and r.name in ('王工', '钢材', '差旅费')
                                """).param(key).query().listOfRows())
                .extracting(r -> r.get("name"), r -> r.get("kind"), r -> r.get("max"), r -> r.get("work_minutes"))
                .contains(tuple("王工", "PERSON", "1.5000", 1200L))
                .hasSize(3);
    }

    @Test
    void showsADryRunThatStoresNothing() {
        long before = count("project.project");
        var upload = keep("计划.csv", "任务名称,开始,完成\n安装,2026-03-02,2026-03-06\n坏行,abc,\n");
        var run = imports.dryRun(pm, upload, PATIENCE);
        assertThat(run.name()).isEqualTo("计划");
        assertThat(run.rows()).extracting(PlanDryRun.Row::name).containsExactly("安装", "坏行");
        assertThat(run.report().problems())
                .extracting(PlanReport.Problem::row, PlanReport.Problem::column, PlanReport.Problem::rowLost)
                .containsExactly(tuple(3, "开始", false));
        assertThat(count("project.project")).isEqualTo(before);
    }

    @Test
    void makesOneProjectOfAFileHoweverOftenItIsAsked() {
        var upload = keep("plan.csv", "Name,Start,Finish\nA,2026-03-02,2026-03-06\n");
        var command = new ImportPlan("Twice", null, null, null, null, null);
        var first = imports.create(pm, upload, command, PATIENCE);
        long projectsNow = count("project.project");
        assertThat(first.report().tasks()).isEqualTo(1);
        assertThat(imports.create(pm, upload, command, PATIENCE))
                .as("project and report, as one who died before telling them left them")
                .isEqualTo(first);
        assertThat(count("project.project")).isEqualTo(projectsNow);
        assertThat(count("project.plan_upload_chunk where upload_id = " + upload))
                .isZero();
    }

    @Test
    void storesNothingOfAFileThatCannotBeRead() {
        long before = count("project.project");
        var upload = keep("plan.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Project>&b;</Project>");
        assertThatThrownBy(
                        () -> imports.create(pm, upload, new ImportPlan("X", null, null, null, null, null), PATIENCE))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> {
                    assertThat(violation.key()).isEqualTo("project.schedule.file.error.xmlDoctype");
                    assertThat(violation.field()).isEqualTo("file");
                });
        assertThat(count("project.project")).isEqualTo(before);
    }

    @Test
    void showsAnUploadToNobodyElse() {
        var upload = keep("plan.csv", "Name,Start,Finish\nA,2026-03-02,2026-03-06\n");
        var other = fixtures.a(Role.PROJECT_MANAGER);
        assertThatThrownBy(() -> imports.dryRun(other, upload, PATIENCE)).isInstanceOf(NotFound.class);
        imports.drop(other, upload);
        assertThat(imports.require(pm, upload).fileName()).isEqualTo("plan.csv");
    }

    @Test
    void keepsOnlyTheNameOfTheFile() {
        var upload = keep("C:\\Users\\王\\..\\plan.csv", "Name,Start\nA,2026-03-02\n");
        assertThat(imports.require(pm, upload).fileName()).isEqualTo("plan.csv");
    }

    @Test
    void derivesTheProgressOfSummariesInASheet() {
        var upload = keep(
                "plan.csv",
                "WBS,Name,Start,Finish,Duration,% Complete\n1,All,,,,\n1.1,A,2026-03-02,,1d,100%\n1.2,B,2026-03-03,,3d,0%\n");
        var key = imports.create(pm, upload, new ImportPlan("S", null, null, null, null, null), PATIENCE)
                .key();
        assertThat(rows(key, "percent_complete, status"))
                .extracting(row -> row.get("percent_complete"), row -> row.get("status"))
                .containsExactly(tuple(25, "IN_PROGRESS"), tuple(100, "DONE"), tuple(0, "NOT_STARTED"));
    }

    @Test
    void computesAPlanOfDurationsAndLinksFromTheDayNamed() {
        var upload = keep(
                "plan.csv",
                "WBS,Name,Duration,Predecessors,% Complete\n1,All,,,\n1.1,A,3d,,40\n1.2,B,,2FS+1d,\n1.3,C,0d,3,\n");
        var first = LocalDate.of(2026, 3, 5);
        var command = new ImportPlan("S", null, null, null, null, first);
        var imported = imports.create(pm, upload, command, PATIENCE);
        assertThat(imported.report().problems()).isEmpty();
        assertThat(imported.report().dateCount()).isZero();
        assertThat(rows(imported.key(), "name, planned_start::text as s, planned_finish::text as f"))
                .extracting(row -> row.get("name") + " " + row.get("s") + " ~ " + row.get("f"))
                .containsExactly(
                        "All 2026-03-05 08:00:00 ~ 2026-03-11 17:00:00",
                        "A 2026-03-05 08:00:00 ~ 2026-03-09 17:00:00",
                        "B 2026-03-11 08:00:00 ~ 2026-03-11 17:00:00",
                        "C 2026-03-11 17:00:00 ~ 2026-03-11 17:00:00");
    }

    @Test
    void takesThousandsOfTasks() {
        var text = new StringBuilder("Name,Start,Finish,Predecessors,Resources\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append("Task ")
                    .append(i)
                    .append(",2026-03-02,2026-03-06,")
                    .append(i > 1 ? i - 1 + "FS" : "")
                    .append(",R")
                    .append(i % 50)
                    .append('\n');
        }
        var upload = keep("plan.csv", text.toString());
        var imported = imports.create(pm, upload, new ImportPlan("Large", null, null, null, null, null), PATIENCE);
        assertThat(rows(imported.key(), "number")).hasSize(5_000);
        assertThat(imported.report().links()).isEqualTo(4_999);
        assertThat(imported.report().resources()).isEqualTo(50);
    }

    @Test
    void goesOnWithNumbersAfterAnImport() {
        var key = importMspdi().key();
        assertThat(projects.require(pm, key).manages()).isTrue();
        var last = jdbc.sql(
                        "select last_number from project.task_number n join project.project p on p.id = n.project_id where p.key = ?")
                .param(key)
                .query(Integer.class)
                .single();
        assertThat(last).isEqualTo(7);
    }

    private ImportedPlan importMspdi() {
        return importMspdi(PlanFiles.bottlingLine());
    }

    private ImportedPlan importMspdi(ProjectFile file) {
        var content = new ByteArrayInputStream(PlanFiles.mspdi(file));
        var upload = imports.keep(pm, "plan.xml", content);
        return imports.create(pm, upload.id(), new ImportPlan(null, null, null, null, null, null), PATIENCE);
    }

    private long keep(String name, String content) {
        return imports.keep(pm, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<Map<String, Object>> rows(String key, String columns) {
        return jdbc.sql(
                        "select " + columns
                                + " from project.task t where project_id = (select id from project.project where key = ?) order by number")
                .param(key)
                .query()
                .listOfRows();
    }
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.network.TaskDates;
import io.throughline.project.schedule.planfile.GeneratedPlan;
import io.throughline.project.schedule.planfile.KindsOfPlans;
import io.throughline.project.schedule.planfile.MspdiFile;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan written for Microsoft Project and read again is the same plan. */
@CoreTest
class PlanExportTests {

    private static final String TASKS = """
            select t.external_uid || '|' || concat_ws('|', coalesce(p.external_uid, '-'), t.name, t.kind, t.summary,
                   coalesce(t.description, '-'), t.status, t.percent_complete, t.mode, t.priority,
                   coalesce(t.planned_start::text, '-'), coalesce(t.planned_finish::text, '-'),
                   case when t.summary then '-' else coalesce(t.duration_minutes::text, '-') end, t.duration_elapsed,
                   coalesce(t.actual_start::text, '-'), coalesce(t.actual_finish::text, '-'),
                   coalesce(t.baseline_start::text, '-'), coalesce(t.baseline_finish::text, '-'), t.constraint_type,
                   coalesce(t.constraint_date::text, '-'), coalesce(t.deadline::text, '-'), t.gap_minutes,
                   t.leveling_delay_minutes, t.effort_type, t.effort_driven, t.own_hours,
                   coalesce(t.effort_minutes, 0))
              from project.task t left join project.task p on p.id = t.parent_id
              join project.project j on j.id = t.project_id where j.key = ? order by t.number
            """;

    private static final String LINKS = """
            select concat_ws('|', a.external_uid, b.external_uid, d.type, d.lag_minutes, d.lag_unit)
              from project.task_dependency d join project.task a on a.id = d.predecessor_id
              join project.task b on b.id = d.successor_id
              join project.project j on j.id = d.project_id where j.key = ? order by 1
            """;

    private static final String WORK = """
            select concat_ws('|', r.name, r.kind, r.max_units, coalesce(r.unit_label, '-'), coalesce(t.external_uid, '-'),
                   coalesce(a.units, 0), coalesce(a.work_minutes, 0), coalesce(c.week, '-'), coalesce(c.special_days, '-'))
              from project.resource r join project.project j on j.id = r.project_id
              left join project.resource_assignment a on a.resource_id = r.id
              left join project.task t on t.id = a.task_id
              left join foundation.work_calendar c on c.id = r.calendar_id where j.key = ? order by 1
            """;

    private static final String HOURS = """
            select coalesce(c.week, '-') || '|' || coalesce(c.special_days, '-') from project.project j
              left join foundation.work_calendar c on c.id = j.calendar_id where j.key = ?
            union all
            select t.external_uid || '|' || c.week || '|' || c.special_days from project.task t
              join project.project j on j.id = t.project_id join foundation.work_calendar c on c.id = t.calendar_id
             where j.key = ? order by 1
            """;

    private static final String BASELINES = """
            select concat_ws('|', b.number, t.external_uid, coalesce(l.start::text, '-'), coalesce(l.finish::text, '-'))
              from project.baseline b join project.baseline_task l on l.baseline_id = b.id
              join project.task t on t.id = l.task_id
              join project.project j on j.id = b.project_id where j.key = ? order by b.number, t.number
            """;

    @Autowired
    PlanImports imports;

    @Autowired
    PlanExports exports;

    @Autowired
    Baselines baselines;

    @Autowired
    ComputedPlans plans;

    @Autowired
    ProjectFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void signIn() {
        pm = fixtures.a(Role.PROJECT_MANAGER);
    }

    static List<String> kinds() {
        return List.copyOf(KindsOfPlans.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bringsEachKindOfPlanBack(String kind) throws IOException {
        comesBack("plan.xml", PlanFiles.mspdi(KindsOfPlans.all().get(kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void bringsPlansOfMicrosoftProjectBack(String name) throws IOException {
        comesBack(name, PlanFiles.saved(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bringsLargePlansBack(long seed) throws IOException {
        comesBack("plan.xml", PlanFiles.mspdi(GeneratedPlan.of(seed, 200)));
    }

    @Test
    void bringsPeopleMaterialsAndNotesBack() throws IOException {
        comesBack("plan.xml", PlanFiles.mspdi(PlanFiles.bottlingLine()));
    }

    @Test
    void keepsEarlierBaselinesBesideTheOneThatCountsNow() throws IOException {
        var key = imported("plan.xml", PlanFiles.mspdi(PlanFiles.bottlingLine()));
        baselines.propose(pm, key, "新范围");
        assertThat(baselines.approve(fixtures.a(Role.MANAGER), key)).isEqualTo(4);

        var out = new ByteArrayOutputStream();
        MspdiFile.write(exports.of(pm, key), out);
        var again = imported("again.xml", out.toByteArray());

        assertThat(facts(BASELINES, again).stream().map(line -> line.substring(0, 1)))
                .as("0 is what counts, the first of all has its number")
                .contains("0", "1", "3", "4")
                .doesNotContain("2");
        assertThat(facts(TASKS, again)).containsExactlyElementsOf(facts(TASKS, key));
    }

    private void comesBack(String name, byte[] bytes) throws IOException {
        var key = imported(name, bytes);
        var out = new ByteArrayOutputStream();
        MspdiFile.write(exports.of(pm, key), out);
        var again = imported("again.xml", out.toByteArray());

        assertThat(facts(TASKS, again)).containsExactlyElementsOf(facts(TASKS, key));
        assertThat(facts(LINKS, again)).containsExactlyElementsOf(facts(LINKS, key));
        assertThat(facts(BASELINES, again)).containsExactlyElementsOf(facts(BASELINES, key));
        assertThat(facts(WORK, again)).containsExactlyElementsOf(facts(WORK, key));
        assertThat(facts(HOURS, again, again)).containsExactlyElementsOf(facts(HOURS, key, key));
        assertThat(dates(again)).containsExactlyElementsOf(dates(key));
        assertThat(plans.of(pm, again).finish()).isEqualTo(plans.of(pm, key).finish());
    }

    private List<TaskDates> dates(String key) {
        return plans.of(pm, key).tasks().stream()
                .map(ComputedPlan.ComputedTask::dates)
                .toList();
    }

    private List<String> facts(String sql, Object... keys) {
        return jdbc.sql(sql).params(keys).query(String.class).list();
    }

    private String imported(String name, byte[] bytes) {
        var upload = imports.keep(pm, name, new ByteArrayInputStream(bytes));
        return imports.create(
                        pm, upload.id(), new ImportPlan("Plan", null, null, null, null, null), Duration.ofMinutes(1))
                .key();
    }
}

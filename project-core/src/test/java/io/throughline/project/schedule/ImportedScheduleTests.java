package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Schedule;
import io.throughline.project.schedule.network.TaskDates;
import io.throughline.project.schedule.planfile.GeneratedPlan;
import io.throughline.project.schedule.planfile.KindsOfPlans;
import io.throughline.project.schedule.planfile.PlanFileNetwork;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored plan of a file computes to what the engine makes of the file itself. */
@CoreTest
class ImportedScheduleTests {

    @Autowired
    PlanImports imports;

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

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void computesToTheDatesOfMicrosoftProject(String name) {
        agrees(name, PlanFiles.saved(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void computesToWhatTheFileSays(long seed) {
        agrees("plan.xml", PlanFiles.mspdi(GeneratedPlan.of(seed, 150)));
    }

    static List<String> kinds() {
        return List.copyOf(KindsOfPlans.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void computesEachKindOfPlanToWhatTheFileSays(String kind) {
        agrees("plan.xml", PlanFiles.mspdi(KindsOfPlans.all().get(kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void computesPlansOfPrimaveraToWhatTheFileSays(String kind) {
        var plan = KindsOfPlans.all().get(kind);
        plan.getTasks().forEach(ImportedScheduleTests::date);
        agrees("plan.xml", PlanFiles.pmxml(plan));
        agrees("plan.xer", PlanFiles.xer(plan));
    }

    /** Primavera's files hold every date and duration. */
    private static void date(Task task) {
        if (task.getStart() == null) {
            task.setStart(PlanFiles.at(3, 2, 8));
            task.setFinish(PlanFiles.at(3, 2, 17));
        }
        task.setPlannedStart(task.getStart());
        task.setPlannedFinish(task.getFinish());
        task.setEarlyStart(task.getStart());
        task.setEarlyFinish(task.getFinish());
        task.setPlannedDuration(task.getDuration());
        if (task.getRemainingDuration() == null) {
            task.setRemainingDuration(task.getDuration());
        }
    }

    private void agrees(String name, byte[] bytes) {
        var schedule = CriticalPath.of(PlanFileNetwork.of(PlanFiles.read(name, bytes)));
        var upload = imports.keep(pm, name, new ByteArrayInputStream(bytes));
        var key = imports.create(
                        pm, upload.id(), new ImportPlan(null, null, null, null, null, null), Duration.ofMinutes(1))
                .key();

        assertThat(stored(key)).containsExactlyInAnyOrderEntriesOf(inFile(schedule));
    }

    private static Map<String, List<Object>> inFile(Schedule schedule) {
        var facts = new HashMap<String, List<Object>>();
        schedule.all().forEach(dates -> facts.put(String.valueOf(dates.id()), facts(dates)));
        return facts;
    }

    private static List<Object> facts(TaskDates dates) {
        return List.of(
                dates.start(),
                dates.finish(),
                dates.earlyStart(),
                dates.earlyFinish(),
                dates.lateStart(),
                dates.lateFinish(),
                dates.totalSlack(),
                dates.freeSlack(),
                dates.critical());
    }

    private Map<String, List<Object>> stored(String key) {
        var uids = new HashMap<Long, String>();
        jdbc.sql("select number, external_uid from project.task t join project.project p on p.id = t.project_id"
                        + " where p.key = ?")
                .param(key)
                .query(row -> {
                    uids.put(row.getLong("number"), row.getString("external_uid"));
                });
        var facts = new HashMap<String, List<Object>>();
        plans.of(pm, key)
                .tasks()
                .forEach(task -> facts.put(uids.get(task.dates().id()), facts(task.dates())));
        return facts;
    }
}

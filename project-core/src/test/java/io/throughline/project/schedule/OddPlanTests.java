package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans that are well-formed and make no sense: what can be stored is stored, the rest is named. */
@CoreTest
class OddPlanTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String START = "<Start>2026-03-02T08:00:00</Start>";

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
    void leavesBlankRowsOtherProjectsTasksAndTheProjectsOwnLineOut() {
        var imported = create(task(0, 0, "Project line", "<OutlineLevel>0</OutlineLevel><Summary>1</Summary>")
                + task(1, 1, "Real", START)
                + "<Task><UID>2</UID><ID>2</ID><IsNull>1</IsNull></Task>"
                + task(3, 3, "Elsewhere", START + "<ExternalTask>1</ExternalTask>")
                + task(
                        4,
                        4,
                        "Inserted",
                        START + "<IsSubproject>1</IsSubproject>" + "<SubprojectName>/etc/passwd</SubprojectName>")
                + task(5, 5, "Weekly", START + "<Recurring>1</Recurring>")
                + task(6, 6, "Off", START + "<Active>0</Active>" + link(3, 1) + link(99, 1)));

        assertThat(rows(imported.key()))
                .extracting(row -> row.get("name"), row -> row.get("status"))
                .containsExactly(
                        tuple("Real", "NOT_STARTED"),
                        tuple("Inserted", "NOT_STARTED"),
                        tuple("Weekly", "NOT_STARTED"),
                        tuple("Off", "CANCELLED"));
        assertThat(imported.report().notTakenOver())
                .extracting(PlanReport.Line::code)
                .contains("externalTasks", "externalLinks", "subprojects", "recurringTasks", "inactiveTasks");
    }

    @Test
    void namesDatesOutOfReachAndKeepsTheTask() {
        var imported = create(task(1, 1, "远期", "<Start>9999-12-31T08:00:00</Start><Finish>9999-12-31T17:00:00</Finish>")
                + task(2, 2, "Before time", "<Start>0001-01-01T00:00:00</Start>")
                + task(3, 3, "Backwards", START + "<Finish>2026-01-01T17:00:00</Finish>"));

        assertThat(rows(imported.key()))
                .extracting(row -> row.get("name"), row -> String.valueOf(row.get("planned_start")))
                .containsExactly(
                        tuple("远期", "2026-03-02 08:00:00.0"),
                        tuple("Before time", "2026-03-02 08:00:00.0"),
                        tuple("Backwards", "2026-03-02 08:00:00.0"));
        assertThat(imported.report().problems())
                .extracting(PlanReport.Problem::row, PlanReport.Problem::code)
                .contains(
                        tuple(1, "dateOutOfRange"),
                        tuple(1, "dateOutOfRange"),
                        tuple(2, "dateOutOfRange"),
                        tuple(3, "finishBeforeStart"));
        assertThat(rows(imported.key()))
                .allMatch(row -> row.get("planned_finish") == null
                        || row.get("planned_start") == null
                        || String.valueOf(row.get("planned_finish")).compareTo(String.valueOf(row.get("planned_start")))
                                >= 0);
    }

    @Test
    void refusesLinksThatRunInACircleAlsoThroughTheHierarchy() {
        var imported = create(task(1, 1, "A", START + link(3, 1))
                + task(2, 2, "B", START + link(1, 1))
                + task(3, 3, "C", START + link(2, 1))
                + task(4, 4, "Alone", START + link(4, 1))
                + task(5, 5, "Sum", START + "<Summary>1</Summary>")
                + task(6, 6, "Part", START + "<OutlineLevel>2</OutlineLevel>" + link(5, 1))
                + task(7, 7, "Twice", START + link(4, 1) + link(4, 3)));

        assertThat(imported.report().links()).isEqualTo(1);
        assertThat(imported.report().problems())
                .extracting(PlanReport.Problem::code)
                .containsExactlyInAnyOrder(
                        "linkCircle", "linkCircle", "linkCircle", "linkImpossible", "linkImpossible", "linkTwice");
    }

    @Test
    void takesNeitherControlCharactersNorTurnedDirections() {
        var imported = create(task(1, 1, "photo\u202Egpj.exe\u2066x", START) + task(2, 2, " \u00a0 ", START));

        assertThat(rows(imported.key())).extracting(row -> row.get("name")).containsExactly("photogpj.exex", "#2");
    }

    @Test
    void countsTheWorkOfPeopleOnly() {
        var key = imported("<Tasks>" + task(1, 1, "Weld", START) + "</Tasks><Resources>"
                        + "<Resource><UID>1</UID><ID>1</ID><Name>王工</Name><Type>1</Type></Resource>"
                        + "<Resource><UID>2</UID><ID>2</ID><Name>钢材</Name><Type>0</Type></Resource>"
                        + "</Resources><Assignments>"
                        + "<Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>8</Units>"
                        + "<Work>PT6H0M0S</Work></Assignment>"
                        + "<Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID><Units>40</Units>"
                        + "<Work>PT40H0M0S</Work></Assignment></Assignments>")
                .key();

        assertThat(rows(key)).extracting(row -> row.get("effort_minutes")).containsExactly(360L);
        assertThat(jdbc.sql("""
                                select a.units::text from project.resource_assignment a
                                  join project.resource r on r.id = a.resource_id
                                  join project.project p on p.id = a.project_id where p.key = ? order by r.name
                                """).param(key).query(String.class).list()).containsExactly("8.0000", "40.0000");
    }

    /** Numbers, dates and links at random, many of them absurd: stored or refused by name, never anything else. */
    @Test
    void storesOrRefusesWhateverTheFieldsHold() {
        var random = new Random(20261122);
        int stored = 0;
        for (int round = 0; round < 40; round++) {
            var tasks = new StringBuilder();
            for (int i = 1; i <= 30; i++) {
                tasks.append(absurd(i, random));
            }
            try {
                var imported = create(tasks.toString());
                assertThat(rows(imported.key())).hasSize(imported.report().tasks());
                stored++;
            } catch (RuleViolation refusal) {
                assertThat(refusal.key()).startsWith("project.schedule.file.error.");
            }
        }
        assertThat(stored).isPositive();
    }

    private static String absurd(int i, Random random) {
        var fields = new StringBuilder();
        for (var field : new String[] {
            "Start", "Finish", "ActualStart", "ActualFinish", "Deadline", "ConstraintDate", "ManualStart"
        }) {
            if (random.nextInt(3) > 0) {
                fields.append("<%s>%04d-%02d-%02dT%02d:00:00</%s>"
                        .formatted(
                                field,
                                random.nextInt(6) == 0 ? 1 + random.nextInt(9_998) : 2020 + random.nextInt(10),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(24),
                                field));
            }
        }
        var numbers =
                new String[] {"0", "1", "-1", "250", "7", "99999999", "2147483647", "-2147483648", "1e9", "", "x"};
        for (var field : new String[] {
            "PercentComplete",
            "Priority",
            "ConstraintType",
            "OutlineLevel",
            "Milestone",
            "Summary",
            "Type",
            "CalendarUID"
        }) {
            if (random.nextInt(4) == 0) {
                fields.append("<%s>%s</%s>".formatted(field, numbers[random.nextInt(numbers.length)], field));
            }
        }
        var durations = new String[] {"PT8H0M0S", "PT-8H0M0S", "PT90000H0M0S", "P1Y", "", "8", "PT0.5S"};
        fields.append("<Duration>")
                .append(durations[random.nextInt(durations.length)])
                .append("</Duration>");
        fields.append("<Baseline><Number>0</Number><Start>2026-0").append(1 + random.nextInt(9));
        fields.append("-10T08:00:00</Start></Baseline>");
        if (random.nextBoolean()) {
            fields.append(link(1 + random.nextInt(32), random.nextInt(6)));
        }
        int uid = random.nextInt(10) == 0 ? random.nextInt(5) : i;
        return task(uid, i, "T" + i, fields.toString());
    }

    private static String task(int uid, int id, String name, String fields) {
        return "<Task><UID>" + uid + "</UID><ID>" + id + "</ID><Name>" + name + "</Name>"
                + (fields.contains("<OutlineLevel>") ? "" : "<OutlineLevel>1</OutlineLevel>") + fields + "</Task>";
    }

    private static String link(int predecessor, int type) {
        return "<PredecessorLink><PredecessorUID>" + predecessor + "</PredecessorUID><Type>" + type
                + "</Type></PredecessorLink>";
    }

    private ImportedPlan create(String tasks) {
        return imported("<Tasks>" + tasks + "</Tasks>");
    }

    private ImportedPlan imported(String content) {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Project xmlns=\"http://schemas.microsoft.com/project\">" + content + "</Project>";
        var upload = imports.keep(pm, "odd.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return imports.create(pm, upload.id(), new ImportPlan("Odd", null, null, null, null, null), PATIENCE);
    }

    private List<Map<String, Object>> rows(String key) {
        return jdbc.sql("""
                        select name, status, planned_start, planned_finish, effort_minutes from project.task
                         where project_id = (select id from project.project where key = ?) order by number
                        """).param(key).query().listOfRows();
    }
}

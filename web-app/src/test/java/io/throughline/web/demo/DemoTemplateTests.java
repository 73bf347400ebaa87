package io.throughline.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.ComputedPlans;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.project.template.SaveTemplate;
import io.throughline.project.template.TemplateKind;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every plan of the demo company as a template, and projects begun from it. */
@WebTest
class DemoTemplateTests {

    @Autowired
    private DemoCompany company;

    @Autowired
    private ProjectTemplates templates;

    @Autowired
    private Projects projects;

    @Autowired
    private TaskQueries plan;

    @Autowired
    private ComputedPlans computed;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignInAs as;

    @Test
    void aProjectBegunOnAnotherDayHasTheDurationsAndLinksOfItsSource() {
        company.load(Viewer.system("test"));
        var manager = as.create(Role.MANAGER);
        var sources = jdbc.sql("""
                        select p.key from project.project p
                         where exists (select 1 from project.task t where t.project_id = p.id and t.deleted_at is null)
                           and not exists (select 1 from project.task t
                                            where t.project_id = p.id and t.status = 'CANCELLED')
                           and p.planned_start is not null order by p.key
                        """).query(String.class).list();
        assertThat(sources).hasSizeGreaterThan(5);

        for (var source : sources) {
            var start = jdbc.sql("select planned_start from project.project where key = ?")
                    .param(source)
                    .query(LocalDate.class)
                    .single()
                    .plusWeeks(6);
            var begun = begin(manager, source, start);
            assertThat(lines(manager, begun)).as(source).isEqualTo(lines(manager, source));
            assertThat(links(manager, begun)).as(source).isEqualTo(links(manager, source));

            var again = begin(manager, begun, start);
            assertThat(links(manager, again)).as(source).isEqualTo(links(manager, begun));
            assertThat(dates(manager, again)).as(source).isEqualTo(dates(manager, begun));
        }
    }

    private String begin(Viewer manager, String source, LocalDate start) {
        var code = templates.save(
                manager,
                new SaveTemplate(
                        source, null, source, null, null, null, TemplateKind.OTHER, TemplateStaffing.PEOPLE, null));
        return projects.create(
                        manager,
                        new CreateProject(
                                source,
                                null,
                                null,
                                null,
                                false,
                                null,
                                Visibility.INTERNAL,
                                start,
                                null,
                                null,
                                null,
                                code))
                .key();
    }

    private List<String> lines(Viewer manager, String key) {
        return plan.outline(manager, key).stream()
                .map(row -> "%s %s %s %s %s"
                        .formatted(
                                row.wbs(),
                                row.name(),
                                row.kind(),
                                row.summary() ? "" : row.durationText(),
                                row.constraintType()))
                .toList();
    }

    /** By code, as numbers of a new project are its own. */
    private List<String> links(Viewer manager, String key) {
        Map<Integer, String> codes =
                plan.outline(manager, key).stream().collect(Collectors.toMap(TaskRow::number, TaskRow::wbs));
        return jdbc
                .sql("""
                        select a.number as before, b.number as behind, d.type, d.lag_minutes, d.lag_unit
                          from project.task_dependency d
                          join project.task a on a.id = d.predecessor_id and a.deleted_at is null
                          join project.task b on b.id = d.successor_id and b.deleted_at is null
                          join project.project p on p.id = d.project_id
                         where p.key = ?
                        """)
                .param(key)
                .query((row, n) -> "%s %s %s %s %s"
                        .formatted(
                                codes.get(row.getInt("before")),
                                codes.get(row.getInt("behind")),
                                row.getString("type"),
                                row.getLong("lag_minutes"),
                                row.getString("lag_unit")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private Map<String, String> dates(Viewer manager, String key) {
        Map<Integer, String> codes =
                plan.outline(manager, key).stream().collect(Collectors.toMap(TaskRow::number, TaskRow::wbs));
        var dates = new HashMap<String, String>();
        for (var task : computed.of(manager, key).tasks()) {
            var one = task.dates();
            dates.put(
                    String.valueOf(codes.get((int) one.id())),
                    one.start() + "…" + one.finish() + " slack " + one.totalSlack() + " " + one.freeSlack());
        }
        return dates;
    }
}

package io.throughline.project.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.BroughtPlans;
import io.throughline.project.schedule.ComputedPlans;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Project, template, project: what the engine says of both is the same. On China's calendar, with its holidays. */
@CoreTest
@Import(ProjectFixtures.class)
class TemplateRoundTripTests {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 2);

    /** Before a week of holidays, with workdays made up on weekends. */
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 22);

    @Autowired
    ProjectFixtures given;

    @Autowired
    ProjectTemplates templates;

    @Autowired
    ProjectTemplateQueries queries;

    @Autowired
    Projects projects;

    @Autowired
    BroughtPlans brought;

    @Autowired
    ComputedPlans computed;

    @Autowired
    TaskQueries plan;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    WorkCalendarQueries calendarQueries;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void aManager() {
        pm = given.a(Role.PROJECT_MANAGER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aProjectOnTheSameDayHasTheSameDatesLinksAndSlack(long seed) {
        var source = aPlan(SPRING, seed, true);

        var copy = begun(saved(source), SPRING);

        assertThat(outline(copy)).isEqualTo(outline(source));
        assertThat(dates(copy)).isEqualTo(dates(source));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void whatNobodySetADateForIsDatedByTheEngineAnew(long seed) {
        var spring = aPlan(SPRING, seed, false);
        var autumn = aPlan(AUTUMN, seed, false);

        var copy = begun(saved(spring), AUTUMN);

        assertThat(dates(copy)).isEqualTo(dates(autumn));
    }

    @Test
    void aProjectOnTheSameDayHasWhatAnotherPlannedBackHas() {
        var source = aPlan(SPRING, 31, false);
        jdbc.sql("update project.project set planned_finish = date '2026-08-31' where id = ?")
                .param(source.id().value())
                .update();
        jdbc.sql("update project.plan set direction = 'FROM_FINISH', revision = revision + 1 where project_id = ?")
                .param(source.id().value())
                .update();
        brought.compute(Viewer.system("test"), List.of(source.id()));

        var copy = begun(saved(source), SPRING, LocalDate.of(2026, 8, 31));

        assertThat(dates(copy)).isEqualTo(dates(source));
    }

    @Test
    void whatHappenedStaysBehind() {
        var source = aPlan(SPRING, 41, true);
        var planned = dates(source);
        jdbc.sql("""
                        update project.task set status = 'IN_PROGRESS', percent_complete = 40, leveling_delay_minutes = 1440,
                               actual_start = timestamp '2026-04-20 09:30', baseline_start = timestamp '2026-03-02 08:00'
                         where project_id = ? and not summary and kind = 'TASK' and number % 3 = 0
                        """).param(source.id().value()).update();
        brought.compute(Viewer.system("test"), List.of(source.id()));
        assertThat(dates(source)).isNotEqualTo(planned);

        var copy = begun(saved(source), SPRING);

        assertThat(dates(copy)).isEqualTo(planned);
        assertThat(jdbc.sql("""
                                select count(*) from project.task
                                 where project_id = ? and (percent_complete > 0 or actual_start is not null
                                       or baseline_start is not null or leveling_delay_minutes <> 0)
                                """).param(copy.id().value()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void theForecastIsWhatComesOut() {
        var code = saved(aPlan(SPRING, 51, true));

        var forecast = queries.forecast(pm, code, AUTUMN, null);
        var copy = begun(code, AUTUMN);

        assertThat(forecast.finish())
                .isEqualTo(computed.of(pm, copy.key()).finish().toLocalDate());
        var rows = plan.outline(pm, copy.key());
        assertThat(forecast.milestones()).isNotEmpty().allSatisfy(milestone -> assertThat(rows)
                .anySatisfy(row -> {
                    assertThat(row.name()).isEqualTo(milestone.name());
                    assertThat(row.plannedFinish().toLocalDate()).isEqualTo(milestone.date());
                }));
    }

    private String saved(ProjectAccess source) {
        return templates.save(
                pm,
                new SaveTemplate(
                        source.key(), null, "往返", null, null, null, TemplateKind.OTHER, TemplateStaffing.PEOPLE, null));
    }

    private ProjectAccess begun(String template, LocalDate start) {
        return begun(template, start, null);
    }

    private ProjectAccess begun(@Nullable String template, LocalDate start, @Nullable LocalDate finish) {
        return projects.create(
                pm,
                new CreateProject(
                        "压缩机站扩建",
                        null,
                        null,
                        null,
                        false,
                        null,
                        Visibility.INTERNAL,
                        start,
                        finish,
                        null,
                        null,
                        template));
    }

    private ProjectAccess aPlan(LocalDate start, long seed, boolean dates) {
        var project = begun(null, start, null);
        var hours = calendarQueries.require(pm, WorkCalendarId.CHINA_STANDARD).definition();
        var own = calendars
                .createFor(
                        pm,
                        TemplateCalendars.project(project.id()),
                        List.of(new CalendarDefinition(
                                "夜班", "Nights", ZoneId.of("Asia/Shanghai"), hours.week(), List.of())))
                .get(0)
                .value();
        projects.keepHours(pm, project.id(), WorkCalendarId.CHINA_STANDARD.value());
        new RandomPlan(jdbc, project, start, seed, dates, own).write(60);
        brought.compute(Viewer.system("test"), List.of(project.id()));
        return project;
    }

    /** Of each task in outline order, without its number. */
    private List<String> dates(ProjectAccess project) {
        var byNumber = new java.util.HashMap<Long, String>();
        computed.of(pm, project.key())
                .tasks()
                .forEach(task -> byNumber.put(
                        task.dates().id(),
                        "%s…%s slack %d, free %d, critical %s"
                                .formatted(
                                        task.dates().start(),
                                        task.dates().finish(),
                                        task.dates().totalSlack(),
                                        task.dates().freeSlack(),
                                        task.dates().critical())));
        return plan.outline(pm, project.key()).stream()
                .map(row -> row.name() + " " + byNumber.get((long) row.number()))
                .toList();
    }

    private List<String> outline(ProjectAccess project) {
        return plan.outline(pm, project.key()).stream()
                .map(row -> "%s %s %s %s %s %s %s %s %s %s"
                        .formatted(
                                row.wbs(),
                                row.name(),
                                row.kind(),
                                row.mode(),
                                row.durationMinutes(),
                                row.constraintType(),
                                row.constraintDate(),
                                row.deadline(),
                                row.calendarName(),
                                row.predecessors()))
                .toList();
    }
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of tasks that nobody touched, but which another task's change moved or filled. */
@CoreTest
@Import(ProjectFixtures.class)
class ConsequencesTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskProgress progress;

    @Autowired
    Baselines baselines;

    @Autowired
    TaskQueries queries;

    @Autowired
    ActivityQueries activity;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
        add("安装", null, 1);
        add("设备就位", 1, 3);
        add("接线", 1, 1);
        links.link(pm, key, 3, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));
    }

    @Test
    void tellsOnTheTimelineOfAMovedTaskFromWhereToWhereAndWhy() {
        lengthen(2, 5);

        var line = followed(3).get(0);
        assertThat(line.verb()).isEqualTo("project.schedule.moveFollowed");
        assertThat(line.data())
                .containsEntry("startBefore", "2026-03-05 08:00")
                .containsEntry("start", "2026-03-09 08:00")
                .containsEntry("finish", "2026-03-09 17:00")
                .containsEntry("cause", key + "-2");
        assertThat(line.actorName()).isEqualTo(pm.name());
        assertThat(line.isInternal()).isTrue();
    }

    @Test
    void tellsOnlyOfTheEndThatMoved() {
        lengthen(2, 5);

        var line = followed(1).get(0);
        assertThat(line.verb()).isEqualTo("project.schedule.finishFollowed");
        assertThat(line.data())
                .containsEntry("finishBefore", "2026-03-05 17:00")
                .containsEntry("finish", "2026-03-09 17:00")
                .containsEntry("cause", key + "-2");
    }

    @Test
    void pagesThroughWhatFollowedAndWhatWasDone() {
        for (int days = 4; days < 9; days++) {
            lengthen(2, days);
            lengthen(3, days);
        }
        var all = lines(3, PageRequest.first(50));

        var first = activity.timeline(pm, subject(3), PageRequest.first(4));
        var second = activity.timeline(pm, subject(3), PageRequest.of(first.next(), null, 50));

        assertThat(first.rows()).hasSize(4).isEqualTo(all.subList(0, 4));
        assertThat(second.rows()).isEqualTo(all.subList(4, all.size()));
        assertThat(all)
                .extracting(TimelineEntry::verb)
                .contains("project.schedule.edited", "project.schedule.moveFollowed");
    }

    @Test
    void hidesThemFromCustomers() {
        lengthen(2, 5);
        var seen = SeenSubject.of("TASK", task(3).id());

        assertThat(activity.timeline(given.a(Role.CUSTOMER), seen, PageRequest.first(20))
                        .rows())
                .isEmpty();
    }

    @Test
    void auditsWhatASummaryDerivesWithTheTaskItFollowsFrom() {
        progress.report(pm, key, 2, 40);
        progress.report(pm, key, 2, 100);

        assertThat(trail(1))
                .contains(
                        "status: NOT_STARTED > IN_PROGRESS " + key + "-2",
                        "percentComplete: 0 > 30 " + key + "-2",
                        "percentComplete: 30 > 75 " + key + "-2")
                .anyMatch(line -> line.matches("actualStart: - > \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d .*"));
    }

    @Test
    void auditsWhichBaselineCounts() {
        var manager = given.a(Role.MANAGER);
        baselines.propose(manager, key, null);
        baselines.propose(manager, key, null);

        assertThat(jdbc.sql("""
                                select coalesce(a.old_value, '-') || ' > ' || a.new_value from foundation.audit_entry a
                                  join project.project p on p.id = a.subject_id and a.subject_type = 'PROJECT'
                                 where p.key = ? and a.field = 'baseline' order by a.id
                                """).param(key).query(String.class).list()).containsExactly("- > R0 (3)", "R0 > R1 (3)");
    }

    private List<TimelineEntry> followed(int number) {
        return lines(number, PageRequest.first(50)).stream()
                .filter(line -> line.verb() != null && line.verb().endsWith("Followed"))
                .toList();
    }

    private List<TimelineEntry> lines(int number, PageRequest page) {
        return activity.timeline(pm, subject(number), page).rows();
    }

    private SubjectRef subject(int number) {
        return new SubjectRef("TASK", task(number).id());
    }

    private TaskDetail task(int number) {
        return queries.require(pm, key, number);
    }

    private List<String> trail(int number) {
        return jdbc.sql("""
                        select field || ': ' || coalesce(old_value, '-') || ' > ' || new_value || ' ' || cause
                          from foundation.audit_entry
                         where table_name = 'project.task' and record_id = ? and cause is not null and version is null
                        """).param(task(number).id()).query(String.class).list();
    }

    private void add(String name, @Nullable Integer parent, long days) {
        tasks.add(pm, key, new AddTask(name, null, parent, null, null, null, null, 480 * days, null, null, null));
    }

    private void lengthen(int number, long days) {
        var task = task(number);
        tasks.edit(
                pm,
                key,
                number,
                new EditTask(
                        task.version(),
                        task.name(),
                        null,
                        null,
                        task.plannedStart(),
                        task.plannedFinish(),
                        480 * days,
                        null,
                        500,
                        task.constraintType(),
                        task.constraintDate(),
                        null,
                        null,
                        task.mode(),
                        null,
                        null,
                        null));
    }
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@CoreTest
@Import(ProjectFixtures.class)
class TaskTrailTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProgress progress;

    @Autowired
    TaskQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsOfReportedProgressFieldByField() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = projects.create(pm, ProjectFixtures.command("审计轨迹样例", Visibility.INTERNAL, null, null))
                .key();
        int number = tasks.add(pm, key, AddTask.named("设计"));
        var task = queries.require(pm, key, number).id();
        commit();

        progress.report(pm, key, number, 40);
        commit();

        assertThat(jdbc.sql("""
                                select field || ': ' || coalesce(old_value, '-') || ' > ' || new_value
                                  from foundation.audit_entry
                                 where table_name = 'project.task' and record_id = ? and action = 'CHANGED'
                                """).param(task).query(String.class).list())
                .contains("status: NOT_STARTED > IN_PROGRESS", "percentComplete: 0 > 40")
                .anyMatch(line -> line.startsWith("actualStart: - > 2"))
                .noneMatch(line -> line.startsWith("actualFinish"));
        assertThat(jdbc.sql("select new_value from foundation.audit_entry where record_id = ? and action = 'CREATED'")
                        .param(task)
                        .query(String.class)
                        .single())
                .contains("name: 设计", "status: NOT_STARTED", "percentComplete: 0")
                .doesNotContain("actualStart");
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}

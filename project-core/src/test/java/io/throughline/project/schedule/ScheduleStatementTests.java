package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFilter;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectListQueries;
import io.throughline.project.lifecycle.ProjectRow;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class ScheduleStatementTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries queries;

    @Autowired
    ProjectListQueries lists;

    @Autowired
    MilestoneQueries milestones;

    @Test
    void readsAPlanInThreeStatementsWhateverItsSize() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var small = given.aProject(pm).key();
        tasks.add(pm, small, AddTask.named("设计"));
        var large = given.aProject(pm).key();
        for (int i = 0; i < 20; i++) {
            tasks.add(pm, large, AddTask.named("任务 " + i));
        }

        assertThat(Statements.during(() -> queries.outline(pm, small))).hasSize(3);
        assertThat(Statements.during(() -> queries.outline(pm, large))).hasSize(3);
    }

    @Test
    void listsProjectsWithTheirNextMilestonesInTwoStatements() {
        var pm = given.a(Role.PROJECT_MANAGER);
        given.aProject(pm);
        assertThat(listing(pm)).isEqualTo(2);

        for (int i = 0; i < 10; i++) {
            given.aProject(pm);
        }
        assertThat(listing(pm)).isEqualTo(2);
    }

    private int listing(Viewer pm) {
        return Statements.during(() -> {
                    var page = lists.list(pm, ProjectFilter.everything(), PageRequest.first(50));
                    milestones.next(pm, page.rows().stream().map(ProjectRow::id).toList());
                })
                .size();
    }
}

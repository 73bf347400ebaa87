package io.throughline.project.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class BoardTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProgress progress;

    @Autowired
    Boards boards;

    @Autowired
    BoardQueries queries;

    @Test
    void warnsWhenAColumnHoldsMoreThanItsLimit() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();
        tasks.add(pm, key, AddTask.named("a"));
        tasks.add(pm, key, AddTask.named("b"));
        boards.limit(pm, key, TaskStatus.IN_PROGRESS, 1);

        progress.moveTo(pm, key, 1, TaskStatus.IN_PROGRESS);
        assertThat(column(pm, key)).satisfies(column -> {
            assertThat(column.isAtLimit()).isTrue();
            assertThat(column.isOverLimit()).isFalse();
        });

        progress.moveTo(pm, key, 2, TaskStatus.IN_PROGRESS);
        assertThat(column(pm, key).isOverLimit()).isTrue();

        progress.moveTo(pm, key, 1, TaskStatus.DONE);
        progress.moveTo(pm, key, 1, TaskStatus.NOT_STARTED);
        assertThat(queries.board(pm, key, null).get(0).cards()).hasSize(1);
        assertThatThrownBy(() -> boards.limit(pm, key, TaskStatus.DONE, 0)).isInstanceOf(RuleViolation.class);
    }

    private BoardColumn column(io.throughline.foundation.people.Viewer pm, String key) {
        return queries.board(pm, key, null).get(1);
    }
}

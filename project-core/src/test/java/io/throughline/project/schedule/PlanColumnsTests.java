package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class PlanColumnsTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    PlanColumns columns;

    @Test
    void keepsWhatEachPersonChoseInTheirOrder() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var manager = given.a(Role.MANAGER);
        columns.choose(pm, List.of(PlanColumn.FINISH, PlanColumn.EFFORT, PlanColumn.FINISH, PlanColumn.START));

        assertThat(columns.of(pm))
                .containsExactly(
                        PlanColumn.NUMBER, PlanColumn.NAME, PlanColumn.FINISH, PlanColumn.EFFORT, PlanColumn.START);
        assertThat(columns.of(manager)).isEqualTo(PlanColumn.USUAL);

        columns.reset(pm);
        assertThat(columns.of(pm)).isEqualTo(PlanColumn.USUAL);
    }
}

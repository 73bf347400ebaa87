package io.throughline.project.resource;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.PlanLoads.Overloaded;
import io.throughline.project.schedule.PlanPreviews;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whom a change of the plan would overload: 李薇 works in the first week here and in the second elsewhere. */
@CoreTest
@Import(ProjectFixtures.class)
class PreviewedOverloadTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries queries;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    @Autowired
    PlanPreviews previews;

    private Viewer pm;
    private String here;
    private long person;

    @BeforeEach
    void workHereAndElsewhere() {
        pm = given.a(Role.PROJECT_MANAGER);
        person = resources
                .add(given.a(Role.RESOURCE_COORDINATOR), SaveResource.named("李薇", ResourceKind.PERSON))
                .value();
        here = given.aProject(pm).key();
        work(here, null);
        work(given.aProject(pm).key(), MONDAY.plusDays(7).atTime(8, 0));
    }

    @Test
    void namesWhoGetsTooMuchToDoAndWhen() {
        assertThat(overloads(8))
                .containsExactly(new Overloaded(
                        person,
                        "李薇",
                        MONDAY.plusDays(7).atTime(8, 0),
                        MONDAY.plusDays(9).atTime(17, 0),
                        200));
    }

    @Test
    void isSilentWhereNobodyIsAskedForMore() {
        assertThat(overloads(3)).isEmpty();
    }

    @Test
    void leavesOutTheOverloadThatWasThereBefore() {
        tasks.edit(pm, here, 1, Edits.lasting(queries.require(pm, here, 1), 8));

        assertThat(overloads(9))
                .extracting(Overloaded::from, Overloaded::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        MONDAY.plusDays(10).atTime(8, 0), MONDAY.plusDays(10).atTime(17, 0)));
    }

    private List<Overloaded> overloads(int days) {
        return previews.of(pm, here, () -> tasks.edit(pm, here, 1, Edits.lasting(queries.require(pm, here, 1), days)))
                .overloads();
    }

    private void work(String key, @Nullable LocalDateTime start) {
        tasks.add(pm, key, new AddTask("安装", null, null, null, null, start, null, 2_400L, null, null, null));
        assignments.add(pm, key, 1, new Assign(person, BigDecimal.ONE, null));
    }
}

package io.throughline.project.resource;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.ResourceLoad.Booked;
import io.throughline.project.resource.ResourceLoad.Period;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Load over all projects, as a coordinator and a project manager see it. */
@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class LoadTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    Resources resources;

    @Autowired
    ResourceQueries queries;

    @Autowired
    Assignments assignments;

    @Autowired
    Loads loads;

    private Viewer pm;
    private Viewer coordinator;
    private ResourceId person;

    @BeforeEach
    void aPersonInTwoProjects() {
        pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        person = resources.add(coordinator, SaveResource.named("李薇", ResourceKind.PERSON));
        work(given.aProject(pm).key(), "设计", 5, "0.75");
        work(given.aProject(pm, Visibility.PRIVATE, null).key(), "评审", 2, "0.5");
    }

    @Test
    void addsUpAllProjectsAndNamesTheOverload() {
        var load = load(pm);

        assertThat(load.periods())
                .extracting(Period::assignedMinutes, Period::capacityMinutes, Period::percent, Period::overloaded)
                .containsExactly(tuple(1_800L + 480, 2_400L, 95, true), tuple(0L, 2_400L, 0, false));
        assertThat(load.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.from()).isEqualTo(MONDAY.atTime(8, 0));
            assertThat(clash.to()).isEqualTo(MONDAY.plusDays(1).atTime(17, 0));
            assertThat(clash.percent()).isEqualTo(125);
            assertThat(clash.tasks()).extracting(Booked::name).containsExactly("设计", "评审");
        });
        assertThat(load.overloads()).hasSize(4);
    }

    @Test
    void countsAPrivateProjectWithoutItsName() {
        var load = load(coordinator);

        assertThat(load.periods().get(0).assignedMinutes()).isEqualTo(2_280);
        assertThat(load.bookings()).extracting(Booked::name).containsExactlyInAnyOrder("设计", null);
        assertThat(load.bookings()).filteredOn(Booked::isHidden).singleElement().satisfies(hidden -> {
            assertThat(hidden.project()).isNull();
            assertThat(hidden.projectName()).isNull();
            assertThat(hidden.no()).isNull();
        });
    }

    @Test
    void takesLeaveOffTheCapacity() {
        resources.takeLeave(coordinator, person, new Leave(MONDAY.plusDays(7), MONDAY.plusDays(9), "年假"));

        assertThat(load(pm).periods().get(1).capacityMinutes()).isEqualTo(960);
    }

    @Test
    void readsAnyNumberOfPeopleInAsManyStatements() {
        for (int i = 0; i < 5; i++) {
            resources.add(coordinator, SaveResource.named("人员" + i, ResourceKind.PERSON));
        }
        var all = queries.page(coordinator, ResourceFilter.none(), PageRequest.first(100))
                .rows();

        var sent = Statements.during(() -> loads.of(coordinator, all, LoadWindow.weeks(MONDAY, 12)));

        assertThat(sent).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void refusesAWindowThatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> new LoadWindow(MONDAY, MONDAY, LoadStep.DAY))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("project.resource.windowEmpty");
        assertThatThrownBy(() -> new LoadWindow(MONDAY, MONDAY.plusYears(1), LoadStep.DAY))
                .hasMessage("project.resource.windowTooLong");
    }

    private ResourceLoad load(Viewer viewer) {
        var row = queries.require(viewer, person).row();
        return loads.of(viewer, List.of(row), LoadWindow.weeks(MONDAY, 2)).get(0);
    }

    private void work(String key, String name, int days, String units) {
        tasks.add(pm, key, new AddTask(name, null, null, null, null, null, null, days * 480L, null, null, null));
        assignments.add(pm, key, 1, new Assign(person.value(), new BigDecimal(units), null));
    }
}

package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.transaction.TestTransaction;

/** A change of one task is planned from the schedule before it, with the result of a full run (rule 14). */
@CoreTest
@Import({ProjectFixtures.class, Statements.class})
class IncrementalReplanTests {

    private static final int TASKS = 30;

    @Autowired
    ProjectFixtures given;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskQueries queries;

    @Autowired
    Schedules schedules;

    private Viewer pm;
    private ProjectAccess project;

    @BeforeEach
    void aPlanOthersSee() {
        pm = somebody();
        project = given.aProject(pm);
        var dice = new Random(7);
        for (int i = 1; i <= TASKS; i++) {
            tasks.add(
                    pm,
                    project.key(),
                    new AddTask(
                            "任务 " + i,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            480L * (1 + dice.nextInt(5)),
                            null,
                            null,
                            null));
            if (i > 3) {
                links.link(
                        pm,
                        project.key(),
                        i,
                        new LinkTasks(
                                i - 1 - dice.nextInt(3),
                                DependencyType.values()[dice.nextInt(3)],
                                480L * dice.nextInt(3),
                                null));
            }
        }
        commit();
    }

    @AfterEach
    void end() {
        commit();
    }

    @Test
    void comesOutLikeAFullRun() {
        var dice = new Random(11);
        for (int i = 0; i < 20; i++) {
            lasting(1 + dice.nextInt(TASKS), 480L * dice.nextInt(9));
            commit();
            assertThat(stored()).isEqualTo(computed());
        }
    }

    @Test
    void readsNoPlanAgainForAChangeOfOneTask() {
        lasting(1, 480);
        commit();

        assertThat(Statements.during(() -> lasting(TASKS / 2, 960))).noneMatch(this::readsAllLinks);
        assertThat(Statements.during(() -> schedules.anew(project.id()))).anyMatch(this::readsAllLinks);
    }

    private boolean readsAllLinks(String sql) {
        return sql.contains("select predecessor_id, successor_id");
    }

    @Test
    void keepsNothingOfAChangeThatIsRolledBack() {
        lasting(1, 480);
        commit();
        lasting(1, 480 * 9);
        TestTransaction.flagForRollback();
        TestTransaction.end();
        TestTransaction.start();

        lasting(TASKS, 960);
        commit();

        assertThat(stored()).isEqualTo(computed());
    }

    /** Stays in the database, so the name is nobody's. */
    private Viewer somebody() {
        var login = "planner" + UUID.randomUUID().toString().substring(0, 8);
        var id = users.create(
                Viewer.system("test"),
                new CreateUser(login, "王芳", null, null, Set.of(Role.PROJECT_MANAGER), null, null));
        commit();
        return viewers.load(id).orElseThrow();
    }

    private void lasting(int number, long minutes) {
        var task = queries.require(pm, project.key(), number);
        tasks.edit(
                pm,
                project.key(),
                number,
                new EditTask(
                        null,
                        task.name(),
                        null,
                        null,
                        task.plannedStart(),
                        task.plannedFinish(),
                        minutes,
                        null,
                        500,
                        task.constraintType(),
                        task.constraintDate(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static void commit() {
        if (TestTransaction.isActive()) {
            TestTransaction.flagForCommit();
            TestTransaction.end();
        }
        TestTransaction.start();
    }

    private List<String> stored() {
        return queries.outline(pm, project).stream()
                .map(row -> row.number() + " " + row.plannedStart() + "/" + row.plannedFinish())
                .toList();
    }

    private List<String> computed() {
        var all = schedules.anew(project.id()).schedule().all();
        return all.stream()
                .map(dates -> dates.id() + " " + dates.start() + "/" + dates.finish())
                .toList();
    }
}

package io.throughline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ThroughlineApplication;
import io.throughline.aftersales.survey.AnswerSurvey;
import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.scope.DecideDeliverable;
import io.throughline.project.scope.DeliverableStatus;
import io.throughline.project.scope.Deliverables;
import io.throughline.test.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer's word counts once, however many windows it is given in at the same moment. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "throughline.live.check=300ms")
@Import(TestDatabase.class)
class ParallelDecisionTests {

    private static final int WINDOWS = 8;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    Projects projects;

    @Autowired
    Deliverables deliverables;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer contact;
    private long customer;

    @BeforeEach
    void aCustomer() {
        customer = id("""
                insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                values (nextval('foundation.id_seq'), 0, 'C-' || nextval('foundation.id_seq'), '并发客户', '并发', 'STANDARD',
                        now(), now()) returning id
                """);
        long person = id("""
                insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                values (nextval('foundation.id_seq'), 0, %d, '陈经理', 'zh-CN', true, now(), now()) returning id
                """.formatted(customer));
        manager = user(Set.of(Role.MANAGER, Role.PROJECT_MANAGER, Role.SUPPORT_AGENT), null);
        contact = user(Set.of(Role.CUSTOMER), person);
    }

    @Test
    void decidesADeliverableOnce() {
        var key = CurrentActor.call(manager, () -> projects.create(
                        manager,
                        new CreateProject(
                                "并发验收",
                                null,
                                null,
                                customer,
                                false,
                                null,
                                Visibility.INTERNAL,
                                LocalDate.of(2026, 3, 2),
                                null,
                                null,
                                null,
                                "equipment-delivery"))
                .key());
        deliverables.submit(manager, key, 1, "请审阅");

        var said = new DeliverableStatus[] {DeliverableStatus.ACCEPTED, DeliverableStatus.REJECTED};
        var won = together(window ->
                deliverables.decide(contact, key, 1, new DecideDeliverable(said[window % 2], "原因", "窗口 " + window)));

        assertThat(won).hasSize(1);
        assertThat(jdbc.sql("""
                                select d.status || ' ' || r.decision || ' ' || r.signed_name from project.deliverable d
                                  join project.project p on p.id = d.project_id
                                  join project.acceptance_record r on r.deliverable_id = d.id
                                 where p.key = ? and d.number = 1
                                """).param(key).query(String.class).single())
                .isEqualTo("%1$s %1$s 窗口 %2$d".formatted(said[won.get(0) % 2], won.get(0)));
    }

    @Test
    void keepsOneRatingThatEachWindowMayStillChange() {
        var number = resolved();

        var won = together(
                window -> ratings.rate(contact, number, AnswerSurvey.of(1 + window % 5, "第 " + window + " 个窗口")));

        assertThat(won).hasSize(WINDOWS);
        assertThat(jdbc.sql("""
                                select r.rating from aftersales.survey_response r
                                  join aftersales.survey_invitation i on i.id = r.invitation_id
                                  join aftersales.ticket t on t.id = i.subject_id and i.subject_type = 'TICKET'
                                 where t.number = ?
                                """).param(number).query(Integer.class).list())
                .singleElement()
                .isIn(1, 2, 3, 4, 5);
    }

    @Test
    void confirmsOrObjectsButNotBoth() {
        var number = resolved();

        var won = together(window -> {
            if (window % 2 == 0) {
                portal.confirm(contact, number);
            } else {
                portal.refuse(contact, number, "第 " + window + " 个窗口");
            }
        });

        assertThat(won).hasSize(1);
        var status = jdbc.sql("select category from aftersales.ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(status).isEqualTo(won.get(0) % 2 == 0 ? "CLOSED" : "OPEN");
    }

    private String resolved() {
        var number = portal.ask(contact, new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        CurrentActor.call(manager, () -> {
            tickets.resolve(manager, number);
            return true;
        });
        return number;
    }

    /** Which windows got through; the others were told why not. */
    private static List<Integer> together(IntConsumer deed) {
        var start = new CyclicBarrier(WINDOWS);
        var pool = Executors.newFixedThreadPool(WINDOWS);
        try {
            var running = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < WINDOWS; i++) {
                int window = i;
                running.add(pool.submit(() -> {
                    start.await();
                    try {
                        deed.accept(window);
                        return true;
                    } catch (RuleViolation | OptimisticLockingFailureException told) {
                        return false;
                    }
                }));
            }
            var won = new ArrayList<Integer>();
            for (int i = 0; i < WINDOWS; i++) {
                if (running.get(i).get()) {
                    won.add(i);
                }
            }
            return won;
        } catch (Exception e) {
            throw new AssertionError("a loser was not told in words", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Viewer user(Set<Role> roles, @Nullable Long contactId) {
        var login = "window" + System.nanoTime();
        var id = users.create(
                Viewer.system("test"), new CreateUser(login, "并发" + login, null, null, roles, null, contactId));
        return viewers.load(id).orElseThrow();
    }

    private long id(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

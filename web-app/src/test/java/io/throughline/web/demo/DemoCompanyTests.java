package io.throughline.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.mail.MailQueries;
import io.throughline.aftersales.mail.MailState;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RecordNumber;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class DemoCompanyTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    private DemoCompany company;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Search search;

    @Autowired
    private SignInAs as;

    @Autowired
    private MailQueries mails;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void load() {
        company.load(SYSTEM);
    }

    @Test
    void tellsTheWholeStory() {
        assertThat(count("foundation.customer")).isEqualTo(12);
        assertThat(count("project.project")).isEqualTo(20);
        assertThat(count("project.task")).isBetween(600L, 750L);
        assertThat(count("aftersales.ticket")).isEqualTo(400);
        assertThat(count("project.task where kind = 'MILESTONE' and baseline_finish is not null"))
                .isGreaterThan(60);
        assertThat(texts("select distinct phase from project.project"))
                .containsExactlyInAnyOrder("INITIATION", "PLANNING", "EXECUTION", "CLOSURE");
        assertThat(texts("select distinct status from project.project"))
                .containsExactlyInAnyOrder("ACTIVE", "ON_HOLD", "CLOSED", "CANCELLED");
        assertThat(texts("select distinct status from aftersales.ticket"))
                .containsExactlyInAnyOrder(
                        "NEW",
                        "IN_PROGRESS",
                        "WAITING_CUSTOMER",
                        "WAITING_THIRD_PARTY",
                        "ON_HOLD",
                        "RESOLVED",
                        "CLOSED",
                        "CANCELLED",
                        "MERGED");
        assertThat(texts("select distinct kind from aftersales.ticket")).hasSize(4);
    }

    @Test
    void keepsWhatIsDerivedInStep() {
        assertThat(count("aftersales.ticket t where t.active_at < (select max(at) from aftersales.ticket_message m"
                        + " where m.ticket_id = t.id)"))
                .isZero();
        assertThat(count("aftersales.ticket t where t.public_replies <> (select count(*) from aftersales.ticket_message"
                        + " m where m.ticket_id = t.id and m.visibility = 'PUBLIC' and not m.from_customer)"))
                .isZero();
        assertThat(count("aftersales.ticket t where t.status <> (select s.to_status from"
                        + " aftersales.ticket_status_change s where s.ticket_id = t.id order by s.at desc,"
                        + " s.id desc limit 1)"))
                .isZero();
        assertThat(count("aftersales.ticket where opened_at > now() or active_at > now() or resolved_at > now()"
                        + " or closed_at > now() or first_response_at < opened_at or resolved_at < first_response_at"))
                .isZero();
        assertThat(count("aftersales.ticket_status_change a join aftersales.ticket_status_change b on"
                        + " b.ticket_id = a.ticket_id and b.id = (select min(id) from"
                        + " aftersales.ticket_status_change c where c.ticket_id = a.ticket_id and c.id >"
                        + " a.id) where b.from_status <> a.to_status or b.at < a.at"))
                .isZero();
        assertThat(
                        texts(
                                "select concat_ws(' ', number, name, status, planned_start, planned_finish, actual_start, actual_finish)"
                                        + " from project.task where actual_finish > now() + interval '1 day'"
                                        + " or planned_finish < planned_start or (status = 'DONE') <> (actual_finish is not null)"))
                .isEmpty();
        assertThat(count("project.deliverable d where d.round <> (select count(*) from project.acceptance_record a"
                        + " where a.deliverable_id = d.id)"))
                .isZero();
        assertThat(texts("select number from aftersales.ticket"))
                .allSatisfy(
                        number -> assertThat(RecordNumber.parseChecked(number)).contains(number));
    }

    @Test
    void keepsTheSourcesOfTheMailsItTellsOf() {
        assertThat(mails.counts(SYSTEM)).containsEntry(MailState.REFUSED, 2);
        var page = mails.page(SYSTEM, MailState.ACCEPTED, PageRequest.of(null, null, 50));
        assertThat(page.rows()).hasSizeGreaterThan(10).allSatisfy(taken -> {
            var read = mails.detail(SYSTEM, taken.id()).mail();
            assertThat(read.subject()).isEqualTo(taken.subject());
            assertThat(read.messageId()).isEqualTo(taken.messageId());
            assertThat(read.text().strip())
                    .isEqualTo(texts("select body from aftersales.ticket_message where id = " + taken.message())
                            .get(0)
                            .strip());
        });
    }

    @Test
    void showsBelievableNumbers() {
        assertThat(percent("select 100.0 * count(*) filter (where actual_finish::date <= baseline_finish::date) /"
                        + " count(*) from project.task where kind = 'MILESTONE' and baseline_finish <"
                        + " now() and status <> 'CANCELLED'"))
                .isBetween(65.0, 92.0);
        assertThat(percent("select 100.0 * count(*) filter (where rating >= 4) / count(*) from"
                        + " aftersales.survey_response"))
                .isBetween(82.0, 95.0);
        assertThat(count("aftersales.ticket where live")).isBetween(20L, 45L);
        assertThat(count("aftersales.ticket where live and category <> 'RESOLVED' and due_at < now()"))
                .isBetween(1L, 10L);
    }

    @Test
    void plansWithPeopleMachinesAndMaterials() {
        assertThat(texts("select distinct kind from project.resource"))
                .containsExactlyInAnyOrder("PERSON", "EQUIPMENT", "GENERIC", "MATERIAL", "COST");
        assertThat(count("project.task t where t.assignee_id is not null and not t.summary and t.kind = 'TASK'"
                        + " and not exists (select 1 from project.resource_assignment a join project.resource r"
                        + " on r.id = a.resource_id where a.task_id = t.id and r.user_id = t.assignee_id)"))
                .isZero();
        assertThat(count("project.resource_assignment a where a.booked_minutes is null and a.work_minutes"
                        + " <> a.actual_work_minutes + a.remaining_work_minutes or a.units <= 0"))
                .isZero();
        assertThat(count("project.resource r where r.user_id is null and not exists"
                        + " (select 1 from project.resource_assignment a where a.resource_id = r.id)"))
                .isZero();
    }

    @Test
    void tellsWhatPeopleReallyWorked() {
        assertThat(texts("select distinct status from project.timesheet"))
                .containsExactlyInAnyOrder("DRAFT", "SUBMITTED", "APPROVED", "REJECTED");
        assertThat(count("project.timesheet_week w where not exists (select 1 from project.timesheet s"
                        + " where s.user_id = w.user_id and s.week = w.week)"))
                .isPositive();
        assertThat(count("project.resource_assignment a where a.booked_minutes <> a.actual_work_minutes"))
                .isZero();
        assertThat(
                        count(
                                "(select sum(minutes) from project.time_entry group by user_id, day having sum(minutes) > 720) d"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "manager, HDZC2, /projects/HDZC2",
        "pm, 昆山一号仓立体库二期, /projects/HDZC2",
        "member, 系统联调, /projects/HDZC2/tasks/",
        "ae, HDZC2, /projects/HDZC2",
        "agent, 黄文斌, /customers/C-",
        "agent, E217, /tickets/TK-",
        "manager, 林晓峰, /people/admin",
        "pm, 设计图纸与计算书, /projects/HDZC2/deliverables/1",
        "customer, E217, /tickets/TK-"
    })
    void findsEverythingForThoseWhoMaySeeIt(String login, String typed, String path) {
        assertThat(search.find(as.named(login), typed, null, 50))
                .as("%s looks for %s", login, typed)
                .extracting(Search.Hit::path)
                .anyMatch(found -> found.startsWith(path));
    }

    @ParameterizedTest
    @CsvSource({"technician, NLHH", "agent, HDZC2", "customer, 陈思远", "sales, 复位两次都起不来"})
    void findsNothingForThoseWhoMayNot(String login, String typed) {
        assertThat(search.find(as.named(login), typed, null, 50)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"manager", "pm", "member", "coordinator", "agent", "technician", "trainer", "ae", "sales"})
    void hasWorkForEverybody(String login) {
        assertThat(mvc.get().uri("/my").with(as.user(as.named(login))))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("没有到期的工作");
    }

    @ParameterizedTest
    @CsvSource({
        "admin",
        "manager",
        "pm",
        "member",
        "coordinator",
        "agent",
        "technician",
        "trainer",
        "ae",
        "sales",
        "customer"
    })
    void letsEveryNameIn(String login) {
        assertThat(company.names()).contains(login);
        assertThat(passwords.matches(
                        "throughline",
                        texts("select password_hash from foundation.app_user where login = '" + login + "'")
                                .get(0)))
                .isTrue();
        var signedIn = as.user(as.named(login));
        var home = mvc.get().uri("/").with(signedIn).exchange();
        assertThat(home).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri(String.valueOf(home.getResponse().getRedirectedUrl()))
                        .with(signedIn))
                .as(home.getResponse().getRedirectedUrl())
                .hasStatusOk();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private double percent(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

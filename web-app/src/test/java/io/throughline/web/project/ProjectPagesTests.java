package io.throughline.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.scope.Deliverables;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProjectPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Deliverables deliverables;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer contact;
    private long customer;

    @BeforeEach
    void aProjectFromATemplate() {
        pm = as.create(Role.PROJECT_MANAGER);
        customer = companies.customer("海天重工", "海天");
        contact = as.contact(companies.manager(customer));
        projects.create(
                pm,
                new CreateProject(
                        "压缩机站扩建",
                        "HTC",
                        "扩建两台机组",
                        customer,
                        false,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2026, 9, 1),
                        null,
                        "equipment-delivery"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects",
                "/projects?q=HTC&sort=-changed",
                "/projects/new",
                "/projects/HTC",
                "/projects/HTC/edit",
                "/projects/HTC/gates/INITIATION",
                "/projects/HTC/gates/CLOSURE",
                "/projects/HTC/schedule",
                "/projects/HTC/tasks/new",
                "/projects/HTC/tasks/1",
                "/projects/HTC/tasks/3",
                "/projects/HTC/tasks/3/edit",
                "/projects/HTC/milestones",
                "/projects/HTC/board",
                "/projects/HTC/deliverables",
                "/projects/HTC/deliverables/1",
                "/projects/HTC/deliverables/1/edit",
                "/projects/HTC/deliverables/new",
                "/projects/HTC/documents",
                "/projects/HTC/team",
                "/projects/HTC/closure"
            })
    void showsEveryPageInBothLanguages(String address) {
        for (var language : new String[] {"zh-CN", "en"}) {
            var page = mvc.get()
                    .uri(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                    .with(as.user(pm))
                    .exchange();

            assertThat(page).hasStatusOk();
            assertThat(page).bodyText().contains("</html>").doesNotContain("??").containsOnlyOnce("<h1");
        }
    }

    @Test
    void leadsThePhaseOnWhenTheGateIsPassed() {
        assertThat(post("/projects/HTC/gates/INITIATION/decision", "decision=GO"))
                .hasStatus3xxRedirection();
        assertThat(get("/projects/HTC")).bodyText().contains("规划");

        assertThat(post("/projects/HTC/gates/PLANNING/decision", "decision=GO"))
                .hasStatusOk()
                .bodyText()
                .contains("条准则未满足");
    }

    @Test
    void savesACellOfTheGridAndSaysWhyNot() {
        assertThat(post("/projects/HTC/tasks/2/cells", "field=finish&value=2026-03-06"))
                .hasStatusOk();
        assertThat(get("/projects/HTC/tasks/2")).bodyText().contains("2026-03-06 17:00");

        assertThat(post("/projects/HTC/tasks/2/cells", "field=finish&value=soon"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("soon");
    }

    @Test
    void linksTasksInTheGridAndTakesTheLinksAway() {
        assertThat(post("/projects/HTC/tasks/4/cells", "field=predecessors&value=2SS%2B1d, 3"))
                .hasStatusOk();
        assertThat(get("/projects/HTC/schedule")).bodyText().contains("2SS+1d");

        assertThat(post("/projects/HTC/tasks/4/cells", "field=predecessors&value=2, 999"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("没有这个任务");
        assertThat(get("/projects/HTC/schedule"))
                .as("nothing of a refused cell is kept")
                .bodyText()
                .contains("2SS+1d");

        assertThat(post("/projects/HTC/tasks/4/cells", "field=predecessors&value="))
                .hasStatusOk();
        assertThat(get("/projects/HTC/schedule")).bodyText().doesNotContain("2SS+1d");
    }

    @Test
    void takesDurationsInDaysAndEffortInHoursAndKeepsWhatIsNone() {
        assertThat(post("/projects/HTC/tasks", "name=试车&plannedStart=2026-03-02T08:00&durationMinutes=2.5"))
                .hasStatus3xxRedirection();
        long minutes = jdbc.sql("select duration_minutes from project.task where name = '试车'")
                .query(Long.class)
                .single();
        assertThat(minutes).isEqualTo(1200);
        int number = jdbc.sql("select number from project.task where name = '试车'")
                .query(Integer.class)
                .single();
        assertThat(get("/projects/HTC/tasks/" + number + "/edit")).bodyText().contains("value=\"2.5\"");

        assertThat(post("/projects/HTC/tasks", "name=试车二&durationMinutes=三天"))
                .bodyText()
                .contains("value=\"三天\"", "durationMinutes-error");
    }

    @Test
    void movesACardByPlainFormAndSaysWhereItLiesAndHowToTakeItBack() {
        var moved = post("/projects/HTC/tasks/3/status", "status=IN_PROGRESS");
        assertThat(moved).hasStatus3xxRedirection();
        assertThat(moved.getMvcResult().getFlashMap().toString())
                .contains(
                        "project.board.toast.moved",
                        "HTC-3",
                        "1, 1",
                        "/projects/HTC/tasks/3/status?status=NOT_STARTED");
    }

    @Test
    void finishesATaskByPlainForm() {
        assertThat(post("/projects/HTC/tasks/3/completion", "")).hasStatus3xxRedirection();
        assertThat(get("/projects/HTC/tasks/3")).bodyText().contains("已完成");

        assertThat(post("/projects/HTC/tasks/3/completion/removal", "")).hasStatus3xxRedirection();
        assertThat(get("/projects/HTC/tasks/3")).bodyText().contains("进行中");
    }

    @Test
    void addsAndArrangesTasksByPlainForm() {
        assertThat(post("/projects/HTC/tasks", "name=%E5%AE%A1%E5%9B%BE&kind=TASK"))
                .hasStatus3xxRedirection();
        assertThat(post("/projects/HTC/tasks/26/outline", "to=in")).hasStatus3xxRedirection();
        assertThat(get("/projects/HTC/schedule")).bodyText().contains("5.4", "审图");
    }

    @Test
    void letsTheCustomerAcceptInThePortal() {
        deliverables.submit(pm, "HTC", 1, "请审阅");

        assertThat(mvc.get().uri("/portal/projects").with(as.user(contact)))
                .bodyText()
                .contains("压缩机站扩建");
        assertThat(mvc.get().uri("/portal/projects/HTC").with(as.user(contact)))
                .hasStatusOk()
                .bodyText()
                .contains("设计文件", "设计冻结")
                .doesNotContain("竣工资料");
        assertThat(mvc.get().uri("/portal/projects/HTC/deliverables/1").with(as.user(contact)))
                .hasStatusOk();

        var unsigned = decide("decision=REJECTED&signedName=%E6%9D%8E%E6%98%8E");
        assertThat(unsigned).hasStatusOk().bodyText().contains("请写明条件或原因");

        assertThat(decide("decision=ACCEPTED&signedName=%E6%9D%8E%E6%98%8E")).hasStatus3xxRedirection();
        assertThat(get("/projects/HTC/deliverables/1")).bodyText().contains("已验收", "李明");
    }

    @Test
    void leadsFromAFormerKeyToTheNewOne() {
        assertThat(post(
                        "/projects/HTC",
                        "name=X&key=HTN&visibility=INTERNAL&customerId=" + customer + "&managerId="
                                + pm.id().value()))
                .hasStatus3xxRedirection();

        assertThat(get("/projects/HTC/schedule?from=0"))
                .hasStatus(HttpStatus.PERMANENT_REDIRECT)
                .headers()
                .hasValue("Location", "/projects/HTN/schedule?from=0");
    }

    @Test
    void hidesProjectsFromWhoIsNotInThem() {
        var stranger = as.create(Role.SUPPORT_AGENT);

        assertThat(mvc.get().uri("/projects/HTC").with(as.user(stranger))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/projects/HTC").with(as.user(contact))).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult decide(String form) {
        return mvc.post()
                .uri("/portal/projects/HTC/deliverables/1/decision")
                .with(as.user(contact))
                .with(csrf())
                .contentType("application/x-www-form-urlencoded")
                .content(form)
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(pm)).exchange();
    }

    private MvcTestResult post(String address, String form) {
        return mvc.post()
                .uri(address)
                .with(as.user(pm))
                .with(csrf())
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html,application/xhtml+xml,application/json;q=0.9")
                .content(form)
                .exchange();
    }
}

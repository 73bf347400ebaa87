package io.throughline.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the forms of a project and of its gates say without script. */
@WebTest
class ProjectFormTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void aProjectFromATemplate() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "压缩机站扩建",
                        "HTC",
                        "扩建两台机组",
                        companies.customer("海天重工", "海天"),
                        false,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2026, 9, 1),
                        null,
                        "equipment-delivery"));
    }

    @Test
    void saysBesideTheFieldThatTheReasonOfAWaiverIsTooShort() {
        post("/projects/HTC/gates/INITIATION/decision", "decision=GO");
        var open = get("/projects/HTC/gates/PLANNING");
        var criterion = Pattern.compile("name=\"criterion\" value=\"([^\"]+)\"").matcher(text(open));
        assertThat(criterion.find()).isTrue();

        var refused = post("/projects/HTC/gates/PLANNING/waivers", "criterion=" + criterion.group(1) + "&reason=太短了");
        assertThat(refused)
                .hasStatusOk()
                .bodyText()
                .contains("太短了</textarea>", "aria-invalid=\"true\"", "-error\"", "open=\"open\"");
        assertThat(post("/projects/HTC/gates/PLANNING/criteria", "name= "))
                .hasStatusOk()
                .bodyText()
                .contains("criterion-name-error");
        assertThat(post(
                        "/projects/HTC/gates/PLANNING/waivers",
                        "criterion=" + criterion.group(1) + "&reason=合同附件已写明目标，随后补录"))
                .hasStatus3xxRedirection();
    }

    @Test
    void namesEachWrongFieldInTheSummaryOfErrors() {
        assertThat(post("/projects/HTC", "name=&key=h&visibility=INTERNAL&plannedStart=2026-03-02&seen="))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#name\">名称：", "href=\"#key\">编号：");
        assertThat(post("/projects/HTC?lang=en", "name=&key=h&visibility=INTERNAL"))
                .bodyText()
                .contains("href=\"#name\">Name: ");
    }

    @Test
    void choosesTheCalendarOfAProjectAndShowsItsName() {
        long calendar = jdbc.sql("select min(id) from foundation.work_calendar")
                .query(Long.class)
                .single();
        var name = jdbc.sql("select name_zh from foundation.work_calendar where id = ?")
                .param(calendar)
                .query(String.class)
                .single();
        assertThat(get("/projects/HTC")).bodyText().contains("标准工作周");
        assertThat(get("/projects/HTC/edit")).bodyText().contains("工作日历", name);

        assertThat(post("/projects/HTC", "name=压缩机站扩建&key=HTC&visibility=INTERNAL&calendarId=" + calendar))
                .hasStatus3xxRedirection();
        assertThat(get("/projects/HTC")).bodyText().contains(name).doesNotContain("标准工作周");

        assertThat(post("/projects/HTC", "name=压缩机站扩建&key=HTC&visibility=INTERNAL&calendarId=-5"))
                .hasStatusOk()
                .bodyText()
                .contains("工作日历：没有这个工作日历");
    }

    @Test
    void keepsTheFormOfANewProjectWhoseBudgetIsNoNumber() {
        assertThat(post(
                        "/projects",
                        "name=灌装线&key=GZX&visibility=INTERNAL&plannedStart=2026-03-02&budget=很多"
                                + "&templateCode=equipment-delivery"))
                .hasStatusOk()
                .bodyText()
                .contains("预算（元）：请填写数字", "value=\"很多\"", "value=\"灌装线\"");
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
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

package io.throughline.web.project.timesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A week on pages and for programs; it is week 10 of 2026, from Monday 2026-03-02. */
@WebTest
@Import(Statements.class)
class TimesheetPagesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String WEEK = "/my/timesheets/2026-W10";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    private Viewer pm;
    private Viewer member;
    private String his;

    @BeforeEach
    void aTaskOfAMember() {
        pm = as.create(Role.PROJECT_MANAGER);
        member = as.create(Role.PROJECT_MEMBER);
        projects.create(
                pm,
                new CreateProject(
                        "数据中心", "HTC", null, null, false, null, Visibility.INTERNAL, MONDAY, null, null, null, null));
        projects.addMember(pm, "HTC", member.id().value(), io.throughline.project.lifecycle.MemberRole.MEMBER);
        tasks.add(
                pm,
                "HTC",
                new AddTask(
                        "机械设计",
                        null,
                        null,
                        null,
                        member.id().value(),
                        MONDAY.atTime(8, 0),
                        null,
                        2_400L,
                        null,
                        null,
                        null));
        his = "/timesheets/" + member.login() + "/2026-W10";
    }

    @Test
    void suggestsMyTasksAndShowsHoursAgainstCapacity() {
        assertThat(page(member, WEEK))
                .contains("工时表 第10周", "HTC-1 机械设计", "售后服务", "内部事务", "已填 0 / 40 小时", "HTC-1 机械设计，周一 03-02，工时");
        assertThat(mvc.get().uri("/my/timesheets").with(as.user(member))).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.get().uri("/my/timesheets/2026-10").with(as.user(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void savesWhatIsTypedHowever() {
        assertThat(post(member, WEEK, "hours.HTC-1.0=7:30&note.HTC-1.0=图纸会签&hours.HTC-1.1=1h30m&left.HTC-1=20"))
                .hasStatus(HttpStatus.FOUND);

        assertThat(page(member, WEEK))
                .contains("value=\"7.5\"", "value=\"图纸会签\"", "value=\"1.5\"", "value=\"20\"", "已填 9 / 40 小时");
    }

    @Test
    void saysWhatIsWrongAtTheCellAndLosesNothing() {
        assertThat(text(post(member, WEEK, "hours.HTC-1.0=acht&hours.HTC-1.1=25&note.HTC-1.1=夜班")))
                .contains("“acht”不是时长", "value=\"acht\"", "value=\"25\"", "value=\"夜班\"", "aria-invalid=\"true\"");
        assertThat(text(post(member, WEEK, "hours.HTC-1.1=25"))).contains("0 到 24 小时之间", "#hours.HTC-1.1");
        assertThat(text(post(member, WEEK, "hours.HTC-7.1=2"))).contains("没有任务“HTC-7”");
    }

    @Test
    void mergesTwoWindowsCellByCell() {
        post(member, WEEK, "hours.HTC-1.0=2");
        assertThat(post(member, WEEK, "hours.HTC-1.0=&hours.HTC-1.1=3")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("已填 5 / 40 小时");

        assertThat(text(post(member, WEEK, "hours.HTC-1.0=4")))
                .contains("另一个窗口刚把这里改成了 2", "name=\"seen.HTC-1.0\" value=\"120 \"");
        assertThat(post(member, WEEK, "hours.HTC-1.0=4&seen.HTC-1.0=120 ")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("已填 7 / 40 小时");
    }

    @Test
    void addsARowAndCopiesTheWeekBefore() {
        tasks.add(
                pm,
                "HTC",
                new AddTask("采购", null, null, null, null, MONDAY.atTime(8, 0), null, 480L, null, null, null));
        var added = post(member, WEEK, "deed=add&add=htc-2 采购&hours.HTC-1.0=2");
        assertThat(added).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(WEEK + "?row=HTC-2");
        assertThat(page(member, WEEK + "?row=HTC-2")).contains("HTC-2 采购", "value=\"2\"");
        assertThat(text(post(member, WEEK, "deed=add&add=HTC-9"))).contains("没有任务“HTC-9”");

        assertThat(post(member, "/my/timesheets/2026-W11", "deed=copy")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, "/my/timesheets/2026-W11")).contains("已填 2 / 40 小时");
    }

    @Test
    void goesFromTheMemberToTheManagerAndBack() {
        assertThat(text(post(member, WEEK, "deed=submit"))).contains("还没有填写工时，不能提交");
        assertThat(post(member, WEEK, "deed=submit&hours.HTC-1.0=8")).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("待审批", "撤回").doesNotContain("name=\"hours.HTC-1.0\"");
        assertThat(page(pm, "/my/approvals")).contains(member.name(), "8 小时待审批");
        assertThat(page(pm, his)).contains("HTC-1 机械设计", "同意", "驳回");
        assertThat(text(post(pm, his + "/rejection", "version=0&reason="))).contains("请写明原因");
        var seen = version(pm);
        assertThat(post(pm, his + "/rejection", "version=" + seen + "&reason=周一在出差"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("周一在出差", "name=\"hours.HTC-1.0\"");

        post(member, WEEK, "deed=submit&hours.HTC-1.0=6&seen.HTC-1.0=480 ");
        assertThat(post(pm, his + "/approval", "version=" + version(pm))).hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("已同意", "更正已同意的工时");
        assertThat(page(pm, "/projects/HTC/tasks/1")).contains("已同意", "6");
        assertThat(page(pm, "/projects/HTC/team")).contains(member.name());
        assertThat(page(pm, "/my/approvals")).contains("没有等待您审批的事项");

        assertThat(text(post(member, WEEK + "/corrections", "row=HTC-1&day=2026-03-02&minutes=x&reason=看错了")))
                .contains("“x”不是时长", "看错了");
        assertThat(post(member, WEEK + "/corrections", "row=HTC-1&day=2026-03-02&minutes=5&reason=看错了"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(member, WEEK)).contains("HTC-1 · 2026-03-02：6 → 5 小时", "看错了");
        assertThat(page(pm, "/my/approvals")).contains("更正");
    }

    @Test
    void isNobodyElsesBusiness() {
        post(member, WEEK, "hours.HTC-1.0=8");
        var stranger = as.create(Role.PROJECT_MANAGER);

        assertThat(mvc.get().uri(his).with(as.user(stranger))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(his).with(as.user(pm))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(his).with(as.user(as.create(Role.PROJECT_MEMBER))))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void comesAsAFile() {
        post(member, WEEK, "deed=submit&hours.HTC-1.0=1.5&note.HTC-1.0=会签");

        assertThat(page(pm, "/timesheets.csv?from=2026-03-02&to=2026-03-08"))
                .contains("2026-03-02," + member.name() + ",HTC-1,机械设计,数据中心,1.50,,待审批,会签");
        assertThat(page(as.create(Role.PROJECT_MANAGER), "/timesheets.csv?from=2026-03-02"))
                .doesNotContain("HTC-1");
    }

    @Test
    void isWrittenAndDecidedByPrograms() {
        var at = "/api/v1/timesheets/" + member.login() + "/2026-W10";
        var body = "{\"entries\":[{\"row\":\"HTC-1\",\"day\":\"2026-03-02\",\"minutes\":450,\"note\":\"会签\"}],"
                + "\"remaining\":[{\"row\":\"HTC-1\",\"minutes\":1200}]}";
        assertThat(call(member, HttpMethod.PUT, at, body, null)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        var saved = call(member, HttpMethod.PUT, at, body, "\"0\"");
        assertThat(saved).hasStatusOk();
        assertThat((String) JsonPath.read(text(saved), "$.status")).isEqualTo("DRAFT");
        assertThat((Integer) JsonPath.read(text(saved), "$.minutes")).isEqualTo(450);
        assertThat(call(member, HttpMethod.PUT, at, body.replace("450", "60"), "\"0\""))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(call(member, HttpMethod.PUT, at, body.replace("450", "1500"), tag(saved)))
                .hasStatus(HttpStatus.valueOf(422));
        assertThat(call(pm, HttpMethod.PUT, at, body, "\"1\"")).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(call(member, HttpMethod.POST, at + "/submission", null, null))
                .hasStatusOk();
        assertThat(text(call(pm, HttpMethod.GET, "/api/v1/timesheets/waiting", null, null)))
                .contains(member.login(), "2026-W10");
        var shown = call(pm, HttpMethod.GET, at, null, null);
        assertThat(call(pm, HttpMethod.POST, at + "/decision", "{\"approved\":true}", tag(shown)))
                .hasStatusOk();
        var corrected = call(
                member,
                HttpMethod.POST,
                at + "/corrections",
                "{\"row\":\"HTC-1\",\"day\":\"2026-03-02\",\"minutes\":300,\"reason\":\"看错\"}",
                null);
        assertThat((String) JsonPath.read(text(corrected), "$.status")).isEqualTo("SUBMITTED");
        assertThat((Integer) JsonPath.read(text(corrected), "$.rows[0].cells[0].approvedMinutes"))
                .isEqualTo(450);
    }

    @Test
    void asksTheDatabaseAsOftenForManyTasksAsForOne() {
        page(member, WEEK);
        int one = Statements.during(() -> page(member, WEEK)).size();
        for (int i = 2; i < 8; i++) {
            tasks.add(
                    pm,
                    "HTC",
                    new AddTask(
                            "任务" + i,
                            null,
                            null,
                            null,
                            member.id().value(),
                            MONDAY.atTime(8, 0),
                            null,
                            480L,
                            null,
                            null,
                            null));
        }

        assertThat(Statements.during(() -> assertThat(page(member, WEEK)).contains("HTC-7")))
                .hasSize(one);
    }

    private int version(Viewer viewer) {
        var shown = call(viewer, HttpMethod.GET, "/api/v1" + his, null, null);
        return Integer.parseInt(tag(shown).replace("\"", ""));
    }

    private static String tag(MvcTestResult answer) {
        return java.util.Objects.requireNonNull(answer.getResponse().getHeader("ETag"));
    }

    private MvcTestResult call(
            Viewer viewer,
            HttpMethod method,
            String uri,
            @org.jspecify.annotations.Nullable String body,
            @org.jspecify.annotations.Nullable String match) {
        var request = mvc.method(method).uri(uri).with(as.user(viewer)).with(csrf().asHeader());
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return match == null
                ? request.exchange()
                : request.header("If-Match", match).exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, String fields) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .content(fields.replace(" ", "+"))
                .characterEncoding(StandardCharsets.UTF_8)
                .with(as.user(viewer))
                .with(csrf())
                .exchange();
    }

    private String page(Viewer viewer, String uri) {
        var answer = mvc.get().uri(uri).with(as.user(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package io.throughline.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.Leave;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.resource.SkillLevel;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pool and its load on pages and for programs; the project starts on Monday 2026-03-02, week 10. */
@WebTest
@Import(Statements.class)
class ResourcePagesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String MERGE = "application/merge-patch+json";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    private Viewer pm;
    private Viewer coordinator;
    private ResourceId wei;

    @BeforeEach
    void aPersonWithTooMuchToDo() {
        pm = as.create(Role.PROJECT_MANAGER);
        coordinator = as.create(Role.RESOURCE_COORDINATOR);
        wei = person("李薇", new SkillLevel("电气调试", 4));
        project("HTC", Visibility.INTERNAL, "机械设计");
        project("KEEP", Visibility.PRIVATE, "保密评审");
        assign("HTC", wei, "1");
        assign("KEEP", wei, "0.5");
    }

    @Test
    void showsPeopleByWeeksWithTheOverloadInWords() {
        var page = page(coordinator, "/resources?from=2026-W10&weeks=4");

        assertThat(page)
                .contains("李薇", "60", "150 %", "超负荷", "需要 150 %，可用 100 %", "HTC-1 机械设计")
                .contains("/resources/" + wei.value() + "?from=2026-W10&amp;weeks=1")
                .contains("其他项目（无权查看）")
                .doesNotContain("保密评审", "KEEP");
        assertThat(page(pm, "/resources?from=2026-W10&weeks=4")).contains("保密评审");
    }

    @Test
    void showsWhatLiesBehindACell() {
        assertThat(page(coordinator, "/resources/" + wei.value() + "?from=2026-W10&weeks=1"))
                .contains("电气调试", "机械设计", "2026-03-02 ~ 2026-03-06", "其他项目（无权查看）")
                .doesNotContain("保密评审");
        assertThat(page(coordinator, "/resources/" + wei.value() + "?from=2026-W20&weeks=1"))
                .contains("这段时间没有任务");
    }

    @Test
    void filtersByKindAndSkill() {
        person("赵敏", new SkillLevel("网络布线", 2));

        assertThat(page(coordinator, "/resources?filter.skill=网络布线"))
                .contains("赵敏")
                .doesNotContain("李薇");
        assertThat(page(coordinator, "/resources?filter.kind=EQUIPMENT")).doesNotContain("李薇");
        assertThat(mvc.get().uri("/resources?filter.kind=NOBODY").with(as.user(coordinator)))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void takesAFormAndDaysOff() {
        assertThat(post("/resources", "name=吊车&kind=EQUIPMENT&capacity=200&skills=起重 5%0A安装"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(coordinator, "/resources?q=吊车")).contains("吊车", "起重");
        assertThat(post("/resources", "name=&kind=EQUIPMENT&capacity=x")).hasStatusOk();

        assertThat(post("/resources/" + wei.value() + "/leave", "firstDay=2026-03-10&lastDay=2026-03-11&reason=年假"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(coordinator, "/resources/" + wei.value())).contains("2026-03-10 ~ 2026-03-11", "年假");
        assertThat(post("/resources/" + wei.value() + "/leave/2026-03-10/removal", ""))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(coordinator, "/resources/" + wei.value())).contains("没有登记休假");
    }

    @Test
    void assignsOnThePageOfTheTask() {
        assertThat(page(pm, "/projects/HTC/tasks/1")).contains("李薇", "人员 · 100 % · 40 小时");

        assertThat(mvc.post()
                        .uri("/projects/HTC/tasks/1/assignments/" + wei.value())
                        .param("percent", "50")
                        .param("hours", "40")
                        .with(as.user(pm))
                        .with(csrf()))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(pm, "/projects/HTC/tasks/1")).contains("人员 · 50 % · 40 小时", "2026-03-13 17:00");
    }

    @Test
    void fillsAPlaceWithWhoHasTheSkillAndTheLeastToDo() {
        var role = resources.add(
                coordinator,
                new SaveResource(
                        null,
                        "电气工程师",
                        ResourceKind.GENERIC,
                        null,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        List.of(new SkillLevel("电气调试", 3)),
                        null));
        var free = person("周宁", new SkillLevel("电气调试", 3));
        person("新手", new SkillLevel("电气调试", 1));
        assign("KEEP", person("赵敏", new SkillLevel("电气调试", 3)), "0.5");
        assign("HTC", role, "1");

        var page = page(pm, "/projects/HTC/tasks/1/assignments/" + role.value() + "/candidates");
        assertThat(page)
                .contains("周宁", "赵敏")
                .as("李薇 is on the task, 新手 knows too little")
                .doesNotContain(">李薇<", "新手");
        assertThat(page.indexOf("周宁")).isLessThan(page.indexOf(">赵敏<"));

        assertThat(mvc.post()
                        .uri("/projects/HTC/tasks/1/assignments/" + role.value() + "/handover")
                        .param("to", String.valueOf(free.value()))
                        .with(as.user(pm))
                        .with(csrf()))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(pm, "/projects/HTC/tasks/1")).contains("周宁").doesNotContain(">电气工程师<");
    }

    @Test
    void showsTheLoadOfAProjectsTeam() {
        assertThat(page(pm, "/projects/HTC/team?from=2026-W10&weeks=4")).contains("李薇", "150 %");
    }

    @Test
    void asksTheDatabaseSeldom() {
        for (int i = 0; i < 20; i++) {
            assign("HTC", person("人员" + i, new SkillLevel("装配", 2)), "0.2");
        }
        resources.takeLeave(coordinator, wei, new Leave(MONDAY.plusDays(8), MONDAY.plusDays(9), null));
        for (var address : List.of(
                "/resources?from=2026-W10&weeks=12",
                "/resources/" + wei.value() + "?from=2026-W10",
                "/projects/HTC/team?from=2026-W10",
                "/projects/HTC/tasks/1")) {
            page(pm, address);
            var sent = Statements.during(() -> page(pm, address)).stream()
                    .filter(statement -> !statement.contains("foundation.spring_session"))
                    .toList();
            assertThat(sent).as(address).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void tellsProgramsTheLoad() {
        var answer = send(
                pm, HttpMethod.GET, "/api/v1/resources/load?from=2026-03-02&to=2026-03-15&step=WEEK&q=李薇", null, "");

        assertThat(answer).hasStatusOk();
        var json = body(answer);
        assertThat(JsonPath.<Integer>read(json, "$[0].periods[0].assignedMinutes"))
                .isEqualTo(3_600);
        assertThat(JsonPath.<Integer>read(json, "$[0].periods[0].capacityMinutes"))
                .isEqualTo(2_400);
        assertThat(JsonPath.<Integer>read(json, "$[0].periods[0].percent")).isEqualTo(150);
        assertThat(JsonPath.<List<?>>read(json, "$[0].overloads")).hasSize(10);
        assertThat(JsonPath.<String>read(json, "$[0].overloads[0].from")).isEqualTo("2026-03-02T08:00:00");
        var hidden = body(send(
                coordinator, HttpMethod.GET, "/api/v1/resources/load?from=2026-03-02&to=2026-03-08&q=李薇", null, ""));
        assertThat(hidden).doesNotContain("保密评审", "KEEP");
        assertThat(send(pm, HttpMethod.GET, "/api/v1/resources/load?from=2026-03-02&to=2026-03-08&stepp=DAY", null, ""))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void keepsResourcesForPrograms() {
        var made = send(coordinator, HttpMethod.POST, "/api/v1/resources", null, """
                {"name": "激光跟踪仪", "kind": "EQUIPMENT", "maxUnits": 1,
                 "skills": [{"skill": "测量", "level": 5}],
                 "leave": [{"firstDay": "2026-03-09", "lastDay": "2026-03-10", "reason": "校准"}]}
                """);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        var address = made.getResponse().getHeader("Location");

        assertThat(send(coordinator, HttpMethod.PATCH, address, "\"0\"", "{\"maxUnits\": 2}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.leave[0].reason")
                .isEqualTo("校准");
        assertThat(send(coordinator, HttpMethod.PATCH, address, "\"0\"", "{\"maxUnits\": 3}"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(send(coordinator, HttpMethod.PATCH, address, null, "{\"maxUnits\": 3}"))
                .hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(send(pm, HttpMethod.PATCH, address, "\"1\"", "{\"maxUnits\": 3}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(coordinator, HttpMethod.DELETE, address, "\"1\"", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(send(coordinator, HttpMethod.GET, address, null, "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsAssignmentsForPrograms() {
        var at = "/api/v1/projects/HTC/tasks/1/assignments/" + wei.value();
        var tag = send(pm, HttpMethod.GET, at, null, "").getResponse().getHeader("ETag");

        assertThat(send(pm, HttpMethod.PATCH, at, tag, "{\"units\": 0.5}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.workMinutes")
                .isEqualTo(2_400);
        assertThat(send(pm, HttpMethod.PATCH, at, tag, "{\"units\": 1}")).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(send(
                        pm,
                        HttpMethod.POST,
                        "/api/v1/projects/HTC/tasks/1/assignments",
                        null,
                        "{\"resource\": " + wei.value() + "}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/resource");
        var now = send(pm, HttpMethod.GET, at, null, "").getResponse().getHeader("ETag");
        assertThat(send(pm, HttpMethod.DELETE, at, now, "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(send(pm, HttpMethod.GET, "/api/v1/projects/HTC/tasks/1/assignments", null, ""))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(0);
    }

    private void project(String key, Visibility visibility, String task) {
        projects.create(
                pm, new CreateProject(key, key, null, null, true, null, visibility, MONDAY, null, null, null, null));
        tasks.add(pm, key, new AddTask(task, null, null, null, null, null, null, 2_400L, null, null, null));
    }

    private ResourceId person(String name, SkillLevel skill) {
        return resources.add(
                coordinator,
                new SaveResource(
                        null,
                        name,
                        ResourceKind.PERSON,
                        null,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        List.of(skill),
                        null));
    }

    private void assign(String key, ResourceId resource, String units) {
        assignments.add(pm, key, 1, new Assign(resource.value(), new BigDecimal(units), null));
    }

    private String page(Viewer viewer, String address) {
        var result = mvc.get().uri(address).with(as.user(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult post(String address, String form) {
        return mvc.post()
                .uri(address)
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .content(form)
                .with(as.user(coordinator))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(
            Viewer viewer,
            HttpMethod method,
            String address,
            @org.jspecify.annotations.Nullable String match,
            String body) {
        var request = mvc.method(method).uri(address).with(as.user(viewer));
        if (method != HttpMethod.GET) {
            request.with(csrf())
                    .contentType(method == HttpMethod.PATCH ? MERGE : "application/json")
                    .content(body);
        }
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package io.throughline.web.project.planfile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class PlanImportPagesTests {

    private static final String PLAN = """
            任务名称,开始时间,完成时间,前置任务,资源名称
            安装,2026-03-02,2026-03-06,,王工
            调试,2026-03-09,2026-03-11,1FS,王工
            坏行,abc,,,
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor pm;

    @BeforeEach
    void signIn() {
        pm = as.staff(Role.PROJECT_MANAGER);
    }

    @Test
    void leadsFromTheFileOverTheDryRunToTheProject() {
        assertThat(mvc.get().uri("/projects/import").with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("multipart/form-data");
        var page = upload("计划.csv", PLAN.getBytes(Charset.forName("GB18030")));
        assertThat(mvc.get().uri(page).with(pm).locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("安装", "调试", "2FS", "王工", "有问题的行", "不是有效的日期", "abc", "value=\"计划\"");
        var created = mvc.post()
                .uri(page)
                .with(pm)
                .with(csrf())
                .param("name", "灌装线")
                .param("key", "GZX9")
                .param("customerId", "")
                .exchange();
        assertThat(created).redirectedUrl().isEqualTo("/projects/GZX9");
        assertThat(mvc.get().uri(page).with(pm)).redirectedUrl().isEqualTo("/projects/GZX9");
        assertThat(tasksOf("GZX9")).isEqualTo(3);
    }

    @Test
    void asksForTheFirstDayOfAPlanWithoutDates() {
        var dated = upload("dated.csv", PLAN.getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.get().uri(dated).with(pm)).bodyText().doesNotContain("name=\"start\"");
        var page = upload("plan.csv", "Name,Duration,Predecessors\nA,3d,\nB,1w,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("name=\"start\"");
        assertThat(mvc.post()
                        .uri(page)
                        .with(pm)
                        .with(csrf())
                        .param("name", "Undated")
                        .param("key", "UND1")
                        .param("start", "2026-03-02"))
                .redirectedUrl()
                .isEqualTo("/projects/UND1");
        assertThat(finishOf("UND1")).isEqualTo("2026-03-11");
        var file = new MockMultipartFile(
                "file", "plan.csv", "text/csv", "Name,Duration\nA,3d\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri("/api/v1/projects/import")
                        .multipart()
                        .file(file)
                        .param("key", "UND2")
                        .param("start", "2026-03-02")
                        .with(pm))
                .hasStatus(201);
        assertThat(finishOf("UND2")).isEqualTo("2026-03-04");
    }

    @Test
    void asksForTheNumberOfATaskWhereThePlanIsTooLongForAList() {
        var rows = IntStream.rangeClosed(1, 201)
                .mapToObj(n -> "Step " + n + ",1d")
                .collect(joining("\n", "Name,Duration\n", "\n"));
        assertThat(mvc.post()
                        .uri(upload("long.csv", rows.getBytes(StandardCharsets.UTF_8)))
                        .with(pm)
                        .with(csrf())
                        .param("name", "Long")
                        .param("key", "LONG1"))
                .redirectedUrl()
                .isEqualTo("/projects/LONG1");
        assertThat(mvc.get().uri("/projects/LONG1/tasks/5").with(pm))
                .bodyText()
                .contains("<input class=\"input number short\" name=\"predecessor\"")
                .doesNotContain("Step 200");
        assertThat(mvc.get().uri("/projects/LONG1/tasks/new").with(pm))
                .bodyText()
                .contains("name=\"parent\"")
                .doesNotContain("Step 200");
        assertThat(mvc.post()
                        .uri("/projects/LONG1/tasks/5/predecessors")
                        .with(pm)
                        .with(csrf())
                        .param("predecessor", "200")
                        .param("type", "FINISH_TO_START"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/projects/LONG1/tasks/5").with(pm)).bodyText().contains("LONG1-200 Step 200");
    }

    @Test
    void keepsTheFileAndWhatWasTypedWhenTheKeyIsWrong() {
        var page = upload("plan.csv", PLAN.getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri(page)
                        .with(pm)
                        .with(csrf())
                        .param("name", "Typed name")
                        .param("key", "lower"))
                .hasStatusOk()
                .bodyText()
                .contains("Typed name", "lower", "aria-invalid");
        assertThat(mvc.get().uri(page).with(pm)).hasStatusOk();
    }

    @Test
    void saysInTheReadersLanguageWhyAFileCannotBeRead() {
        var page = upload(
                "plan.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Project>&b;</Project>".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("不予读取");
        assertThat(mvc.post().uri(page + "/removal").with(pm).with(csrf()))
                .redirectedUrl()
                .isEqualTo("/projects/import");
        assertThat(mvc.get().uri(page).with(pm)).hasStatus(404);
    }

    @Test
    void asksForAFileWhenNoneWasChosen() {
        assertThat(mvc.post().uri("/projects/import").multipart().with(pm).with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请选择文件");
    }

    @Test
    void createsAProjectByRest() {
        var answer = mvc.post()
                .uri("/api/v1/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", "plan.csv", null, PLAN.getBytes(StandardCharsets.UTF_8)))
                .param("name", "By REST")
                .param("key", "REST9")
                .with(pm)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(201).headers().hasValue("Location", "/api/v1/projects/REST9");
        assertThat(answer).bodyJson().extractingPath("$.key").isEqualTo("REST9");
        assertThat(answer).bodyJson().extractingPath("$.report.tasks").isEqualTo(3);
        assertThat(answer).bodyJson().extractingPath("$.report.problems[0].row").isEqualTo(4);
        assertThat(jdbc.sql("select internal from project.project where key = 'REST9'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "plan.csv, x, , , project.schedule.file.error.noHeading, /file",
        "plan.exe, MZ, , , project.schedule.file.error.unknownType, /file",
        "plan.csv, 'Name,Start\nA,2026-03-02', bad key, , project.schedule.import.badKey, /key",
        "plan.csv, 'Name,Start\nA,2026-03-02', , C-99999, project.schedule.import.noCustomer, /customer"
    })
    void answersAProblemAndStoresNothing(
            String name, String content, String key, String customer, String code, String pointer) {
        long before = count();
        var request = mvc.post()
                .uri("/api/v1/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8)))
                .with(pm)
                .with(csrf());
        if (key != null) {
            request = request.param("key", key);
        }
        if (customer != null) {
            request = request.param("customer", customer);
        }
        var answer = request.exchange();
        assertThat(answer.getResponse().getStatus()).isBetween(400, 422);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isClosedToEverybodyElse() {
        assertThat(mvc.get().uri("/projects/import").with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus(403);
        var page = upload("plan.csv", PLAN.getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.get().uri(page).with(as.staff(Role.PROJECT_MANAGER))).hasStatus(404);
    }

    private String upload(String name, byte[] content) {
        var answer = mvc.post()
                .uri("/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .with(pm)
                .with(csrf())
                .exchange();
        var location = answer.getResponse().getHeader("Location");
        assertThat(location).matches("/projects/import/[0-9]+");
        return String.valueOf(location);
    }

    private String finishOf(String key) {
        return jdbc.sql(
                        "select max(t.planned_finish)::date::text from project.task t join project.project p on p.id = t.project_id where p.key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private long tasksOf(String key) {
        return jdbc.sql(
                        "select count(*) from project.task t join project.project p on p.id = t.project_id where p.key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long count() {
        return jdbc.sql("select count(*) from project.project")
                .query(Long.class)
                .single();
    }
}

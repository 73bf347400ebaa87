package io.throughline.web.project.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.Role;
import io.throughline.test.ProgramCalls;
import io.throughline.test.SignInAs;
import io.throughline.test.TestDatabase;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** Drafts by pages and by calls: the plan's own pages and calls, under the draft's key. */
@SpringBootTest(classes = ThroughlineApplication.class)
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class, ProgramCalls.class})
class DraftPagesTests {

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ProgramCalls calls;

    @Autowired
    TransactionOperations transactions;

    private RequestPostProcessor pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = signedIn(Role.PROJECT_MANAGER);
        key = "DRF" + PROJECTS.incrementAndGet();
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "装配线", "key": "%s", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """.formatted(key));
        task(key, "设计", 5);
        task(key, "采购", 3);
        link(key, 1, 2);
    }

    @Test
    void changesInsideByTheCallsOfPlansAndNothingOutside() {
        var draft = begun();
        var before = calls.read(pm, api(key, "/schedule"));

        lasting(draft, 1, 8);
        assertThat(task(draft, "验证", 2)).hasStatus(201);
        assertThat(link(draft, 2, 3)).hasStatusOk();

        assertThat(calls.read(pm, api(draft, "/schedule")).get("finish").asString())
                .isEqualTo("2026-03-18T17:00:00");
        assertThat(calls.read(pm, api(draft, "/tasks")).size()).isEqualTo(3);
        assertThat(calls.read(pm, api(draft, "/tasks/2/drivers")).toString()).contains("设计");
        assertThat(calls.read(pm, api(key, "/schedule"))).isEqualTo(before);
        assertThat(mvc.get().uri(api(key, "/tasks/3")).with(pm)).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/search").param("q", "验证").with(pm))
                .bodyText()
                .doesNotContain("验证");
    }

    @Test
    void takesPastedAndCopiedRows() {
        var draft = begun();

        assertThat(
                        calls.send(
                                pm,
                                HttpMethod.POST,
                                api(draft, "/tasks/rows"),
                                "{\"rows\": [{\"name\": \"试产\", \"duration\": \"2d\"}, {\"name\": \"量产\", \"duration\": \"3d\"}]}"))
                .hasStatus(201);
        assertThat(calls.send(pm, HttpMethod.POST, api(draft, "/tasks/copies"), "{\"numbers\": [1]}"))
                .hasStatus(201);

        assertThat(calls.read(pm, api(draft, "/tasks")).size()).isEqualTo(5);
        assertThat(calls.read(pm, api(key, "/tasks")).size()).isEqualTo(2);
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule").with(pm))
                .bodyText()
                .contains("/schedule/rows")
                .doesNotContain("/schedule/columns");
    }

    @Test
    void stepsBackAndForthInItsOwnChangesOnly() {
        var draft = begun();
        assertThat(step(draft, "undo"))
                .as("the plan's own steps are not the draft's")
                .hasStatus(422);
        lasting(draft, 1, 8);
        lasting(draft, 2, 9);

        assertThat(step(draft, "undo"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.redo")
                .isEqualTo(true);
        assertThat(days(draft, 1)).isEqualTo(8);
        assertThat(days(draft, 2)).isEqualTo(3);
        assertThat(step(draft, "undo"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.undo")
                .isEqualTo(false);
        assertThat(days(draft, 1)).isEqualTo(5);
        assertThat(calls.read(pm, api(key, "/drafts/1")).get("changes").asInt()).isZero();
        assertThat(step(draft, "undo")).hasStatus(422);

        assertThat(step(draft, "redo")).hasStatusOk();
        assertThat(step(draft, "redo")).hasStatusOk();
        assertThat(days(draft, 1)).isEqualTo(8);
        assertThat(days(draft, 2)).isEqualTo(9);
        assertThat(days(key, 1)).as("the live plan").isEqualTo(5);
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule").with(pm))
                .bodyText()
                .containsPattern("data-step=\"undo\"(?! disabled)");
        assertThat(step(key, "undo")).as("the live plan has its own steps").hasStatusOk();
    }

    @Test
    void followsTheLivePlanAgainWhereAStepIsTakenBack() {
        var draft = begun();
        lasting(draft, 2, 9);
        lasting(key, 2, 4);

        assertThat(step(draft, "undo")).hasStatusOk();

        assertThat(days(draft, 2)).isEqualTo(4);
    }

    @Test
    void goesPastAStepThatSomebodyElseHasOvertaken() {
        var draft = begun();
        lasting(draft, 1, 8);
        lasting(draft, 2, 9);
        var mine = pm;
        pm = signedIn(Role.MANAGER);
        assertThat(lasting(draft, 2, 7)).hasStatusOk();
        pm = mine;

        assertThat(step(draft, "undo")).hasStatus(422);
        assertThat(step(draft, "undo")).hasStatusOk();
        assertThat(days(draft, 1)).isEqualTo(5);
        assertThat(days(draft, 2)).isEqualTo(7);
    }

    @Test
    void isRenamedByPrograms() {
        begun();
        var at = api(key, "/drafts/1");
        var tag = String.valueOf(
                mvc.get().uri(at).with(pm).exchange().getResponse().getHeader("ETag"));

        assertThat(rename(at, null, "{\"name\": \"加两班\"}")).hasStatus(428);
        assertThat(rename(at, tag, "{\"name\": \"加两班\", \"note\": \"试一试\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("加两班");
        assertThat(rename(at, tag, "{\"name\": \"加三班\"}")).hasStatus(412);
        assertThat(rename(at, "\"99\"", "{\"name\": \"\"}")).hasStatus(422);
        assertThat(calls.read(pm, at).get("note").asString()).isEqualTo("试一试");
    }

    @Test
    void namesWhatWasChangedOfATaskThatTheOtherSideTookOut() {
        var draft = begun();
        lasting(draft, 1, 8);
        assertThat(post("/projects/" + draft + "/tasks/2/removal")).hasStatus(302);
        assertThat(post("/projects/" + key + "/tasks/1/removal")).hasStatus(302);
        lasting(key, 2, 4);

        assertThat(mvc.get().uri("/projects/" + key + "/drafts/1").with(pm))
                .bodyText()
                .contains("2 处冲突", "删除任务", "工期：8 天", "草稿改动之前：工期：5 天", "工期：4 天", "草稿改动之前：工期：3 天");
        assertThat(mvc.get().uri("/projects/" + key + "/drafts/1?lang=en").with(pm))
                .bodyText()
                .contains("The task is deleted", "Duration: 8 d<");
    }

    @Test
    void saysWhatItTakesFromTheLivePlan() {
        assertThat(mvc.get().uri("/projects/" + begun() + "/schedule").with(pm))
                .bodyText()
                .contains("进度、计划设置和基线取自正式计划");
    }

    private MvcTestResult step(String at, String way) {
        return mvc.post()
                .uri("/projects/" + at + "/schedule/" + way)
                .with(pm)
                .with(csrf())
                .accept(MediaType.APPLICATION_JSON)
                .exchange();
    }

    private long days(String at, int number) {
        return calls.read(pm, api(at, "/tasks/" + number))
                        .get("durationMinutes")
                        .asLong()
                / 480;
    }

    private MvcTestResult rename(String at, @Nullable String tag, String patch) {
        var request = mvc.patch()
                .uri(at)
                .with(pm)
                .contentType("application/merge-patch+json")
                .content(patch);
        return (tag == null ? request : request.header("If-Match", tag)).exchange();
    }

    @Test
    void patchesWhatItHasJustMade() {
        var draft = begun();
        task(draft, "验证", 2);
        link(draft, 2, 3);

        assertThat(lasting(draft, 3, 4)).hasStatusOk();
        assertThat(lasting(draft, 3, 6)).hasStatusOk();

        assertThat(calls.read(pm, api(draft, "/tasks/3")).get("durationMinutes").asLong())
                .isEqualTo(6 * 480);
    }

    @Test
    void comparesMergesAndTakesTheMergeBack() {
        var draft = begun();
        lasting(draft, 1, 8);
        lasting(key, 1, 6);
        var at = api(key, "/drafts/1");

        var compared = calls.read(pm, at + "/comparison");
        assertThat(compared.get("finish").asString()).isEqualTo("2026-03-12T17:00:00");
        assertThat(compared.get("finishDraft").asString()).isEqualTo("2026-03-16T17:00:00");
        assertThat(compared.get("finishSlip").asLong()).isEqualTo(2);
        assertThat(compared.get("lines").get(0).get("id").asString()).isEqualTo("t1.duration");
        assertThat(compared.get("lines").get(0).get("clash").asString()).isEqualTo("OPEN");
        assertThat(calls.send(pm, HttpMethod.POST, at + "/merge", "{\"choices\": {}}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.draft.undecided");
        var merged = calls.send(pm, HttpMethod.POST, at + "/merge", "{\"choices\": {\"t1.duration\": \"DRAFT\"}}");
        assertThat(merged).hasStatusOk();
        assertThat(calls.read(pm, api(key, "/schedule")).get("finish").asString())
                .isEqualTo("2026-03-16T17:00:00");
        assertThat(calls.read(pm, at).get("state").asString()).isEqualTo("MERGED");
        assertThat(mvc.get().uri(api(draft, "/schedule")).with(pm)).hasStatus(422);
    }

    @Test
    void levelsInsideAndLeavesTheLivePlan() {
        var made = calls.send(
                signedIn(Role.RESOURCE_COORDINATOR), HttpMethod.POST, "/api/v1/resources", """
                {"name": "加工中心 %s", "kind": "EQUIPMENT", "maxUnits": 1}
                """.formatted(key));
        var machine = ProgramCalls.location(made).replaceAll(".*/", "");
        task(key, "试制", 4);
        assign(key, 1, machine);
        assign(key, 3, machine);
        var before = calls.read(pm, api(key, "/schedule"));
        begun();

        var started = calls.send(pm, HttpMethod.POST, api(key, "/drafts/1/leveling"), "{}");
        assertThat(started).hasStatus(202);
        var job = calls.finished(pm, ProgramCalls.location(started));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");

        var compared = calls.read(pm, api(key, "/drafts/1/comparison"));
        assertThat(compared.get("loads").get(0).get("minutes").asLong()).isEqualTo(4 * 480);
        assertThat(compared.get("loads").get(0).get("minutesDraft").asLong()).isZero();
        assertThat(calls.read(pm, api(key, "/schedule"))).isEqualTo(before);
    }

    @Test
    void assignsInsideAndTheLoadOfOthersDoesNotKnow() {
        var made = calls.send(
                signedIn(Role.RESOURCE_COORDINATOR), HttpMethod.POST, "/api/v1/resources", """
                {"name": "钳工 %s", "kind": "PERSON", "maxUnits": 1}
                """.formatted(key));
        var fitter = ProgramCalls.location(made).replaceAll(".*/", "");
        var draft = begun();

        assign(draft, 1, fitter);

        assertThat(calls.read(pm, api(draft, "/tasks/1/assignments")).size()).isEqualTo(1);
        assertThat(calls.read(pm, api(key, "/tasks/1/assignments")).size()).isZero();
        assertThat(calls.read(pm, "/api/v1/resources/load?from=2026-03-02&to=2026-03-15&step=WEEK")
                        .toString())
                .doesNotContain("\"project\":\"" + key);
        calls.send(pm, HttpMethod.POST, api(key, "/drafts/1/merge"), "{\"choices\": {}}");
        assertThat(calls.read(pm, api(key, "/tasks/1/assignments")).size()).isEqualTo(1);
    }

    @Test
    void leadsThroughADraftByPlainForms() {
        var list = "/projects/" + key + "/drafts";
        assertThat(mvc.get().uri("/projects/" + key + "/schedule").with(pm))
                .bodyText()
                .contains(list, "推演草稿");
        assertThat(mvc.get().uri(list).with(pm)).hasStatusOk().bodyText().contains("还没有草稿");
        var draft = key + "~1";
        assertThat(post(list, "name", "加一班")).redirectedUrl().isEqualTo("/projects/" + draft + "/schedule");

        var plan = mvc.get().uri("/projects/" + draft + "/schedule").with(pm).exchange();
        assertThat(plan)
                .hasStatusOk()
                .bodyText()
                .contains("推演草稿 " + draft + " “加一班”", "data-plan=\"/projects/" + draft, "回到正式计划")
                .doesNotContain("/baselines", "/export");
        assertThat(mvc.post()
                        .uri("/projects/" + draft + "/tasks/1/cells")
                        .with(pm)
                        .with(csrf())
                        .accept(MediaType.APPLICATION_JSON)
                        .param("field", "duration")
                        .param("value", "9"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule/network").with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("/projects/" + draft + "/schedule/gantt");
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule/gantt").with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("/projects/" + draft + "/tasks/1")
                .doesNotContain("/status-date", "/unfinished-work");
        assertThat(mvc.get().uri("/projects/" + draft + "/tasks/1").with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("/tasks/1/edit", "/tasks/1/predecessors")
                .doesNotContain("/tasks/1/completion", "/tasks/1/progress", "/tasks/1/block", "/comments");

        var page = mvc.get().uri(list + "/1").with(pm).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("没有冲突", "晚 4 个工作日", "5 天", "9 天", "合并");
        assertThat(mvc.get().uri(list + "/1").with(pm).param("lang", "en"))
                .bodyText()
                .contains("No conflicts", "4 working days late", "Project finish");
        assertThat(post(list + "/1/merge")).redirectedUrl().isEqualTo("/projects/" + key + "/schedule");
        assertThat(calls.read(pm, api(key, "/tasks/1")).get("durationMinutes").asLong())
                .isEqualTo(9 * 480);
        assertThat(mvc.get().uri(list + "/1").with(pm)).bodyText().contains("已合并");
    }

    @Test
    void asksForEachClashOnThePage() {
        var draft = begun();
        lasting(draft, 1, 8);
        lasting(key, 1, 6);
        var page = "/projects/" + key + "/drafts/1";

        assertThat(mvc.get().uri(page).with(pm))
                .bodyText()
                .contains("1 处冲突", "name=\"side.t1.duration\"", "8 天", "6 天", "草稿改动之前：5 天");
        assertThat(post(page + "/merge")).redirectedUrl().isEqualTo(page);
        assertThat(post(page + "/merge", "side.t1.duration", "LIVE"))
                .redirectedUrl()
                .isEqualTo("/projects/" + key + "/schedule");
        assertThat(calls.read(pm, api(key, "/tasks/1")).get("durationMinutes").asLong())
                .isEqualTo(6 * 480);
    }

    @Test
    void opensOnlyWhatKnowsPlansAndOnlyToWhoLeads() {
        var draft = begun();
        for (var elsewhere : new String[] {"/board", "/milestones", "/team", "/baselines", "/schedule/simulation"}) {
            assertThat(mvc.get().uri("/projects/" + draft + elsewhere).with(pm))
                    .as(elsewhere)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri(api(draft, "/export.csv")).with(pm)).hasStatus(404);
        assertThat(mvc.get().uri("/projects/" + draft).with(pm))
                .redirectedUrl()
                .isEqualTo("/projects/" + key + "/drafts/1");
        assertThat(mvc.get().uri("/projects/" + key + "~7/schedule").with(pm)).hasStatus(404);
        assertThat(calls.send(pm, HttpMethod.POST, api(draft, "/tasks/1/progress"), "{\"percent\": 50}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.draft.noProgress");
        var other = signedIn(Role.PROJECT_MANAGER);
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule").with(other))
                .hasStatus(403);
        assertThat(mvc.get().uri("/projects/" + key + "/drafts").with(other)).hasStatus(403);
        var member = signedIn(Role.PROJECT_MEMBER);
        assertThat(mvc.get().uri("/projects/" + draft + "/schedule").with(member))
                .hasStatus(403);
        assertThat(mvc.get().uri(api(draft, "/schedule")).with(member)).hasStatus(403);
        assertThat(mvc.get().uri("/projects/" + key + "/drafts").with(member)).hasStatus(403);
    }

    @Test
    void keepsPrivateProjectsToThoseInThem() {
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "保密", "key": "%sX", "visibility": "PRIVATE", "plannedStart": "2026-03-02"}
                """.formatted(key));
        calls.send(pm, HttpMethod.POST, api(key + "X", "/drafts"), "{\"name\": \"秘密\"}");
        var other = signedIn(Role.PROJECT_MANAGER);

        assertThat(mvc.get().uri("/projects/" + key + "X~1/schedule").with(other))
                .hasStatus(404);
        assertThat(mvc.get().uri(api(key + "X", "/drafts")).with(other)).hasStatus(404);
        assertThat(mvc.get().uri("/projects/" + key + "X~1/schedule").with(pm)).hasStatusOk();
    }

    private String begun() {
        var made = calls.send(pm, HttpMethod.POST, api(key, "/drafts"), "{\"name\": \"加一班\"}");
        assertThat(made).hasStatus(201);
        return key + "~" + ProgramCalls.location(made).replaceAll(".*/", "");
    }

    private MvcTestResult task(String at, String name, int days) {
        return calls.send(pm, HttpMethod.POST, api(at, "/tasks"), """
                {"name": "%s", "durationMinutes": %d}
                """.formatted(name, 480 * days));
    }

    private MvcTestResult link(String at, int predecessor, int successor) {
        return calls.send(
                pm,
                HttpMethod.POST,
                api(at, "/links"),
                "{\"predecessor\": " + predecessor + ", \"successor\": " + successor + "}");
    }

    private void assign(String at, int number, String resource) {
        assertThat(calls.send(
                        pm,
                        HttpMethod.POST,
                        api(at, "/tasks/" + number + "/assignments"),
                        "{\"resource\": " + resource + ", \"units\": 1}"))
                .hasStatus(201);
    }

    private MvcTestResult lasting(String at, int number, int days) {
        var seen = mvc.get().uri(api(at, "/tasks/" + number)).with(pm).exchange();
        return mvc.patch()
                .uri(api(at, "/tasks/" + number))
                .with(pm)
                .header("If-Match", String.valueOf(seen.getResponse().getHeader("ETag")))
                .contentType("application/merge-patch+json")
                .content("{\"durationMinutes\": " + 480 * days + "}")
                .exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(pm).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private RequestPostProcessor signedIn(Role role) {
        return Objects.requireNonNull(transactions.execute(status -> as.staff(role)));
    }

    private static String api(String at, String path) {
        return "/api/v1/projects/" + at + path;
    }
}

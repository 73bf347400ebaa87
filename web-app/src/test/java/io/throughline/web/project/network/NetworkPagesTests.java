package io.throughline.web.project.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Design (5 days) → purchase (4 days) → start of work, a milestone; training (1 day) hangs on design alone. */
@WebTest
class NetworkPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        var start = LocalDate.of(2026, 3, 2);
        projects.create(
                pm,
                new CreateProject(
                        "产线改造", "NETW", null, null, true, null, Visibility.INTERNAL, start, null, null, null, null));
        add("设计", 5L, null);
        add("采购", 4L, null);
        add("开工", null, TaskKind.MILESTONE);
        add("培训", 1L, null);
        link(1, 2, null);
        link(2, 3, null);
        link(1, 4, 960L);
    }

    @Test
    void namesEachBoxInFull() {
        assertThat(page("", Locale.ENGLISH))
                .hasStatusOk()
                .bodyText()
                .contains("aria-label=\"1 设计, 5 days, early 2026-03-02 to 2026-03-06, late 2026-03-02 to 2026-03-06,"
                        + " total slack 0 days, 0 % done, critical\"")
                .contains("aria-label=\"3 开工, milestone,");
        assertThat(page("", Locale.SIMPLIFIED_CHINESE))
                .bodyText()
                .contains("aria-label=\"1 设计，5 天，最早 2026-03-02 至 2026-03-06，")
                .contains("网络图：4 个节点，关键路径上 3 个任务");
    }

    @Test
    void drawsBoxesAndArrowsWithTheirKind() {
        assertThat(page("", Locale.ENGLISH))
                .bodyText()
                .contains("class=\"n-box task critical\"", "class=\"n-box milestone critical\"", "class=\"n-box task\"")
                .contains("class=\"n-tie critical\"", "class=\"n-tie\"", ">FS+2d<")
                .doesNotContain("style=");
    }

    @Test
    void listsTheCriticalPathWithWhatDecidesIt() {
        assertThat(page("", Locale.ENGLISH))
                .bodyText()
                .contains("Critical path (3 tasks)", "href=\"/projects/NETW/tasks/2\"", ">1 设计<", "Project start");
    }

    @Test
    void saysLessOfEachTaskWhereMoreIsToBeSeen() {
        assertThat(page("zoom=name", Locale.ENGLISH))
                .bodyText()
                .contains(">1 设计<")
                .doesNotContain("n-day");
        assertThat(page("zoom=dot", Locale.ENGLISH))
                .bodyText()
                .contains("zoom-dot")
                .doesNotContain("n-label");
    }

    @Test
    void showsTheNeighboursOfOneTask() {
        assertThat(page("of=NETW-4&steps=1", Locale.ENGLISH))
                .bodyText()
                .contains("data-no=\"1\"", "data-no=\"4\"", "The path to task 4")
                .doesNotContain("data-no=\"2\"");
        assertThat(page("of=77", Locale.ENGLISH)).bodyText().contains("The plan has no “77”");
    }

    @Test
    void findsATask() {
        assertThat(page("at=采购", Locale.ENGLISH)).bodyText().contains("class=\"n-box task critical found\"");
        assertThat(page("at=喷漆", Locale.ENGLISH)).bodyText().contains("The plan has no “喷漆”");
    }

    @Test
    void leavesOutWhatIsNotCritical() {
        assertThat(page("filter.critical=true", Locale.ENGLISH)).bodyText().doesNotContain("data-no=\"4\"");
    }

    @Test
    void printsTheWholeDiagramOnPaper() throws Exception {
        var printed = pdf("/projects/NETW/schedule/network.pdf?paper=A3&lang=en");
        assertThat(printed.getNumberOfPages()).isEqualTo(1);
        assertThat(text(printed))
                .contains("NETW 产线改造 – Network diagram", "4 nodes, 3 critical tasks", "1 设计", "2026-03-06")
                .contains("4 培训", "FS+2d", "slack 0", "Page 1 / 1");

        assertThat(text(pdf("/projects/NETW/schedule/network.pdf?of=NETW-4&steps=1&lang=en")))
                .contains("neighbours of NETW-4", "1 设计")
                .doesNotContain("采购");
        assertThat(text(pdf("/api/v1/projects/NETW/schedule/network.pdf?critical=true&zoom=name")))
                .contains("采购")
                .doesNotContain("培训");
    }

    private PDDocument pdf(String address) throws IOException {
        var answer =
                mvc.get().uri(address).locale(Locale.ENGLISH).with(as.user(pm)).exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/pdf");
        return Loader.loadPDF(answer.getResponse().getContentAsByteArray());
    }

    private static String text(PDDocument printed) throws IOException {
        try (printed) {
            return new PDFTextStripper().getText(printed);
        }
    }

    @Test
    void givesProgramsTheCriticalPath() {
        assertThat(mvc.get()
                        .uri("/api/v1/projects/NETW/schedule/critical-path")
                        .with(as.user(pm))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$[*].no").asArray().containsExactly(1, 2, 3);
                    assertThat(body).extractingPath("$[1].reasons[0].link").isEqualTo("1");
                });
    }

    @Test
    void opensForPlansWithoutTasks() {
        var start = LocalDate.of(2026, 3, 2);
        projects.create(
                pm,
                new CreateProject(
                        "空", "NONE", null, null, true, null, Visibility.INTERNAL, start, null, null, null, null));

        assertThat(mvc.get()
                        .uri("/projects/NONE/schedule/network")
                        .with(as.user(pm))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<svg class=\"network");
    }

    @Test
    void isReadByWhoReadsThePlan() {
        for (var role : new Role[] {Role.MANAGER, Role.ACCOUNT_EXECUTIVE}) {
            assertThat(mvc.get()
                            .uri("/projects/NETW/schedule/network")
                            .with(as.user(as.create(role)))
                            .exchange())
                    .hasStatus(role == Role.MANAGER ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        }
    }

    /** Fifty chains of twenty tasks, as {@code design/speed.md} makes them, with ties between some of them. */
    @Test
    void sendsAPlanOfAThousandTasksInParts() {
        var plan = new StringBuilder("ID,Task Name,Duration,Predecessors\n");
        for (int i = 1; i <= 1000; i++) {
            boolean first = i % 20 == 1;
            plan.append(i)
                    .append(",第 ")
                    .append(i)
                    .append(" 项：机械安装与精度复测,")
                    .append(1 + i % 7)
                    .append("d,\"");
            plan.append(first ? "" : String.valueOf(i - 1));
            plan.append(!first && i % 9 == 0 && i > 25 ? ";" + (i - 22) : "").append("\"\n");
        }
        assertThat(mvc.post()
                        .uri("/api/v1/projects/import")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "plan.csv", null, plan.toString().getBytes(StandardCharsets.UTF_8)))
                        .param("key", "LARGE")
                        .with(as.user(pm))
                        .exchange())
                .hasStatus(HttpStatus.CREATED);

        for (var zoom : NetworkZoom.values()) {
            var large = mvc.get()
                    .uri("/projects/LARGE/schedule/network?zoom=" + zoom.word())
                    .with(as.user(pm))
                    .exchange();
            assertThat(large).hasStatusOk();
            assertThat(large.getResponse().getContentAsByteArray().length)
                    .as(zoom.word())
                    .isLessThan(400_000);
        }
        assertThat(mvc.get()
                        .uri("/projects/LARGE/schedule/network")
                        .with(as.user(pm))
                        .exchange())
                .bodyText()
                .contains("n-overview", "data-pan=\"right\"", "data-pan=\"down\"");
    }

    private MvcTestResult page(String query, Locale locale) {
        return mvc.get()
                .uri("/projects/NETW/schedule/network?" + query + (query.isEmpty() ? "" : "&") + "lang="
                        + locale.toLanguageTag())
                .with(as.user(pm))
                .exchange();
    }

    private void add(String name, @Nullable Long days, @Nullable TaskKind kind) {
        tasks.add(
                pm,
                "NETW",
                new AddTask(
                        name, kind, null, null, null, null, null, days == null ? null : days * 480, null, null, null));
    }

    private void link(int from, int to, @Nullable Long lag) {
        links.link(pm, "NETW", to, new LinkTasks(from, DependencyType.FINISH_TO_START, lag, null));
    }
}

package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Baselines;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.EditTask;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A phase with design (five days) and purchase (three) one after the other, and a milestone at the end. */
@WebTest
class PlanLayoutPagesTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

    @Autowired
    Baselines baselines;

    @Autowired
    TaskQueries queries;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "产线改造",
                        "LINE",
                        null,
                        null,
                        true,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        null));
        add("准备", null, null, null);
        add("设计", null, 1, 2400L);
        add("采购", null, 1, 1440L);
        add("开工", TaskKind.MILESTONE, null, null);
        links.link(pm, "LINE", 3, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));
        links.link(pm, "LINE", 4, new LinkTasks(3, DependencyType.FINISH_TO_START, null, null));
    }

    @Test
    void namesEachBarInFull() {
        assertThat(gantt("", Locale.ENGLISH))
                .hasStatusOk()
                .bodyText()
                .contains(">设计, 2 March to 6 March, 0 %, critical<")
                .contains(">准备, 2 March to 11 March, 0 %, summary task, critical<")
                .contains(">开工, 11 March, 0 %, milestone, critical<");
        assertThat(gantt("", Locale.SIMPLIFIED_CHINESE)).bodyText().contains(">设计，3月2日 至 3月6日，0%，关键<");
    }

    @Test
    void drawsBarsBracketsDiamondsAndArrows() {
        assertThat(gantt("zoom=week", Locale.ENGLISH))
                .bodyText()
                .contains("class=\"g-bar task critical\"")
                .contains("class=\"g-bar whole critical\"")
                .contains("class=\"g-bar milestone critical\"")
                .contains("class=\"g-link critical\"")
                .contains("id=\"g-day\"")
                .doesNotContain("style=");
    }

    @Test
    void leavesTheCriticalPathUnmarkedOnDemand() {
        assertThat(gantt("show=plain", Locale.ENGLISH)).bodyText().doesNotContain("g-bar task critical");
    }

    @Test
    void marksALinkThatIsNotKept() {
        assertThat(gantt("", Locale.ENGLISH)).bodyText().doesNotContain("broken");
        mvc.post()
                .uri("/projects/LINE/tasks/3/cells")
                .param("field", "constraint")
                .param("value", "MSO 2026-03-04")
                .with(as.user(pm))
                .with(csrf())
                .exchange();

        assertThat(gantt("", Locale.ENGLISH)).bodyText().contains("class=\"g-link broken\"");
    }

    @Test
    void comparesWithABaseline() {
        assertThat(gantt("baseline=0", Locale.ENGLISH)).bodyText().doesNotContain("g-ghost");
        baselines.propose(pm, "LINE", null);
        baselines.approve(as.create(Role.MANAGER), "LINE");

        assertThat(gantt("", Locale.ENGLISH)).bodyText().doesNotContain("g-ghost");
        assertThat(gantt("baseline=0", Locale.ENGLISH))
                .bodyText()
                .contains("class=\"g-ghost\"")
                .contains("Baseline R0");
    }

    @Test
    void drawsAndNamesWhatWasDeletedSinceTheBaseline() {
        baselines.propose(pm, "LINE", null);
        baselines.approve(as.create(Role.MANAGER), "LINE");
        tasks.delete(pm, "LINE", 3);

        assertThat(gantt("", Locale.ENGLISH)).bodyText().doesNotContain("gone-rows");
        assertThat(gantt("baseline=0", Locale.ENGLISH))
                .bodyText()
                .contains("class=\"g-gone\"", "aria-rowcount=\"5\"", "aria-rowindex=\"5\"")
                .contains(">采购, deleted, 9 March to 11 March in the baseline<");
        assertThat(gantt("baseline=0", Locale.SIMPLIFIED_CHINESE)).bodyText().contains(">采购，已删除，基线中为 3月9日 至 3月11日<");
    }

    @Test
    void opensAtTodayOnlyWhereThePlanIsUnderWay() {
        assertThat(gantt("", Locale.ENGLISH))
                .bodyText()
                .contains("data-opens=\"start\"", "href=\"#gantt-start\"", "href=\"#gantt-finish\"")
                .doesNotContain("href=\"#gantt-today\"");
        assertThat(gantt("status=2026-03-04", Locale.ENGLISH))
                .bodyText()
                .contains("data-opens=\"status\"", "href=\"#gantt-status\"");
        add("今天", null, null, 480L);
        tasks.edit(
                pm,
                "LINE",
                5,
                EditTask.unchanged(queries.require(pm, "LINE", 5))
                        .planned(LocalDate.now(ZONE).plusDays(1).atTime(8, 0), null, 480L));
        assertThat(gantt("", Locale.ENGLISH))
                .bodyText()
                .contains("data-opens=\"today\"", "href=\"#gantt-today\"", "id=\"gantt-today\"");
    }

    @Test
    void shutsASummaryByALinkThatNeedsNoScript() {
        assertThat(gantt("", Locale.ENGLISH))
                .bodyText()
                .contains("/projects/LINE/schedule/gantt?fold=1")
                .contains("aria-expanded=\"true\"");
        assertThat(gantt("fold=1", Locale.ENGLISH))
                .bodyText()
                .contains("aria-expanded=\"false\"")
                .contains("aria-rowcount=\"3\"")
                .contains("2 of 4 rows shown")
                .doesNotContain("id=\"t2\"");
    }

    @Test
    void leadsToTheRowsBeforeAndAfterWithoutScript() {
        assertThat(page("/projects/LINE/schedule?size=2&from=1", Locale.ENGLISH))
                .bodyText()
                .contains("/projects/LINE/schedule?from=0")
                .contains("/projects/LINE/schedule?from=3")
                .contains("aria-rowindex=\"3\"")
                .contains("aria-rowcount=\"5\"")
                .doesNotContain("id=\"t4\"");
    }

    @Test
    void findsATaskByItsName() {
        assertThat(page("/projects/LINE/schedule?at=采购&size=1", Locale.ENGLISH))
                .bodyText()
                .contains("id=\"t3\"")
                .doesNotContain("id=\"t2\"");
        assertThat(page("/projects/LINE/schedule?at=喷漆", Locale.ENGLISH))
                .bodyText()
                .contains("The plan has no “喷漆”");
    }

    @Test
    void printsAllRowsOnPaper() throws Exception {
        var printed = mvc.get()
                .uri("/projects/LINE/schedule/gantt.pdf?paper=A3&lang=en")
                .with(as.user(pm))
                .exchange();
        assertThat(printed).hasStatusOk().hasContentTypeCompatibleWith("application/pdf");
        assertThat(text(printed)).contains("LINE 产线改造 – Gantt chart", "1.1 设计", "2026-03-06", "Page 1 / 1");

        var sheets = mvc.get()
                .uri("/api/v1/projects/LINE/export.pdf?zoom=day")
                .locale(Locale.ENGLISH)
                .with(as.user(pm))
                .exchange();
        assertThat(text(sheets)).contains("2 开工", "2026-03-11", "Page 1 / 1");
    }

    @Test
    void printsWhatWasDeletedSinceTheBaseline() throws Exception {
        baselines.propose(pm, "LINE", null);
        baselines.approve(as.create(Role.MANAGER), "LINE");
        tasks.delete(pm, "LINE", 2);

        var compared = page("/projects/LINE/schedule/gantt.pdf?baseline=0", Locale.ENGLISH);
        assertThat(text(compared)).contains("Baseline R0", "设计 2026-03-02 2026-03-06", "deleted");

        var alone = page("/projects/LINE/schedule/gantt.pdf?", Locale.ENGLISH);
        assertThat(text(alone)).doesNotContain("设计");
    }

    private static String text(MvcTestResult printed) throws IOException {
        try (var file = Loader.loadPDF(printed.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(file);
        }
    }

    @Test
    void isReadByMembersAndManagersAndNobodyElse() {
        assertThat(get("/projects/LINE/schedule/gantt", as.create(Role.MANAGER)))
                .hasStatusOk();
        assertThat(get("/projects/LINE/schedule/gantt", as.create(Role.ACCOUNT_EXECUTIVE)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult gantt(String query, Locale locale) {
        return page("/projects/LINE/schedule/gantt?" + query, locale);
    }

    private MvcTestResult page(String path, Locale locale) {
        return mvc.get()
                .uri(path + (path.endsWith("?") ? "" : "&") + "lang=" + locale.toLanguageTag())
                .with(as.user(pm))
                .exchange();
    }

    private MvcTestResult get(String path, Viewer viewer) {
        return mvc.get().uri(path).with(as.user(viewer)).exchange();
    }

    private void add(String name, @Nullable TaskKind kind, @Nullable Integer parent, @Nullable Long minutes) {
        tasks.add(pm, "LINE", new AddTask(name, kind, parent, null, null, null, null, minutes, null, null, null));
    }
}

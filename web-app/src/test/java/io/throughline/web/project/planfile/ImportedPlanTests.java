package io.throughline.web.project.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.project.schedule.planfile.KindsOfPlans;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A plan that came from a file: computed on arrival, kept where somebody wants the file's dates, and written out again. */
@WebTest
class ImportedPlanTests {

    private static final String SHEET = """
            ID,Outline Level,Task Name,Duration,Start,Finish,Predecessors,Notes
            1,1,Design,3d,2026-03-02 08:00,2026-03-04 17:00,,"=cmd|' /C calc'!A1"
            2,1,Build,2d,2026-03-05 08:00,2026-03-06 17:00,1,
            3,1,Done,0d,2026-03-06 17:00,2026-03-06 17:00,2FS,
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private RequestPostProcessor pm;

    @BeforeEach
    void signIn() {
        pm = as.staff(Role.PROJECT_MANAGER);
    }

    @Test
    void isScheduledOnArrival() {
        importFile("plan.xml", PlanFiles.mspdi(KindsOfPlans.all().get("leveled")), "LEVELD");

        assertThat(mvc.get().uri("/api/v1/projects/LEVELD/schedule").with(pm))
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.tasks[1].uid").isEqualTo("2");
                    assertThat(body).extractingPath("$.tasks[1].start").isEqualTo("2026-03-05T08:00:00");
                    assertThat(body)
                            .extractingPath("$.tasks[1].drivers[*].kind")
                            .asArray()
                            .contains("LEVELING");
                    assertThat(body).extractingPath("$.tasks[3].critical").isEqualTo(true);
                });
    }

    @Test
    void namesTheDatesThatAreOthersAndKeepsTheFilesWhereSomebodyWantsThem() {
        var file = PlanFiles.bottlingLine();
        importFile("plan.xml", PlanFiles.mspdi(file), "OTHERS");

        assertThat(mvc.get().uri("/api/v1/projects/OTHERS/schedule/imported").with(pm))
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$[1].name").isEqualTo("Installation");
                    assertThat(body).extractingPath("$[1].fileStart").isEqualTo("2026-03-16T08:00:00");
                    assertThat(body).extractingPath("$[1].start").isEqualTo("2026-03-17T08:00:00");
                    assertThat(body).extractingPath("$[1].reasons[0].number").isEqualTo(4);
                });
        assertThat(mvc.get().uri("/projects/OTHERS/schedule/imported").with(pm).locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("OTHERS-6 Installation", "保留文件的日期", "随下级任务变化");

        assertThat(mvc.post()
                        .uri("/projects/OTHERS/schedule/imported/6")
                        .with(pm)
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/projects/OTHERS/schedule/imported");

        assertThat(mvc.get().uri("/api/v1/projects/OTHERS/schedule").with(pm))
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.tasks[5].mode").isEqualTo("MANUAL");
                    assertThat(body).extractingPath("$.tasks[5].start").isEqualTo("2026-03-16T08:00:00");
                });
        assertThat(mvc.get().uri("/api/v1/projects/OTHERS/schedule/imported").with(pm))
                .bodyText()
                .doesNotContain("Installation");
    }

    @Test
    void keepsNoDatesOfASummaryAndNoneThatTheFileDoesNotHave() {
        importFile("plan.xml", PlanFiles.mspdi(PlanFiles.bottlingLine()), "SUMMED");

        assertThat(keep("SUMMED", 5)).hasStatus(422);
        assertThat(keep("SUMMED", 2)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void writesSheetsThatItReadsAgain(String ending) throws Exception {
        var key = "SH" + ending.toUpperCase(Locale.ROOT);
        importFile("plan.csv", SHEET.getBytes(StandardCharsets.UTF_8), key);
        var sheet = mvc.get()
                .uri("/api/v1/projects/" + key + "/export." + ending)
                .with(pm)
                .exchange();
        assertThat(sheet).hasStatusOk();

        importFile("again." + ending, sheet.getResponse().getContentAsByteArray(), key + "2");

        assertThat(tasks(key + "2")).isEqualTo(tasks(key).replace(key, key + "2"));
    }

    @Test
    void writesNoFormulas() throws Exception {
        importFile("plan.csv", SHEET.getBytes(StandardCharsets.UTF_8), "FORMULA");

        var sheet = mvc.get().uri("/projects/FORMULA/export.csv").with(pm).exchange();

        assertThat(sheet.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("'=cmd|' /C calc'!A1")
                .doesNotContain(",=cmd");
    }

    @Test
    void writesTasksAndMilestonesForCalendarPrograms() {
        importFile("plan.csv", SHEET.getBytes(StandardCharsets.UTF_8), "ICALEN");

        assertThat(mvc.get().uri("/projects/ICALEN/export.ics").with(pm))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .bodyText()
                .contains(
                        "DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260305\r\nSUMMARY:ICALEN-1 Design",
                        "SUMMARY:◆ ICALEN-3 Done");
    }

    private MvcTestResult keep(String key, int number) {
        return mvc.post()
                .uri("/api/v1/projects/" + key + "/schedule/imported/" + number)
                .with(pm)
                .with(csrf())
                .exchange();
    }

    private String tasks(String key) throws Exception {
        var answer =
                mvc.get().uri("/api/v1/projects/" + key + "/schedule").with(pm).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void importFile(String name, byte[] content, String key) {
        assertThat(mvc.post()
                        .uri("/api/v1/projects/import")
                        .multipart()
                        .file(new MockMultipartFile("file", name, null, content))
                        .param("key", key)
                        .with(pm)
                        .exchange())
                .hasStatus(201);
    }
}

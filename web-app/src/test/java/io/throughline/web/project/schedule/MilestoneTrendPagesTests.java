package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Milestones;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A milestone that was expected on 1 December a week ago and is expected on 11 December now. */
@WebTest
class MilestoneTrendPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    Milestones milestones;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void aMilestone() {
        pm = as.create(Role.PROJECT_MANAGER);
        var start = LocalDate.of(2026, 3, 2);
        projects.create(
                pm,
                new CreateProject(
                        "产线改造", "TREND", null, null, true, null, Visibility.INTERNAL, start, null, null, null, null));
        var day = LocalDate.of(2027, 12, 1).atTime(17, 0);
        tasks.add(
                pm,
                "TREND",
                new AddTask("验收", TaskKind.MILESTONE, null, null, null, null, day, null, null, null, null));
        jdbc.sql("update project.milestone_trend set reported_on = reported_on - 7")
                .update();
        milestones.setForecast(pm, "TREND", 1, LocalDate.of(2027, 12, 11), "等待审批");
    }

    @Test
    void drawsHowTheDayMoved() {
        assertThat(page(Locale.ENGLISH))
                .bodyText()
                .contains("Milestone trend: 1 milestones, 1 expected later than at first")
                .contains("class=\"curve\"", "class=\"diagonal\"")
                .contains("10 days later", "2027-12-01", "2027-12-11", "等待审批")
                .doesNotContain("style=");
        assertThat(page(Locale.SIMPLIFIED_CHINESE)).bodyText().contains("里程碑趋势图：1 个里程碑，1 个比最初的预计推迟", "推迟 10 天");
    }

    @Test
    void drawsTheTwelveNearestToTodayUntilOthersAreChosen() {
        for (int i = 2; i <= 15; i++) {
            var day = LocalDate.of(2040, 1, 1).plusDays(i).atTime(17, 0);
            tasks.add(
                    pm,
                    "TREND",
                    new AddTask("节点" + i, TaskKind.MILESTONE, null, null, null, null, day, null, null, null, null));
        }

        var usual = page(Locale.SIMPLIFIED_CHINESE);
        assertThat(drawn(usual))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(usual)
                .bodyText()
                .contains(
                        "图中没有画出其余 3 个里程碑",
                        "name=\"m\" value=\"15\"",
                        "<th scope=\"row\" class=\"nowrap\">15 节点15</th>");

        var chosen = mvc.get()
                .uri("/projects/TREND/milestones?m=15&m=2&m=99")
                .with(as.user(pm))
                .exchange();
        assertThat(drawn(chosen)).containsExactly(2, 15);
        assertThat(chosen)
                .bodyText()
                .contains("图中没有画出其余 13 个里程碑", "<th scope=\"row\" class=\"nowrap\">1 验收</th>")
                .containsPattern("name=\"m\" value=\"15\" checked");
    }

    /** Numbers at the ends of the lines. */
    private static List<Integer> drawn(MvcTestResult page) {
        try {
            return Pattern.compile("<text class=\"name\"[^>]*>([0-9]+)<")
                    .matcher(page.getResponse().getContentAsString())
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsPrograms() {
        assertThat(mvc.get()
                        .uri("/api/v1/projects/TREND/milestones/trend")
                        .with(as.user(pm))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.lines[0].number").isEqualTo(1);
                    assertThat(body)
                            .extractingPath("$.lines[0].points[0].expected")
                            .isEqualTo("2027-12-01");
                    assertThat(body)
                            .extractingPath("$.lines[0].points[7].moved")
                            .isEqualTo(10);
                });
    }

    private MvcTestResult page(Locale locale) {
        return mvc.get()
                .uri("/projects/TREND/milestones?lang=" + locale.toLanguageTag())
                .with(as.user(pm))
                .exchange();
    }
}

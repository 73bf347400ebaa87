package io.throughline.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ExportPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    EntityManager entities;

    private Viewer pm;

    @BeforeEach
    void twoProjects() {
        pm = as.create(Role.PROJECT_MANAGER);
        project("XPA", "=HYPERLINK(1)", Visibility.INTERNAL);
        project("XPB", "保密项目", Visibility.PRIVATE);
        entities.flush();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects", "/tickets", "/customers"})
    void areOfferedOnTheirPageAndSent(String list) throws Exception {
        var viewer = as.user(as.create(Role.MANAGER));
        assertThat(mvc.get().uri(list + "?q=轴&after=").with(viewer))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"" + list + ".xlsx?q=%E8%BD%B4", "href=\"" + list + ".csv?q=%E8%BD%B4");

        var csv = mvc.get().uri(list + ".csv").with(viewer).exchange().getResponse();
        assertThat(csv.getStatus()).isEqualTo(200);
        assertThat(csv.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''", ".csv");
        assertThat(csv.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(csv.getContentAsString(StandardCharsets.UTF_8))
                .startsWith("\ufeff")
                .contains(",");

        var xlsx = mvc.get().uri(list + ".xlsx").with(viewer).exchange().getResponse();
        assertThat(xlsx.getContentType()).contains("spreadsheetml");
        assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void holdWhatTheViewerMaySeeInTheWordsOfTheReader() {
        var stranger = as.user(as.create(Role.PROJECT_MANAGER));

        assertThat(mvc.get().uri("/projects.csv").with(as.user(pm)))
                .bodyText()
                .contains("XPA,'=HYPERLINK(1)", "XPB,保密项目", "进行中");
        assertThat(mvc.get().uri("/projects.csv").with(stranger))
                .bodyText()
                .contains("XPA")
                .doesNotContain("XPB", "保密项目");
        assertThat(mvc.get().uri("/projects.csv?filter.health=RED").with(as.user(pm)))
                .bodyText()
                .doesNotContain("XPA");
        assertThat(mvc.get().uri("/projects.csv?filter.phase=NONSENSE").with(as.user(pm)))
                .hasStatus(400);
    }

    @Test
    void areRefusedToThosePagesAreRefusedTo() {
        assertThat(mvc.get().uri("/tickets.csv").with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/customers.xlsx").with(as.staff(Role.TRAINER)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/projects.csv").with(as.staff(Role.CUSTOMER))).hasStatus(403);
    }

    @Test
    void givesMyCalendarToOtherCalendars() throws Exception {
        var today = LocalDate.now();
        tasks.add(
                pm,
                "XPA",
                new AddTask(
                        "联调; 试运行",
                        null,
                        null,
                        null,
                        pm.id().value(),
                        today.atTime(9, 0),
                        today.atTime(17, 0),
                        null,
                        null,
                        null,
                        null));
        entities.flush();
        assertThat(mvc.get().uri("/my/calendar.ics").with(as.user(pm)))
                .hasStatusOk()
                .bodyText()
                .contains("BEGIN:VCALENDAR\r\n", "联调\\; 试运行", "TRANSP:TRANSPARENT");

        var page = mvc.post()
                .uri("/my/calendar/feed")
                .with(as.user(pm))
                .with(csrf())
                .exchange();
        var address = Pattern.compile("/ical/[\\w-]+/calendar\\.ics")
                .matcher(page.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(address.find()).isTrue();
        assertThat(mvc.get().uri(address.group()))
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex")
                .bodyText()
                .contains("联调");
        assertThat(mvc.get().uri("/ical/tl_nobody/calendar.ics")).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/api/v1/projects")
                        .header("Authorization", "Bearer " + address.group().split("/")[2]))
                .hasStatus(401);
    }

    private void project(String key, String name, Visibility visibility) {
        projects.create(
                pm,
                new CreateProject(
                        name,
                        key,
                        null,
                        null,
                        true,
                        null,
                        visibility,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        null));
    }
}

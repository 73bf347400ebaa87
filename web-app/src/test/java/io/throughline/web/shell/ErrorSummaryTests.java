package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each line of the summary of errors leads to its field, of whatever kind the field is. */
@WebTest
class ErrorSummaryTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    private Viewer pm;

    @BeforeEach
    void aProject() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "摘要",
                        "SUMM",
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
    }

    @ParameterizedTest
    @CsvSource({
        "/projects/SUMM/schedule/settings, multipleCriticalPaths",
        "/projects/SUMM/schedule/settings, direction",
        "/projects/SUMM/schedule/settings, criticalSlackMinutes"
    })
    void leadsToTheField(String form, String field) {
        assertThat(mvc.post()
                        .uri(form)
                        .param(field, "perhaps")
                        .with(as.user(pm))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#" + field + "\"")
                .containsPattern("id=\"" + field + "\"");
    }
}

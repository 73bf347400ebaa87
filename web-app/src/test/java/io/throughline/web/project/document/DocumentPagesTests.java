package io.throughline.web.project.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class DocumentPagesTests {

    private static final String REGISTER = "/projects/PAPERS/documents";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    private Viewer leader;

    @BeforeEach
    void aProject() {
        leader = as.create(Role.PROJECT_MANAGER);
        projects.create(
                leader,
                new CreateProject(
                        "压缩机站",
                        "PAPERS",
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

    @Test
    void registersADocumentWithItsVersionsAndAgreesTheLast() {
        send(REGISTER, "总装图");
        send(REGISTER + "/1/versions", "总装图");
        assertThat(mvc.post()
                        .uri(REGISTER + "/1/approval")
                        .with(as.user(leader))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasRedirectedUrl(REGISTER);

        assertThat(mvc.get().uri(REGISTER).with(as.user(leader)))
                .hasStatusOk()
                .bodyText()
                .contains("总装图", "drawing.pdf", "/attachments/");
    }

    private void send(String address, String title) {
        assertThat(mvc.post()
                        .uri(address)
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "drawing.pdf", "application/pdf", "%PDF-1.7".getBytes(US_ASCII)))
                        .param("title", title)
                        .with(as.user(leader))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasRedirectedUrl(REGISTER);
    }
}

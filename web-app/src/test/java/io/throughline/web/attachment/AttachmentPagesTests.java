package io.throughline.web.attachment;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.AttachmentRow;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.PictureSize;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class AttachmentPagesTests {

    private static final byte[] PDF = "%PDF-1.7 hello".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentQueries queries;

    @Autowired
    EntityManager entities;

    private Viewer agent;

    @BeforeEach
    void signIn() {
        agent = as.create(Role.SUPPORT_AGENT);
    }

    @Test
    void sendsEveryFileAsADownloadAndNothingElse() {
        long id = store("验收 报告.pdf", Visibility.EVERYONE);

        assertThat(mvc.get().uri("/attachments/{id}", id).with(as.user(agent)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Cache-Control", "no-store, private")
                .hasHeader("Content-Length", String.valueOf(PDF.length))
                .headers()
                .hasHeaderSatisfying("Content-Disposition", values -> assertThat(values)
                        .singleElement()
                        .asString()
                        .startsWith("attachment; ")
                        .contains("filename*=UTF-8''%E9%AA%8C%E6%94%B6%20%E6%8A%A5%E5%91%8A.pdf"));
        assertThat(mvc.get().uri("/attachments/{id}", id).with(as.user(agent)))
                .body()
                .isEqualTo(PDF);
    }

    @Test
    void sendsARangeOfAFile() {
        long id = store("a.pdf", Visibility.EVERYONE);

        assertThat(mvc.get()
                        .uri("/attachments/{id}", id)
                        .header("Range", "bytes=5-7")
                        .with(as.user(agent)))
                .hasStatus(206)
                .bodyText()
                .isEqualTo("1.7");
    }

    @Test
    void hidesInternalFilesAndForeignRecordsFromCustomers() {
        long internal = store("a.pdf", Visibility.STAFF);
        long shared = store("b.pdf", Visibility.EVERYONE);
        var customer = as.staff(Role.CUSTOMER);

        assertThat(mvc.get().uri("/attachments/{id}", internal).with(customer)).hasStatus(404);
        assertThat(mvc.get().uri("/attachments/{id}", shared).with(customer)).hasStatusOk();
        assertThat(mvc.get().uri("/attachments/{id}", 1).with(customer)).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/attachments?subject=THING/3").with(customer))
                .hasStatus(404);
    }

    @Test
    void showsAPictureOnlyAsPaintedByUs() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2000, 500, BufferedImage.TYPE_INT_RGB), "png", bytes);
        bytes.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        long id = attachments
                .store(
                        agent,
                        thing(1),
                        "现场.png",
                        "image/png",
                        new ByteArrayInputStream(bytes.toByteArray()),
                        Visibility.STAFF)
                .value();
        entities.flush();

        assertThat(queries.list(agent, thing(1)).get(0).picture()).isEqualTo(new PictureSize(1280, 320));
        assertThat(mvc.get().uri("/attachments/{id}/picture", id).with(as.user(agent)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .bodyText()
                .doesNotContain("script");
        assertThat(mvc.get().uri("/things/1").with(as.user(agent)))
                .bodyText()
                .contains("<img", "/attachments/" + id + "/picture");
        assertThat(mvc.get().uri("/attachments/{id}", id).with(as.user(agent)))
                .headers()
                .hasHeaderSatisfying("Content-Disposition", values -> assertThat(values.toString())
                        .contains("attachment;"));
        assertThat(mvc.get().uri("/attachments/{id}/picture", id).with(as.staff(Role.CUSTOMER)))
                .hasStatus(404);
        long pdf = store("a.pdf", Visibility.EVERYONE);
        assertThat(mvc.get().uri("/attachments/{id}/picture", pdf).with(as.user(agent)))
                .hasStatus(404);
    }

    @Test
    void takesFilesInAndOffAgain() {
        assertThat(mvc.post()
                        .uri("/attachments")
                        .multipart()
                        .file(new MockMultipartFile("files", "..\\..\\a.pdf", "application/pdf", PDF))
                        .param("subject", "THING/2")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#attachments");
        entities.flush();
        assertThat(queries.list(agent, thing(2)))
                .extracting(AttachmentRow::fileName)
                .containsExactly("a.pdf");

        assertThat(mvc.get().uri("/things/2").with(as.user(agent)))
                .bodyText()
                .contains("a.pdf")
                .contains("上传了附件 a.pdf");
        long id = queries.list(agent, thing(2)).get(0).id();
        assertThat(mvc.post()
                        .uri("/attachments/{id}/removal", id)
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#attachments");
        entities.flush();
        assertThat(mvc.get().uri("/attachments/{id}", id).with(as.user(agent))).hasStatus(404);
    }

    @Test
    void refusesWhatIsNotSafeAndSaysWhy() {
        assertThat(mvc.post()
                        .uri("/attachments")
                        .multipart()
                        .file(new MockMultipartFile("files", "a.svg", "image/svg+xml", "<svg/>".getBytes()))
                        .param("subject", "THING/2")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#attachments")
                .flash()
                .containsKey("toast");
        assertThat(queries.list(agent, thing(2))).isEmpty();
    }

    @Test
    void servesPrograms() {
        assertThat(mvc.post()
                        .uri("/api/v1/attachments?subject=THING/2")
                        .multipart()
                        .file(new MockMultipartFile("files", "a.pdf", "application/pdf", PDF))
                        .with(as.user(agent)))
                .hasStatus(201);
        entities.flush();

        assertThat(mvc.get().uri("/api/v1/attachments?subject=THING/2").with(as.user(agent)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].fileName")
                .isEqualTo("a.pdf");
    }

    private long store(String name, Visibility visibility) {
        var id = attachments.store(agent, thing(2), name, null, new ByteArrayInputStream(PDF), visibility);
        entities.flush();
        return id.value();
    }
}

package io.throughline.web.activity;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.activity.ActivityQueries;
import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.TimelineEntry;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ActivityPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Comments comments;

    @Autowired
    ActivityQueries activity;

    @Autowired
    Watchers watchers;

    @Autowired
    EntityManager entities;

    private Viewer agent;

    @BeforeEach
    void signIn() {
        agent = as.create(Role.SUPPORT_AGENT);
    }

    @Test
    void addsACommentWithItsFileAndReturnsToTheRecord() {
        assertThat(mvc.post()
                        .uri("/comments")
                        .multipart()
                        .file(new MockMultipartFile("files", "a.pdf", "application/pdf", "%PDF-1.7".getBytes()))
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .param("subject", "THING/2")
                        .param("text", "**看过了**")
                        .param("visibility", "EVERYONE")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#activity");
        entities.flush();

        assertThat(mvc.get().uri("/things/2").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>看过了</strong>")
                .contains("a.pdf")
                .contains("/comments/");
    }

    @Test
    void keepsWhatWasTypedWhenTheFileIsRefused() {
        assertThat(mvc.post()
                        .uri("/comments")
                        .multipart()
                        .file(new MockMultipartFile("files", "a.exe", null, "MZ".getBytes()))
                        .param("subject", "THING/2")
                        .param("text", "long thought words")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("long thought words")
                .contains("a.exe");
    }

    @Test
    void hidesRecordsAndInternalWordsFromOthers() {
        comments.add(agent, thing(2), new AddComment("internal words"));
        comments.add(agent, thing(2), new AddComment("open words", Visibility.EVERYONE));
        entities.flush();
        var customer = as.create(Role.CUSTOMER);

        assertThat(mvc.get().uri("/activity?subject=THING/2").with(as.user(customer)))
                .hasStatusOk()
                .bodyText()
                .contains("open words")
                .doesNotContain("internal words");
        assertThat(mvc.get().uri("/activity?subject=THING/3").with(as.user(customer)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/activity?subject=nonsense").with(as.user(customer)))
                .hasStatus(400);
    }

    @Test
    void editsAndRemovesTheOwnComment() {
        var id = comments.add(agent, thing(2), new AddComment("first words"));
        entities.flush();

        assertThat(mvc.get().uri("/comments/{id}/edit", id.value()).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("first words");
        assertThat(mvc.post()
                        .uri("/comments/{id}", id.value())
                        .param("text", "second words")
                        .param("version", "99")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("first words", "second words");
        assertThat(mvc.post()
                        .uri("/comments/{id}", id.value())
                        .param("text", "second words")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#activity");
        assertThat(newest().comment().text()).isEqualTo("second words");
        assertThat(mvc.post()
                        .uri("/comments/{id}/removal", id.value())
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#activity");
        assertThat(newest().comment().removed()).isTrue();
    }

    @Test
    void refusesToEditAnothersComment() {
        var id = comments.add(agent, thing(2), new AddComment("mine"));
        entities.flush();
        var other = as.create(Role.SUPPORT_AGENT);

        assertThat(mvc.post()
                        .uri("/comments/{id}", id.value())
                        .param("text", "yours")
                        .with(as.user(other))
                        .with(csrf()))
                .hasStatus(400);
        assertThat(newest().comment().text()).isEqualTo("mine");
    }

    @Test
    void watchesAndStopsWatching() {
        assertThat(mvc.post()
                        .uri("/watchers")
                        .param("subject", "THING/2")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#activity");
        assertThat(watchers.isWatching(agent, thing(2))).isTrue();

        assertThat(mvc.post()
                        .uri("/watchers/removal")
                        .param("subject", "THING/2")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/things/2#activity");
        assertThat(watchers.isWatching(agent, thing(2))).isFalse();
    }

    @Test
    void proposesColleaguesByNameAndNeverToCustomers() {
        var colleague = as.create(Role.TECHNICIAN);

        assertThat(mvc.get()
                        .uri("/people/suggest")
                        .param("q", colleague.login())
                        .with(as.user(agent)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].login")
                .isEqualTo(colleague.login());
        assertThat(mvc.get().uri("/people/suggest").param("q", "a").with(as.staff(Role.CUSTOMER)))
                .hasStatus(403);
    }

    @Test
    void showsTheAuditTrailToAdministratorsOnly() {
        assertThat(mvc.get()
                        .uri("/admin/audit?actor=system&action=CREATED&subjectType=THING&from=2026-01-01")
                        .with(as.staff(Role.ADMIN)))
                .hasStatusOk()
                .bodyText()
                .contains("审计日志");
        assertThat(mvc.get().uri("/admin/audit?from=nonsense").with(as.staff(Role.ADMIN)))
                .hasStatusOk()
                .bodyText()
                .contains("筛选条件有误");
        assertThat(mvc.get().uri("/admin/audit").with(as.user(agent))).hasStatus(403);
    }

    @Test
    void takesCommentsFromPrograms() {
        var created = mvc.post()
                .uri("/api/v1/comments?subject=THING/2")
                .contentType("application/json")
                .content("{\"text\": \"by a program\"}")
                .with(as.user(agent))
                .exchange();
        assertThat(created).hasStatus(201);
        entities.flush();

        assertThat(mvc.get().uri("/api/v1/comments?subject=THING/2").with(as.user(agent)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].comment.text")
                .isEqualTo("by a program");
        assertThat(mvc.post()
                        .uri("/api/v1/comments?subject=THING/2")
                        .contentType("application/json")
                        .content("{\"text\": \" \"}")
                        .with(as.user(agent)))
                .hasStatus(422);
    }

    private TimelineEntry newest() {
        entities.flush();
        return activity.comments(agent, thing(2), PageRequest.first(1)).rows().get(0);
    }
}

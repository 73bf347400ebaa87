package io.throughline.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class InboxPageTests {

    private static final String MENTIONED = "foundation.notification.notice.mentioned";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Notifications notifications;

    @Autowired
    InboxQueries queries;

    @Autowired
    Tickets tickets;

    private Viewer reader;
    private Viewer writer;

    @BeforeEach
    void people() {
        reader = as.create(Role.PROJECT_MANAGER);
        writer = as.create(Role.SUPPORT_AGENT);
    }

    @Test
    void saysInBothLanguagesWhoMentionedMeWhere() {
        mention(1, "HTC · 试车台");

        assertThat(mvc.get().uri("/inbox").with(as.user(reader)))
                .hasStatusOk()
                .bodyText()
                .contains("收件箱", "HTC · 试车台", writer.name() + " 提到了您：请看一下", "/records/1");
        assertThat(mvc.get().uri("/inbox?lang=en").with(as.user(reader)))
                .bodyText()
                .contains("Inbox", writer.name() + " mentioned you: 请看一下");
    }

    @Test
    void showsTheNumberBesideTheBell() {
        mention(1, "A");
        mention(2, "B");

        assertThat(mvc.get().uri("/inbox").with(as.user(reader))).bodyText().contains("收件箱，2 条未读");
    }

    @Test
    void openingTheRecordReadsWhatTheInboxSaysAboutIt() {
        var ticket = tickets.open(writer, OpenTicket.of(TicketKind.DIAGNOSIS, "主轴异响", "开机后有异响"));
        mention(writer, reader, TicketSubject.of(ticket.id()), ticket.number());
        mention(writer, reader, new SubjectRef("SAMPLE", 1), "A");

        assertThat(mvc.get().uri("/tickets/" + ticket.number()).with(as.user(writer)))
                .bodyText()
                .contains("收件箱，1 条未读");

        assertThat(queries.unreadCount(writer)).isEqualTo(1);
    }

    @Test
    void readsAndUnreadsByPlainForms() {
        mention(1, "A");
        var id = entry(InboxView.UNREAD);

        assertThat(mvc.post()
                        .uri("/inbox/{id}/reading", id)
                        .with(as.user(reader))
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/inbox?view=UNREAD");
        assertThat(queries.unreadCount(reader)).isZero();
        mvc.post()
                .uri("/inbox/{id}/reading/removal", id)
                .with(as.user(reader))
                .with(csrf())
                .exchange();
        assertThat(queries.unreadCount(reader)).isEqualTo(1);
        mvc.post().uri("/inbox/reading").with(as.user(reader)).with(csrf()).exchange();
        assertThat(queries.unreadCount(reader)).isZero();
    }

    @Test
    void putsOffAndMutesAndTakesBothBack() {
        mention(1, "A");
        var id = entry(InboxView.UNREAD);

        post("/inbox/%d/snooze?stretch=TOMORROW", id);
        assertThat(entry(InboxView.SNOOZED)).isEqualTo(id);
        post("/inbox/%d/snooze/removal", id);
        assertThat(entry(InboxView.UNREAD)).isEqualTo(id);
        post("/inbox/%d/mute", id);
        assertThat(entry(InboxView.MUTED)).isEqualTo(id);
        post("/inbox/%d/mute/removal", id);
        assertThat(entry(InboxView.ALL)).isEqualTo(id);
    }

    @Test
    void doesNotFindAnothersEntryNorLetCustomersIn() {
        mention(1, "A");
        var id = entry(InboxView.UNREAD);

        assertThat(mvc.post()
                        .uri("/inbox/{id}/reading", id)
                        .with(as.user(writer))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/inbox").with(as.staff(Role.CUSTOMER))).hasStatus(403);
    }

    @Test
    void showsEachKindOfEmpty() {
        for (var view : InboxView.values()) {
            assertThat(mvc.get().uri("/inbox?view=" + view).with(as.user(reader)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("class=\"empty\"");
        }
    }

    @Test
    void keepsThePersonsChoice() {
        assertThat(mvc.get().uri("/account/notifications").with(as.user(reader)))
                .hasStatusOk()
                .bodyText()
                .contains("有人在评论中提到我");

        mvc.post()
                .uri("/account/notifications")
                .param("mail", MENTIONED)
                .param("digest", "DAILY")
                .with(as.user(reader))
                .with(csrf())
                .exchange();
        mention(1, "A");

        assertThat(queries.unreadCount(reader)).isZero();
    }

    private void post(String address, long id) {
        assertThat(mvc.post().uri(address.formatted(id)).with(as.user(reader)).with(csrf()))
                .hasStatus3xxRedirection();
    }

    private long entry(InboxView view) {
        return queries.page(reader, view, PageRequest.first(5)).rows().get(0).id();
    }

    private void mention(long record, String label) {
        mention(reader, writer, new SubjectRef("SAMPLE", record), label);
    }

    private void mention(Viewer named, Viewer by, SubjectRef record, String label) {
        CurrentActor.call(by, () -> {
            notifications.notify(
                    List.of(named.id()),
                    record,
                    MENTIONED,
                    Map.of("excerpt", "请看一下", "label", label, "path", "/records/" + record.id()));
            return true;
        });
    }
}

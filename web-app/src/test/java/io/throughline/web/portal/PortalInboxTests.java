package io.throughline.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PortalInboxTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketConversation conversation;

    @Autowired
    InboxQueries queries;

    @Autowired
    JdbcClient jdbc;

    private Viewer contact;
    private String number = "";

    @BeforeEach
    void anAnsweredTicket() {
        jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                        values (-7, 0, 'T-7', '海天重工', '海天', 'STANDARD', now(), now())
                        """).update();
        jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (-8, 0, -7, '李明', 'zh-CN', true, now(), now())
                        """).update();
        contact = as.contact(-8);
        number = portal.ask(contact, new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        var agent = as.create(Role.SUPPORT_AGENT);
        CurrentActor.call(agent, () -> conversation.add(agent, number, AddMessage.reply("请先停机")));
    }

    @Test
    void tellsAContactOfTheAnswerAndLeadsToItInThePortal() {
        assertThat(mvc.get().uri("/portal").with(as.user(contact))).bodyText().contains("通知，1 条未读");
        assertThat(mvc.get().uri("/portal/inbox").with(as.user(contact)))
                .hasStatusOk()
                .bodyText()
                .contains("主轴异响", "href=\"/portal/tickets/" + number + "\"", "全部标为已读")
                .doesNotContain("href=\"/tickets/");
        assertThat(mvc.get().uri("/portal/inbox?view=all&lang=en").with(as.user(contact)))
                .bodyText()
                .contains("Notifications", "Mark as read");
    }

    @Test
    void readsOneAndAllByPlainForms() {
        var entry = queries.page(contact, InboxView.UNREAD, PageRequest.first(5))
                .rows()
                .get(0)
                .id();
        assertThat(mvc.post()
                        .uri("/portal/inbox/{id}/reading", entry)
                        .with(as.user(contact))
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/portal/inbox");
        assertThat(queries.unreadCount(contact)).isZero();
        assertThat(mvc.get().uri("/portal/inbox").with(as.user(contact)))
                .bodyText()
                .contains("没有未读通知");
        assertThat(mvc.post()
                        .uri("/portal/inbox/reading")
                        .with(as.user(contact))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void isNobodyElses() {
        assertThat(mvc.get().uri("/portal/inbox").with(as.staff(Role.MANAGER))).hasStatus(403);
        var entry = queries.page(contact, InboxView.UNREAD, PageRequest.first(5))
                .rows()
                .get(0)
                .id();
        jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (-9, 0, -7, '王强', 'zh-CN', false, now(), now())
                        """).update();
        assertThat(mvc.post()
                        .uri("/portal/inbox/{id}/reading", entry)
                        .with(as.user(as.contact(-9)))
                        .with(csrf()))
                .hasStatus(404);
    }
}

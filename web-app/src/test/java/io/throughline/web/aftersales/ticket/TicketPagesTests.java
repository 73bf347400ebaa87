package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class TicketPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    Ratings ratings;

    private Viewer agent;
    private Viewer asker;
    private Viewer colleagueOfAsker;
    private Viewer stranger;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = as.create(Role.SUPPORT_AGENT);
        long ours = customer();
        asker = as.contact(contact(ours));
        colleagueOfAsker = as.contact(contact(ours));
        stranger = as.contact(contact(customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后**有异响**", null, null))
                .number();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets",
                "/tickets?view=open",
                "/tickets?view=all&sort=-created",
                "/tickets?view=open&sort=priority&filter.kind=DIAGNOSIS&filter.status=NEW",
                "/tickets?view=overdue",
                "/tickets/board",
                "/tickets/new"
            })
    void opensThePagesOfTheDeskInBothLanguages(String address) {
        assertThat(mvc.get().uri(address).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("工单");
        assertThat(mvc.get().uri(address).param("lang", "en").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("icket");
    }

    @Test
    void showsTheConversationBesideTheListAndOnItsOwnPage() {
        conversation.add(agent, number, AddMessage.note("先查备件"));

        assertThat(mvc.get().uri("/tickets?view=open&peek=" + number).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>有异响</strong>", "先查备件", "内部");
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains(number, "主轴异响", "受理");
        assertThat(mvc.get().uri("/tickets/" + number + "/edit").with(as.user(agent)))
                .hasStatusOk();
    }

    @Test
    void repliesWithAFileAndSetsTheStatusInOneStep() {
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "日志.txt", "text/plain", "all fine".getBytes(StandardCharsets.UTF_8)))
                        .param("visibility", "PUBLIC")
                        .param("body", "请看附件")
                        .param("status", "WAITING_CUSTOMER")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        entities.flush();

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains("请看附件", "日志.txt", "等待您的回复");
    }

    @Test
    void asksForConfirmationWhenACustomerWroteMeanwhile() {
        portal.answer(asker, number, "已经停机了");

        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .param("visibility", "PUBLIC")
                        .param("body", "请重启")
                        .param("seen", "1")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("您撰写期间有新的消息", "请重启", "已经停机了");
    }

    @Test
    void neverShowsInternalWordsInThePortal() {
        conversation.add(agent, number, AddMessage.note("客户欠款，先不上门"));

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("欠款");
    }

    @Test
    void hidesATicketFromEverybodyElse() {
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(stranger)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(colleagueOfAsker)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(asker))).hasStatus(403);
        assertThat(mvc.get().uri("/portal").with(as.user(agent))).hasStatus(403);
    }

    @Test
    void letsTheCustomerAskConfirmAndRate() {
        assertThat(mvc.get().uri("/portal").with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains("主轴异响");
        assertThat(mvc.get().uri("/portal/tickets/new").with(as.user(asker))).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/portal/tickets")
                        .param("subject", "")
                        .param("body", "字还在")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请填写", "字还在");
        tickets.resolve(agent, number);
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .bodyText()
                .contains("问题解决了吗？", "请评价这次服务");

        assertThat(mvc.post()
                        .uri("/portal/tickets/" + number + "/closure")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri("/portal/tickets/" + number + "/rating")
                        .param("rating", "5")
                        .param("comment", "很快")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .bodyText()
                .contains("5 分（满分 5 分）", "很快", "已结束");
        assertThat(mvc.get().uri("/portal/tickets?view=all").with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains(number);
    }

    @Test
    void takesARatingByLinkWithoutSigningIn() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);

        assertThat(mvc.get().uri("/s/" + token))
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .bodyText()
                .contains("服务评价", number);
        assertThat(mvc.post().uri("/s/" + token).param("rating", "9").with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("不能大于 5");
        assertThat(mvc.post().uri("/s/" + token).param("rating", "4").with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/s/" + token + "?done=true")).bodyText().contains("谢谢您的评价");
        assertThat(mvc.get().uri("/s/" + "AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
        ratings.revoke(agent, number);
        assertThat(mvc.get().uri("/s/" + token)).hasStatus(404);
    }

    @Test
    void servesPrograms() {
        var created = mvc.post()
                .uri("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"MAINTENANCE\",\"subject\":\"年检\",\"body\":\"请安排\",\"priority\":\"P2\"}")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(created)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.number")
                .asString()
                .startsWith("TK-");
        var location = created.getResponse().getHeader("Location");
        assertThat(mvc.get().uri("/api/v1/tickets?filter.priority=P2&size=1").with(as.user(agent)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].kind")
                .isEqualTo("MAINTENANCE");
        assertThat(mvc.post()
                        .uri(location + "/messages")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"body\":\"已收到\",\"visibility\":\"INTERNAL\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(201);
        assertThat(mvc.patch()
                        .uri(location)
                        .contentType("application/merge-patch+json")
                        .content("{\"subject\":\"年度检修\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(428);
        assertThat(mvc.patch()
                        .uri(location)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", created.getResponse().getHeader("ETag"))
                        .content("{\"subject\":\"年度检修\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.subject")
                .isEqualTo("年度检修");
        assertThat(mvc.get().uri("/api/v1/tickets?filter.nonsense=1").with(as.user(agent)))
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"DIAGNOSIS\",\"subject\":\"\",\"body\":\"x\",\"customer\":\"C-99999\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void logsATicketForACustomerInTwoSteps() {
        var customer = asker.requireCustomerId();
        assertThat(mvc.post()
                        .uri("/tickets/new")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", String.valueOf(customer))
                        .param("subject", "电话报修")
                        .param("priority", "")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("电话报修", "李敏");
        assertThat(mvc.post()
                        .uri("/tickets")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", String.valueOf(customer))
                        .param("requesterId", String.valueOf(asker.contactId()))
                        .param("subject", "电话报修")
                        .param("body", "机器不动了")
                        .param("priority", "")
                        .param("tags", "产线，急")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/portal/tickets").with(as.user(asker)))
                .bodyText()
                .contains("电话报修");
    }

    @Test
    void keepsWhatWasTypedBesideANumberThatIsNone() {
        assertThat(mvc.post()
                        .uri("/tickets")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", "abc")
                        .param("subject", "电话报修")
                        .param("body", "机器不动了")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("电话报修", "机器不动了");
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);
        assertThat(mvc.post().uri("/s/" + token).param("rating", "gut").with(csrf()))
                .hasStatusOk();
    }

    @Test
    void keepsDraftsOnTheServer() {
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/draft")
                        .param("visibility", "INTERNAL")
                        .param("body", "写到一半")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(204);

        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .bodyText()
                .contains("写到一半");
    }

    @Test
    void movesBackWithTheReasonWhenARuleSaysNo() {
        var page = mvc.post()
                .uri("/tickets/" + number + "/status")
                .param("status", TicketStatus.ON_HOLD)
                .with(as.user(agent))
                .with(csrf())
                .exchange();

        assertThat(page).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/tickets/" + number);
        assertThat(page.getMvcResult().getFlashMap().get("toast").toString())
                .contains("aftersales.ticket.holdNeedsReason");
    }

    private long customer() {
        return jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, 'C-' || nextval('foundation.id_seq'), '蓝山数据有限公司',
                               '蓝山数据', 'STANDARD', now(), now())
                        returning id
                        """).query(Long.class).single();
    }

    private long contact(long customer) {
        return jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, '李敏', 'zh-CN', false, now(), now())
                        returning id
                        """).param(customer).query(Long.class).single();
    }
}

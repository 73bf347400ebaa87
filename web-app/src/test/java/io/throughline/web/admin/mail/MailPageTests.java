package io.throughline.web.admin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Mails by the raw endpoint, the list of what came, and the test bench. */
@WebTest
class MailPageTests {

    private static final String MAIL = """
            From: =?utf-8?B?546L5Lyf?= <wang@page-test.cn>
            To: support@acme.cn
            Subject: =?gb2312?B?1vfW4dLsz+w=?=
            Message-ID: <page@page-test.cn>
            Content-Type: text/plain; charset=utf-8

            请尽快处理

            在 2026年11月2日，Acme <s@acme.cn> 写道：
            > 以前的话
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void anAdministrator() {
        admin = as.create(Role.ADMIN, Role.MANAGER);
    }

    @Test
    void takesAMailInByTheRawEndpoint() {
        var answer = send(MAIL);

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo("ACCEPTED");
        assertThat(answer).bodyJson().extractingPath("$.outcome").isEqualTo("NEW_TICKET");
        assertThat(answer).bodyJson().extractingPath("$.reason").isEqualTo("NO_THREAD");
        assertThat(answer).bodyJson().extractingPath("$.subject").isEqualTo("主轴异响");
        assertThat(answer).bodyJson().extractingPath("$.from.name").isEqualTo("王伟");
        assertThat(answer).bodyJson().extractingPath("$.ticket").asString().startsWith("TK-");
        assertThat(get(location(answer)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.text")
                .asString()
                .contains("请尽快处理");
        assertThat(get(location(answer) + "/source"))
                .hasStatusOk()
                .bodyText()
                .contains("Message-ID: <page@page-test.cn>");
    }

    @Test
    void saysWhichRecordWasRefusedAndWhy() {
        send(MAIL);
        var again = send(MAIL);

        assertThat(again).hasStatus(201);
        assertThat(again).bodyJson().extractingPath("$.state").isEqualTo("REFUSED");
        assertThat(again).bodyJson().extractingPath("$.reason").isEqualTo("DUPLICATE");
        assertThat(get("/api/v1/mail"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].reason")
                .isEqualTo("DUPLICATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0",
                "nonsense",
                "Content-Type: multipart/mixed; boundary=x\n\n--x\n",
                "Subject: =?x?y?z?=\n\n=\u00ff"
            })
    void answersAnyBytes(String bytes) {
        assertThat(send(bytes)).hasStatus(201);
    }

    @Test
    void refusesALongerMailThanAllowedInClearWords() {
        var answer = mvc.post()
                .uri("/api/v1/mail")
                .contentType("message/rfc822")
                .content(new byte[51 << 20])
                .with(as.user(admin))
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(413);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("aftersales.mail.tooLong");
    }

    @Test
    void isClosedToAgents() {
        var agent = as.create(Role.SUPPORT_AGENT);

        assertThat(mvc.post()
                        .uri("/api/v1/mail")
                        .contentType("message/rfc822")
                        .content(MAIL)
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(403);
    }

    @Test
    void listsWhatCameAndShowsEach() {
        var location = location(send(MAIL));
        var page = location.replace("/api/v1/mail", "/admin/mail");

        assertThat(get("/admin/mail")).hasStatusOk().bodyText().contains("主轴异响", "王伟", "新工单");
        assertThat(get(page)).hasStatusOk().bodyText().contains("请尽快处理", "page@page-test.cn", "没有指向任何工单");
        assertThat(get(page + "/source"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"mail-" + location.substring(location.lastIndexOf('/') + 1) + ".eml\"");
    }

    @Test
    void makesATicketOfARefusedMail() {
        var location = location(send("From: a@b.cn\nSubject: away\nAuto-Submitted: auto-replied\n\nx"));
        var page = location.replace("/api/v1/mail", "/admin/mail");
        assertThat(get("/admin/mail?state=REFUSED")).bodyText().contains("away");
        assertThat(get(page)).bodyText().contains("作为新工单收下");

        assertThat(mvc.post().uri(page + "/ticket").with(as.user(admin)).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("人工收下", "TK-");
    }

    @Test
    void triesAMailOutAndKeepsNothing() {
        var before = count();
        var verdict = mvc.post()
                .uri("/admin/mail/bench")
                .multipart()
                .file(new MockMultipartFile("file", "a.eml", "message/rfc822", MAIL.getBytes(StandardCharsets.UTF_8)))
                .param("source", "")
                .with(as.user(admin))
                .with(csrf())
                .exchange();

        assertThat(verdict).hasStatusOk().bodyText().contains("会接收：新工单", "没有指向任何工单", "王伟", "请尽快处理", "会回复");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void foldsWhatIsQuotedOnTheTicket() {
        var answer = send(MAIL);
        var number = String.valueOf(jdbc.sql(
                        "select t.number from aftersales.ticket t join aftersales.mail m on m.ticket_id = t.id where m.message_id = 'page@page-test.cn'")
                .query(String.class)
                .single());

        assertThat(answer).hasStatus(201);
        assertThat(get("/tickets/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("<summary>引用的内容</summary>", "&gt; 以前的话");
    }

    @Test
    void showsTheMailAsItWasLaidOutWithoutPicturesFromElsewhere() {
        send("From: a@b.cn\nSubject: rich\nMessage-ID: <rich@b.cn>\nContent-Type: text/html\n\n"
                + "<b>bold</b><script>alert(1)</script><img src=\"https://tracker.cn/p.gif\">");
        var message = jdbc.sql(
                        "select t.number || '/messages/' || m.ticket_message_id from aftersales.mail m join aftersales.ticket t on t.id = m.ticket_id where m.message_id = 'rich@b.cn'")
                .query(String.class)
                .single();

        var shown = get("/tickets/" + message + "/mail");
        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains("<b>bold</b>", "没有载入外部图片")
                .doesNotContain("alert(1)", "tracker.cn");
        assertThat(shown.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("sandbox")
                .doesNotContain("https:");
        assertThat(get("/tickets/" + message + "/mail?images=true")).bodyText().contains("tracker.cn/p.gif");
    }

    private int count() {
        return jdbc.sql("select count(*) from aftersales.mail")
                .query(Integer.class)
                .single();
    }

    private MvcTestResult send(String mail) {
        return mvc.post()
                .uri("/api/v1/mail")
                .contentType("message/rfc822")
                .content(mail.getBytes(StandardCharsets.UTF_8))
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(admin)).exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}

package io.throughline.web.aftersales.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.ArticleVisibility;
import io.throughline.aftersales.knowledge.KnowledgeArticleQueries;
import io.throughline.aftersales.knowledge.KnowledgeArticles;
import io.throughline.aftersales.knowledge.WriteArticle;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class KnowledgePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    KnowledgeArticles articles;

    @Autowired
    KnowledgeArticleQueries queries;

    @Autowired
    PortalTickets portal;

    private Viewer agent;
    private Viewer reviewer;
    private Viewer member;
    private Viewer customer;

    @BeforeEach
    void people() {
        agent = as.create(Role.SUPPORT_AGENT);
        reviewer = as.create(Role.SUPPORT_AGENT);
        member = as.create(Role.PROJECT_MEMBER);
        customer = as.contact(companies.contact(companies.customer()));
    }

    @Test
    void takesAnArticleFromTheFormToItsReaders() {
        assertThat(mvc.get().uri("/knowledge").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("还没有文章");
        var saved = mvc.post()
                .uri("/knowledge")
                .param("titleZh", "主轴复位")
                .param("bodyZh", "按下**复位按钮**。\r\n<script>alert(1)</script>")
                .param("titleEn", "Reset the spindle")
                .param("bodyEn", "Press the *button*.")
                .param("visibility", "PUBLIC")
                .param("reviewDays", "180")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(saved).hasStatus3xxRedirection();
        var at = saved.getResponse().getRedirectedUrl();
        assertThat(mvc.get().uri(at).with(as.user(agent))).hasRedirectedUrl(at.toLowerCase() + "-reset-the-spindle");
        var page = at.toLowerCase() + "-reset-the-spindle";
        assertThat(mvc.get().uri(page).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>复位按钮</strong>", "尚未发布", "提交审核")
                .doesNotContain("<script>alert");
        assertThat(mvc.get().uri(page).with(as.user(member))).hasStatus(404);
        post(agent, page + "/submission");
        assertThat(mvc.get().uri(page).with(as.user(agent)))
                .bodyText()
                .contains("请另一位同事审核")
                .doesNotContain("/publication");
        post(agent, page + "/publication");
        assertThat(mvc.get().uri(page).with(as.user(member))).hasStatus(404);
        post(reviewer, page + "/publication");
        assertThat(mvc.get().uri(page).with(as.user(member)))
                .hasStatusOk()
                .bodyText()
                .contains("主轴复位", "这篇文章有用吗");
        assertThat(mvc.get().uri(page + "?in=en").with(as.user(member)))
                .bodyText()
                .contains("Press the <em>button</em>");
        assertThat(mvc.get().uri("/articles" + page.substring("/knowledge".length())))
                .hasStatusOk()
                .bodyText()
                .contains("主轴复位");
        assertThat(mvc.get().uri("/articles?q=复位")).hasStatusOk().bodyText().contains("主轴复位");
        assertThat(mvc.get().uri("/portal/knowledge?q=复位按钮").with(as.user(customer)))
                .hasStatusOk()
                .bodyText()
                .contains("主轴复位");
    }

    @Test
    void keepsWhatWasTypedWhenALanguageIsHalfWritten() {
        assertThat(mvc.post()
                        .uri("/knowledge")
                        .param("titleZh", "只有标题")
                        .param("visibility", "STAFF")
                        .param("reviewDays", "365")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("只有标题", "要么都写，要么都不写");
    }

    @Test
    void returnsATextWithANote() {
        var number = articles.write(agent, text("主轴复位", ArticleVisibility.STAFF));
        articles.submit(agent, number, null);
        mvc.post()
                .uri("/knowledge/" + number + "/submission/removal")
                .param("note", "请加上型号")
                .with(as.user(reviewer))
                .with(csrf())
                .exchange();
        assertThat(mvc.get().uri("/knowledge/kb-" + number.value() + "-reset").with(as.user(agent)))
                .bodyText()
                .contains("请加上型号", "草稿");
    }

    @Test
    void showsCustomersOnlyWhatIsForThemAndTakesTheirVote() {
        var inside = published(text("内部说明", ArticleVisibility.STAFF));
        var number = published(text("给客户", ArticleVisibility.CUSTOMERS));
        var slug = "kb-" + number.value() + "-reset";
        assertThat(mvc.get().uri("/portal/knowledge").with(as.user(customer)))
                .hasStatusOk()
                .bodyText()
                .contains("给客户")
                .doesNotContain("内部说明");
        assertThat(mvc.get().uri("/portal/knowledge/" + inside).with(as.user(customer)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/portal/knowledge/" + slug).with(as.user(customer)))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/portal/knowledge/" + number + "/vote")
                        .param("helpful", "false")
                        .param("remark", "缺少图片")
                        .with(as.user(customer))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/knowledge/" + slug).with(as.user(agent)))
                .bodyText()
                .contains("缺少图片", "0 / 1");
        assertThat(mvc.get().uri("/articles/" + slug)).hasStatus(404);
        assertThat(mvc.get().uri("/go/" + number).with(as.user(customer)))
                .hasRedirectedUrl("/portal/knowledge/" + slug);
    }

    @Test
    void offersArticlesWhileACustomerAsks() {
        published(new WriteArticle("主轴异响", "检查轴承。", "", "", ArticleVisibility.CUSTOMERS, 365));
        assertThat(mvc.get().uri("/portal/tickets/new").with(as.user(customer)))
                .bodyText()
                .contains("/portal/knowledge/offers");
        assertThat(mvc.post()
                        .uri("/portal/knowledge/offers")
                        .param("subject", "主轴开机异响")
                        .with(as.user(customer))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("主轴异响")
                .doesNotContain("<html");
        assertThat(mvc.post()
                        .uri("/portal/knowledge/offers")
                        .param("subject", "发票")
                        .with(as.user(customer))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("主轴");
    }

    @Test
    void standsBesideATicket() {
        var number = published(new WriteArticle("主轴异响", "检查轴承。", "", "", ArticleVisibility.CUSTOMERS, 365));
        var ticket = portal.ask(customer, new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        assertThat(mvc.get().uri("/tickets/" + ticket).with(as.user(agent)))
                .bodyText()
                .contains("/tickets/" + ticket + "/articles");
        assertThat(mvc.get().uri("/tickets/" + ticket + "/articles").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("可能相关的文章", "检查轴承");
        assertThat(mvc.post()
                        .uri("/tickets/" + ticket + "/articles")
                        .param("article", number.toString())
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/tickets/" + ticket);
        post(agent, "/tickets/" + ticket + "/articles/" + number + "/solution?solved=true");
        assertThat(mvc.get().uri("/tickets/" + ticket + "/articles").with(as.user(agent)))
                .bodyText()
                .contains("已解决问题", "插入回复", "没有相似的文章");
        assertThat(mvc.get().uri("/api/v1/tickets/" + ticket + "/articles").with(as.user(agent)))
                .bodyJson()
                .extractingPath("$[0].solved")
                .isEqualTo(true);
        assertThat(mvc.delete()
                        .uri("/api/v1/tickets/" + ticket + "/articles/" + number)
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(204);
    }

    @Test
    void isWrittenByPrograms() {
        var written = mvc.post()
                .uri("/api/v1/knowledge")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"titleZh":"主轴复位","bodyZh":"按下按钮","titleEn":"","bodyEn":"","visibility":"STAFF","reviewDays":90}
                        """)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(written).hasStatus(201).bodyJson().extractingPath("$.state").isEqualTo("DRAFT");
        var at = written.getResponse().getHeader("Location");
        assertThat(mvc.put()
                        .uri(at)
                        .header("If-Match", written.getResponse().getHeader("ETag"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"titleZh":"主轴复位","bodyZh":"","titleEn":"","bodyEn":"","visibility":"STAFF","reviewDays":90}
                                """)
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/bodyZh");
        assertThat(mvc.get().uri(at.replace("/text", "")).with(as.user(member))).hasStatus(404);
        post(agent, at.replace("/text", "/submission"));
        post(reviewer, at.replace("/text", "/publication"));
        assertThat(mvc.get().uri(at.replace("/text", "")).with(as.user(member)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("主轴复位");
        assertThat(mvc.get().uri("/api/v1/knowledge?q=复位").with(as.user(member)))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(1);
    }

    private void post(Viewer who, String address) {
        mvc.post().uri(address).with(as.user(who)).with(csrf()).exchange();
    }

    private ArticleNumber published(WriteArticle text) {
        var number = articles.write(agent, text);
        articles.submit(agent, number, null);
        articles.publish(reviewer, number, null);
        return number;
    }

    private static WriteArticle text(String title, ArticleVisibility visibility) {
        return new WriteArticle(title, "按下复位按钮。", "Reset", "Press the button.", visibility, 365);
    }
}

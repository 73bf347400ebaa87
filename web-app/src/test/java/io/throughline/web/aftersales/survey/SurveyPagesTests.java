package io.throughline.web.aftersales.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.survey.AnswerSurvey;
import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class SurveyPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private Viewer asker;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = as.create(Role.SUPPORT_AGENT);
        asker = as.contact(companies.contact(companies.customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后**有异响**", null, null))
                .number();
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
                .contains("请选择 1 至 5 分");
        assertThat(mvc.post().uri("/s/" + token).param("rating", "4").with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/s/" + token + "?done=true")).bodyText().contains("谢谢您的评价");
        assertThat(mvc.get().uri("/s/" + "AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
        ratings.revoke(agent, number);
        assertThat(mvc.get().uri("/s/" + token)).hasStatus(404);
    }

    @Test
    void asksAgainForARatingThatIsNoNumber() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);

        assertThat(mvc.post().uri("/s/" + token).param("rating", "gut").with(csrf()))
                .hasStatusOk();
    }

    @Test
    void ticksWhatTheMailSaidAndRecordsNothingByReading() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);

        assertThat(mvc.get().uri("/s/" + token + "?score=2&lang=en"))
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .bodyText()
                .contains("How satisfied are you")
                .containsPattern("value=\"2\"[^>]*checked");
        assertThat(mvc.get().uri("/s/" + token + "?score=<b>")).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from aftersales.survey_response where channel = 'LINK'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mvc.post().uri("/s/" + token).param("rating", "2")).hasStatus(403);
    }

    @Test
    void stopsAskingWhoWantsNoSurveys() {
        tickets.resolve(agent, number);
        var token = ratings.link(agent, number);
        var address = "/s/" + token + "/opt-out";

        assertThat(mvc.get().uri(address)).bodyText().contains("退订满意度调查");
        assertThat(mvc.post().uri(address).param("out", "true").with(csrf())).hasRedirectedUrl(address);
        assertThat(mvc.get().uri(address)).bodyText().contains("已退订");
        assertThat(mvc.post().uri(address).param("out", "false").with(csrf())).hasRedirectedUrl(address);
        assertThat(mvc.get().uri(address)).bodyText().contains("退订后");
        assertThat(mvc.get().uri("/s/AAAAAAAAAAAAAAAAAAAAAA/opt-out")).hasStatus(404);
    }

    @Test
    void showsWhatCustomersAnsweredAndWhomToCall() {
        tickets.resolve(agent, number);
        ratings.rate(asker, number, AnswerSurvey.of(2, "等太久"));
        var manager = as.user(as.create(Role.MANAGER));

        assertThat(mvc.get().uri("/surveys").with(manager)).bodyText().contains("服务评价", "SV-1", "待回访");
        assertThat(mvc.get().uri("/surveys/SV-1").with(manager)).bodyText().contains("评分分布", "filter.rating=2", "按客户");
        assertThat(mvc.get().uri("/surveys/SV-1/answers?filter.rating=2").with(manager))
                .bodyText()
                .contains("等太久", number);
        assertThat(mvc.get().uri("/surveys/SV-1/answers?filter.rating=5").with(manager))
                .bodyText()
                .doesNotContain("等太久");
        assertThat(mvc.get().uri("/surveys/SV-1/answers.csv").with(manager))
                .hasStatusOk()
                .bodyText()
                .contains("等太久");
        assertThat(mvc.get().uri("/surveys/SV-999").with(manager)).hasStatus(404);
        assertThat(mvc.get().uri("/surveys/nonsense").with(manager)).hasStatus(404);
        finishTheFollowUp(manager);
    }

    private void finishTheFollowUp(RequestPostProcessor manager) {
        long task = jdbc.sql("select max(id) from aftersales.survey_follow_up")
                .query(Long.class)
                .single();
        var address = "/surveys/follow-ups/" + task + "/completion";
        assertThat(mvc.get().uri("/surveys/follow-ups?q=" + task).with(manager))
                .bodyText()
                .contains("等太久", address);
        assertThat(mvc.post().uri(address).param("note", " ").with(manager).with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请写下结果");
        assertThat(mvc.post().uri(address).param("note", "已致歉").with(manager).with(csrf()))
                .hasRedirectedUrl("/surveys/follow-ups");
        assertThat(mvc.get().uri("/surveys/follow-ups?view=done").with(manager))
                .bodyText()
                .contains("已致歉");
    }

    @Test
    void makesOpensAndSendsASurvey() {
        var manager = as.user(as.create(Role.MANAGER));
        long contact = companies.contact(companies.customer());
        jdbc.sql("update foundation.contact set email = 'li.min@lanshan.example' where id = ?")
                .param(contact)
                .update();
        var made = mvc.post()
                .uri("/surveys")
                .param("kind", "NPS")
                .param("occasion", "BY_HAND")
                .param("titleZh", "推荐度")
                .param("titleEn", "Recommendation")
                .param("scoreZh", "会推荐我们吗？")
                .param("scoreEn", "Would you?")
                .param("waitHours", "0")
                .param("reminders", "1")
                .param("reminderDays", "5")
                .param("answerDays", "30")
                .param("followUpDays", "3")
                .with(manager)
                .with(csrf())
                .exchange();
        var address = made.getResponse().getRedirectedUrl();

        assertThat(mvc.get().uri(address + "/sending").with(manager)).hasStatus(404);
        assertThat(mvc.post().uri(address + "/opening").with(manager).with(csrf()))
                .hasRedirectedUrl(address);
        assertThat(mvc.get().uri(address + "/edit").with(manager)).bodyText().contains("会推荐我们吗？");
        assertThat(mvc.get().uri(address + "/sending?q=蓝山").with(manager))
                .bodyText()
                .contains("li.min@lanshan.example");
        assertThat(mvc.post().uri(address + "/sending").with(manager).with(csrf()))
                .bodyText()
                .contains("请至少选择一位联系人");
        assertThat(mvc.post()
                        .uri(address + "/sending")
                        .param("contact", String.valueOf(contact))
                        .with(manager)
                        .with(csrf()))
                .bodyText()
                .contains("将发送给 1 人");
        assertThat(mvc.post()
                        .uri(address + "/sending")
                        .param("contact", String.valueOf(contact))
                        .param("sure", "true")
                        .with(manager)
                        .with(csrf()))
                .hasRedirectedUrl(address);
    }

    @Test
    void speaksToPrograms() {
        tickets.resolve(agent, number);
        ratings.rate(asker, number, AnswerSurvey.of(1, "没人回"));
        var manager = as.user(as.create(Role.MANAGER));

        assertThat(mvc.get().uri("/api/v1/surveys").with(manager)).bodyText().contains("\"SV-1\"");
        assertThat(mvc.get().uri("/api/v1/surveys/SV-1").with(manager))
                .bodyText()
                .contains("\"results\"");
        assertThat(mvc.get().uri("/api/v1/surveys/SV-1/answers").with(manager))
                .bodyText()
                .contains("没人回");
        assertThat(mvc.get().uri("/api/v1/surveys/follow-ups").with(manager))
                .bodyText()
                .contains("没人回");
        assertThat(mvc.get().uri("/api/v1/surveys/SV-999").with(manager)).hasStatus(404);
    }
}

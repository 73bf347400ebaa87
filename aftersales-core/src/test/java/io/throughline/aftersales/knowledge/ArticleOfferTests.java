package io.throughline.aftersales.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Articles where they are needed: while somebody asks, and on the ticket. */
@CoreTest
@Import(TicketFixtures.class)
class ArticleOfferTests {

    @Autowired
    KnowledgeArticles articles;

    @Autowired
    KnowledgeShelf shelf;

    @Autowired
    ArticleUses uses;

    @Autowired
    ArticleVotes votes;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries tickets;

    @Autowired
    Kpis kpis;

    @Autowired
    TicketFixtures given;

    private Viewer manager;
    private Viewer agent;
    private Viewer customer;
    private ArticleNumber spindle;

    @BeforeEach
    void someArticles() {
        manager = given.staff(Role.MANAGER);
        agent = given.staff(Role.SUPPORT_AGENT);
        customer = given.contactUser(given.contact(given.customer(), false));
        spindle = published("主轴异响怎么办", "检查轴承的润滑，必要时更换。", "Noise of the spindle", "Check the grease of the bearings.");
        published("如何重置密码", "在登录页点击忘记密码。", "How to reset a password", "Follow the link of the sign-in page.");
        IntStream.range(0, 8)
                .forEach(n -> published("发票说明 " + n, "发票寄给财务。", "About invoice " + n, "We send it by mail."));
    }

    @Test
    void offersWhatSharesTellingWordsWithAQuestion() {
        assertThat(shelf.offer(customer, "开机后主轴有异响，声音很大，请问怎么处理？", 3))
                .extracting(ArticleTeaser::number)
                .containsExactly(spindle);
        assertThat(shelf.offer(given.staff(Role.TECHNICIAN), "Loud noise from the spindle after the start", 3))
                .extracting(ArticleTeaser::number)
                .startsWith(spindle);
        assertThat(shelf.offer(customer, "食堂几点开门", 3)).isEmpty();
        assertThat(shelf.offer(customer, "", 3)).isEmpty();
    }

    @Test
    void remembersWhichArticleSolvedATicket() {
        var number = ticket();
        uses.add(agent, number, spindle);
        uses.add(agent, number, spindle);
        var ticket = tickets.detail(agent, number);
        assertThat(uses.of(agent, ticket.id()))
                .singleElement()
                .extracting(UsedArticle::number, UsedArticle::solved, UsedArticle::forCustomers)
                .containsExactly(spindle, false, true);
        uses.solved(agent, number, spindle, true);
        assertThat(uses.of(agent, ticket.id())).extracting(UsedArticle::solved).containsExactly(true);
        uses.remove(agent, number, spindle);
        assertThat(uses.of(agent, ticket.id())).isEmpty();
    }

    @Test
    void showsTicketsOnlyToThoseWhoSeeThem() {
        var number = ticket();
        uses.add(manager, number, spindle);
        long team = given.team("别的组");
        var article = shelf.read(manager, spindle, null).id();
        assertThat(uses.ticketsWith(manager, article))
                .extracting(ArticleUses.TicketWithArticle::number)
                .containsExactly(number);
        var technician = given.staff(Role.TECHNICIAN);
        assertThat(team).isPositive();
        assertThat(uses.ticketsWith(technician, article)).isEmpty();
        assertThatThrownBy(() -> uses.add(technician, number, spindle)).isInstanceOf(NotFound.class);
    }

    @Test
    void measuresVotesReviewsAndQuestionsAnsweredWithoutATicket() {
        long askedBefore = asked();
        votes.vote(customer, spindle, true, "");
        votes.vote(agent, spindle, false, "");
        votes.opened(customer, shelf.read(customer, spindle, null));
        votes.opened(agent, shelf.read(agent, spindle, null));
        var other = given.contactUser(given.contact(given.customer(), false));
        votes.opened(other, shelf.read(other, spindle, null));
        portal.ask(other, new AskForHelp(null, "还是不行", "主轴仍有异响", null, null));

        assertShare("article-helpful", 1, 2);
        assertShare("article-fresh", 10, 10);
        assertShare("self-service", 1, 2 + askedBefore);
        assertShare("article-reuse", 0, 0);
    }

    /** Questions of other tests that stay in the database. */
    private long asked() {
        return kpis.tile(manager, "self-service", kpis.query(manager, null))
                .now()
                .n();
    }

    private void assertShare(String kpi, long met, long of) {
        var query = kpis.query(manager, null);
        var value = kpis.tile(manager, kpi, query).now();
        assertThat(List.of(value.met(), value.n())).as(kpi).containsExactly(met, of);
        assertThat(kpis.rows(manager, kpi, query, KpiSource.Part.ALL, PageRequest.first(50))
                        .rows())
                .as(kpi)
                .hasSize((int) of);
    }

    private String ticket() {
        return portal.ask(customer, new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
    }

    private ArticleNumber published(String titleZh, String bodyZh, String titleEn, String bodyEn) {
        var number = articles.write(
                manager, new WriteArticle(titleZh, bodyZh, titleEn, bodyEn, ArticleVisibility.CUSTOMERS, 365));
        articles.submit(manager, number, null);
        articles.publish(manager, number, null);
        return number;
    }
}

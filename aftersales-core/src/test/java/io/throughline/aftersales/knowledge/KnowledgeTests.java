package io.throughline.aftersales.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An article on its way to its readers. */
@CoreTest
@Import(TicketFixtures.class)
class KnowledgeTests {

    @Autowired
    KnowledgeArticles articles;

    @Autowired
    KnowledgeArticleQueries queries;

    @Autowired
    KnowledgeShelf shelf;

    @Autowired
    ArticleVotes votes;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer writer;
    private Viewer reader;
    private Viewer member;
    private Viewer customer;

    @BeforeEach
    void people() {
        writer = given.staff(Role.SUPPORT_AGENT);
        reader = given.staff(Role.SUPPORT_AGENT);
        member = given.staff(Role.PROJECT_MEMBER);
        customer = given.contactUser(given.contact(given.customer(), false));
    }

    @Test
    void isSeenByNobodyBeforeItsPublication() {
        var number = articles.write(writer, text("主轴复位", ArticleVisibility.PUBLIC));
        assertThat(queries.require(writer, number).state()).isEqualTo(ArticleState.DRAFT);
        assertUnseen(number);
        articles.submit(writer, number, null);
        assertUnseen(number);
        assertThat(shelf.find(member, "主轴复位", 10)).isEmpty();
    }

    @Test
    void isPublishedBySomebodyElseOrByAManager() {
        var number = articles.write(writer, text("主轴复位", ArticleVisibility.STAFF));
        articles.submit(writer, number, null);
        assertThatThrownBy(() -> articles.publish(writer, number, null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("ownText");
        articles.publish(reader, number, null);
        assertThat(queries.require(writer, number).state()).isEqualTo(ArticleState.PUBLISHED);

        var manager = given.staff(Role.MANAGER);
        var own = articles.write(manager, text("主轴润滑", ArticleVisibility.STAFF));
        articles.submit(manager, own, null);
        articles.publish(manager, own, null);
        assertThat(shelf.read(member, own, null).title()).isEqualTo("主轴润滑");
    }

    @Test
    void isReadByThoseItIsMeantFor() {
        var forStaff = published(text("仅员工", ArticleVisibility.STAFF));
        var forCustomers = published(text("给客户", ArticleVisibility.CUSTOMERS));
        var open = published(text("给所有人", ArticleVisibility.PUBLIC));
        assertThat(shelf.read(member, forStaff, null).title()).isEqualTo("仅员工");
        assertThatThrownBy(() -> shelf.read(customer, forStaff, null)).isInstanceOf(NotFound.class);
        assertThat(shelf.read(customer, forCustomers, null).title()).isEqualTo("给客户");
        assertThatThrownBy(() -> shelf.readOpen(forCustomers, Locale.CHINESE, null))
                .isInstanceOf(NotFound.class);
        assertThat(shelf.readOpen(open, Locale.CHINESE, null).title()).isEqualTo("给所有人");

        assertThat(shelf.find(customer, "", 50))
                .extracting(ArticleTeaser::number)
                .containsExactlyInAnyOrder(forCustomers, open);
        assertThat(shelf.findOpen("", Locale.CHINESE, 50))
                .extracting(ArticleTeaser::number)
                .containsExactly(open);
        assertThat(shelf.find(customer, "复位按钮", 50))
                .extracting(ArticleTeaser::number)
                .containsExactlyInAnyOrder(forCustomers, open);
        assertThat(shelf.findOpen("reset button", Locale.ENGLISH, 50))
                .extracting(ArticleTeaser::title)
                .containsExactly("Reset (给所有人)");
        assertThat(shelf.find(member, "复位按钮", 50)).hasSize(3);
    }

    @Test
    void keepsItsEditionWhileANewTextWaits() {
        var number = published(text("旧标题", ArticleVisibility.CUSTOMERS));
        articles.change(writer, number, null, text("新标题", ArticleVisibility.STAFF));
        assertThat(shelf.read(customer, number, null).title()).isEqualTo("旧标题");
        assertThat(shelf.find(customer, "新标题", 10)).isEmpty();

        articles.submit(writer, number, null);
        articles.giveBack(reader, number, null, "请加上型号");
        assertThat(queries.require(writer, number).returnedNote()).isEqualTo("请加上型号");
        articles.submit(writer, number, null);
        articles.publish(reader, number, null);
        assertThatThrownBy(() -> shelf.read(customer, number, null)).isInstanceOf(NotFound.class);
        assertThat(shelf.read(member, number, null).title()).isEqualTo("新标题");

        articles.restore(writer, number, null, 1);
        assertThat(queries.require(writer, number).draft().titleZh()).isEqualTo("旧标题");
        assertThat(shelf.read(member, number, null).title()).isEqualTo("新标题");
        articles.discard(writer, number, null);
        assertThat(queries.require(writer, number).draft().titleZh()).isEqualTo("新标题");
        assertThat(queries.edition(writer, number, 1).titleZh()).isEqualTo("旧标题");
    }

    @Test
    void staysPublishedWhenOnlyItsReviewIntervalChanges() {
        var number = published(text("主轴复位", ArticleVisibility.STAFF));
        var same = text("主轴复位", ArticleVisibility.STAFF);
        articles.change(
                writer,
                number,
                null,
                new WriteArticle(same.titleZh(), same.bodyZh(), same.titleEn(), same.bodyEn(), same.visibility(), 30));
        assertThat(queries.require(writer, number))
                .extracting(ArticleDetail::state, ArticleDetail::reviewDays)
                .containsExactly(ArticleState.PUBLISHED, 30);
    }

    @Test
    void isGoneWhenRetiredAndBackWhenReinstated() {
        var number = published(text("主轴复位", ArticleVisibility.PUBLIC));
        articles.retire(reader, number, null);
        assertUnseen(number);
        assertThat(shelf.findOpen("复位按钮", Locale.CHINESE, 10)).isEmpty();
        assertThat(queries.list(writer, new ArticleFilter(null, null, false), PageRequest.first(50))
                        .rows())
                .extracting(ArticleRow::number)
                .doesNotContain(number);
        assertThat(queries.list(writer, new ArticleFilter(ArticleState.RETIRED, null, false), PageRequest.first(50))
                        .rows())
                .extracting(ArticleRow::number)
                .contains(number);
        assertThatThrownBy(() -> articles.change(writer, number, null, text("x", ArticleVisibility.STAFF)))
                .hasMessageContaining("retired");
        articles.reinstate(reader, number, null);
        assertThat(shelf.findOpen("复位按钮", Locale.CHINESE, 10)).hasSize(1);
    }

    @Test
    void isShownInTheOtherLanguageWhereOneIsMissing() {
        var number = published(new WriteArticle("", "", "Only English", "Text", ArticleVisibility.PUBLIC, 365));
        assertThat(shelf.readOpen(number, Locale.CHINESE, null))
                .extracting(ShownArticle::title, ShownArticle::language, ShownArticle::other)
                .containsExactly("Only English", "en", null);
        var both = published(text("两种语言", ArticleVisibility.PUBLIC));
        assertThat(shelf.readOpen(both, Locale.ENGLISH, "zh"))
                .extracting(ShownArticle::title, ShownArticle::other)
                .containsExactly("两种语言", "en");
    }

    @Test
    void wantsAWholeLanguage() {
        assertThatThrownBy(() -> articles.write(writer, new WriteArticle("", "", "", "", ArticleVisibility.STAFF, 365)))
                .hasMessageContaining("empty");
        assertThatThrownBy(
                        () -> articles.write(writer, new WriteArticle("标题", "", "", "", ArticleVisibility.STAFF, 365)))
                .hasMessageContaining("half");
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        var number = articles.write(writer, text("主轴复位", ArticleVisibility.STAFF));
        int seen = queries.require(writer, number).version();
        articles.change(writer, number, seen, text("主轴复位二", ArticleVisibility.STAFF));
        assertThatThrownBy(() -> articles.change(reader, number, seen, text("三", ArticleVisibility.STAFF)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void countsOneVoteAPerson() {
        var number = published(text("主轴复位", ArticleVisibility.CUSTOMERS));
        votes.vote(customer, number, false, "缺少图片");
        votes.vote(customer, number, true, "");
        votes.vote(member, number, false, "看不懂");
        var detail = queries.require(writer, number);
        assertThat(detail.helpful()).isEqualTo(1);
        assertThat(detail.notHelpful()).isEqualTo(1);
        assertThat(detail.remarks()).extracting(ArticleDetail.Remark::text).containsExactly("看不懂");
        assertThat(shelf.read(customer, number, null).mine()).isTrue();
        var staff = published(text("内部", ArticleVisibility.STAFF));
        assertThatThrownBy(() -> votes.vote(customer, staff, true, "")).isInstanceOf(NotFound.class);
    }

    @Test
    void asksForAReviewOnceItsIntervalIsOver() {
        var number = published(text("主轴复位", ArticleVisibility.STAFF));
        assertThat(queries.require(writer, number).reviewDue()).isFalse();
        jdbc.sql("update aftersales.knowledge_article set reviewed_at = reviewed_at - interval '366 days'"
                        + " where number = ?")
                .param(number.value())
                .update();
        assertThat(queries.require(writer, number).reviewDue()).isTrue();
        assertThat(queries.list(writer, new ArticleFilter(null, null, true), PageRequest.first(50))
                        .rows())
                .extracting(ArticleRow::number)
                .containsExactly(number);
    }

    @Test
    void isDeletedAsLongAsNobodyHasSeenIt() {
        var number = articles.write(writer, text("写错了", ArticleVisibility.STAFF));
        assertThat(queries.find(writer, "写错了", new ArticleFilter(null, null, false)))
                .hasSize(1);
        articles.discard(writer, number, null);
        assertThatThrownBy(() -> queries.require(writer, number)).isInstanceOf(NotFound.class);
        assertThat(queries.find(writer, "写错了", new ArticleFilter(null, null, false)))
                .isEmpty();
    }

    private ArticleNumber published(WriteArticle text) {
        var number = articles.write(writer, text);
        articles.submit(writer, number, null);
        articles.publish(reader, number, null);
        return number;
    }

    private void assertUnseen(ArticleNumber number) {
        assertThatThrownBy(() -> shelf.read(member, number, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shelf.read(customer, number, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shelf.readOpen(number, Locale.CHINESE, null)).isInstanceOf(NotFound.class);
    }

    static WriteArticle text(String title, ArticleVisibility visibility) {
        return new WriteArticle(
                title, "按下**复位按钮**三秒。", "Reset (" + title + ")", "Press the reset button.", visibility, 365);
    }
}

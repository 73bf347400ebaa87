package io.throughline.aftersales.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.aftersales.mail.MailIntake;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class SurveyTests {

    private static final Pattern TOKEN = Pattern.compile("\"path\": ?\"/s/([^\"]+)\"");

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyQueries queries;

    @Autowired
    SurveyResultQueries results;

    @Autowired
    SurveySendings sendings;

    @Autowired
    SurveyLinks links;

    @Autowired
    FollowUps followUps;

    @Autowired
    SurveyPost post;

    @Autowired
    MailIntake intake;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer agent;
    private CustomerId customer;
    private ContactId contact;
    private String address;

    @BeforeEach
    void aContactWithAnAddress() {
        manager = given.staff(Role.MANAGER);
        agent = given.staff(Role.SUPPORT_AGENT);
        customer = given.customer();
        contact = given.contact(customer, false);
        address = address(contact);
    }

    @Test
    void mailsTheQuestionToWhomIsChosen() {
        var survey = opened(SurveyKind.NPS, false);

        assertThat(sendings.send(manager, survey, List.of(contact.value()))).isOne();
        post.run(Instant.now());

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail).contains("/opt-out", "推荐"));
        var sheet = links.sheet(token());
        assertThat(sheet.kind()).isEqualTo(SurveyKind.NPS);
        assertThat(sheet.given()).isNull();
    }

    @Test
    void keepsTheLastAnswerOnly() {
        var token = asked(opened(SurveyKind.NPS, false));

        links.answer(token, AnswerSurvey.of(9, "很好"));
        links.answer(token, AnswerSurvey.of(7, "还行"));

        assertThat(answers(1)).singleElement().satisfies(answer -> {
            assertThat(answer.rating()).isEqualTo(7);
            assertThat(answer.comment()).isEqualTo("还行");
        });
    }

    @Test
    void refusesARatingOffTheScale() {
        var token = asked(opened(SurveyKind.CES, false));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> links.answer(token, AnswerSurvey.of(8, null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("rating"));
    }

    @Test
    void asksAContactOnceWithinTheQuietDaysOverAllSurveys() {
        asked(opened(SurveyKind.NPS, false));
        var other = opened(SurveyKind.CES, false);

        assertThat(sendings.preview(manager, List.of(contact.value())))
                .singleElement()
                .extracting(ChosenContact::leftOut)
                .isEqualTo(LeftOut.ASKED_LATELY);
        assertThat(sendings.send(manager, other, List.of(contact.value()))).isZero();

        jdbc.sql("update aftersales.survey_invitation set sent_at = sent_at - interval '31 days', mail_due_at = null")
                .update();
        assertThat(sendings.send(manager, other, List.of(contact.value()))).isOne();
    }

    @Test
    void mailsASolvedTicketOnlyWhenTheSurveyIsOpenAndTheContactWasNotAskedLately() {
        var first = solved();
        post.run(later());
        assertThat(mails()).isEmpty();

        surveys.open(manager, new SurveyNumber(1));
        var second = solved();
        var third = solved();
        post.run(later());

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail).contains(second));
        assertThat(leftOut(third)).isEqualTo("ASKED_LATELY");
        assertThat(leftOut(first)).isNull();
    }

    @Test
    void mailsNothingAboutATicketThatIsOpenAgain() {
        surveys.open(manager, new SurveyNumber(1));
        var number = solved();
        portal.refuse(asker(), number, "还是不行");

        post.run(later());

        assertThat(mails()).isEmpty();
        assertThat(leftOut(number)).isEqualTo("REOPENED");
    }

    @Test
    void neverAsksWhoOptedOutOrCannotBeReached() {
        var survey = opened(SurveyKind.NPS, false);
        var lost = given.contact(customer, false);
        jdbc.sql("insert into aftersales.mail_failure (address, at) values (?, now())")
                .param(address(lost))
                .update();
        links.optOut(asked(survey), true);
        jdbc.sql("update aftersales.survey_invitation set sent_at = sent_at - interval '31 days', mail_due_at = null")
                .update();

        assertThat(sendings.preview(manager, List.of(contact.value(), lost.value())))
                .extracting(ChosenContact::leftOut)
                .containsExactlyInAnyOrder(LeftOut.OPTED_OUT, LeftOut.UNDELIVERABLE);
    }

    @Test
    void remindsAsOftenAsSaidAndLeavesTheFirstLinkWorking() {
        var token = asked(opened(SurveyKind.NPS, false));

        post.run(Instant.now());
        assertThat(mails()).hasSize(1);
        dueNow();
        post.run(Instant.now());
        dueNow();
        post.run(Instant.now());

        assertThat(mails()).hasSize(2);
        links.answer(token, AnswerSurvey.of(10, null));
    }

    @Test
    void countsAMailThatCameBackAsNotSentAndRemindsNobodyOfIt() {
        var survey = opened(SurveyKind.NPS, false);
        asked(survey);
        var mail = jdbc.sql("select message_id from foundation.outbox_mail where recipient = ?")
                .param(address)
                .query(String.class)
                .single();

        intake.take(Viewer.system("test"), """
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail Returned to Sender
                In-Reply-To: %s

                <%s>: 550 5.1.1 no such user
                """.formatted(mail, address).getBytes(StandardCharsets.UTF_8));
        dueNow();
        post.run(Instant.now());

        assertThat(mails()).hasSize(1);
        var month = queries.thisMonth(manager);
        assertThat(results.of(manager, queries.require(manager, survey), month, month)
                        .sent())
                .isZero();
    }

    @Test
    void remindsNobodyWhoAnswered() {
        var token = asked(opened(SurveyKind.NPS, false));
        links.answer(token, AnswerSurvey.of(10, null));

        dueNow();
        post.run(Instant.now());

        assertThat(mails()).hasSize(1);
    }

    @Test
    void answersAllForeignLinksAlike() {
        var survey = opened(SurveyKind.NPS, false);
        var token = asked(survey);
        surveys.close(manager, survey);

        for (var link : List.of(token, "AAAAAAAAAAAAAAAAAAAAAA", "", "x".repeat(5000))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links.sheet(link));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links.answer(link, AnswerSurvey.of(9, null)));
        }
    }

    @Test
    void makesABadAnswerATaskOfTheAccountExecutive() {
        var executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        jdbc.sql("update foundation.customer set account_executive_id = ? where id = ?")
                .params(executive.id().value(), customer.value())
                .update();
        var token = asked(opened(SurveyKind.NPS, false));
        links.answer(token, AnswerSurvey.of(3, "等了三天"));
        links.answer(token, AnswerSurvey.of(2, "等了三天"));

        var mine = followUps.page(executive, FollowUpView.MINE, null, PageRequest.first(25));
        assertThat(mine.rows()).singleElement().satisfies(task -> {
            assertThat(task.rating()).isEqualTo(2);
            assertThat(task.overdue()).isFalse();
        });
        long task = mine.rows().get(0).id();
        assertThat(jdbc.sql("select kind from foundation.notice where user_id = ?")
                        .param(executive.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(BadAnswers.NOTICE);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> followUps.finish(agent, task, "已联系"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> followUps.finish(executive, task, " "));
        followUps.finish(executive, task, "已电话致歉");
        assertThat(followUps
                        .page(executive, FollowUpView.DONE, null, PageRequest.first(25))
                        .rows())
                .singleElement()
                .extracting(FollowUpRow::note)
                .isEqualTo("已电话致歉");
    }

    @Test
    void keepsNothingThatLeadsFromAnAnonymousAnswerToWhoGaveIt() {
        var survey = opened(SurveyKind.CSAT, true);
        var token = asked(survey);
        links.answer(token, AnswerSurvey.of(1, "不好"));

        assertThat(jdbc.sql("""
                        select count(*) from aftersales.survey_response
                         where comment = '不好' and invitation_id is null and customer_id is null and contact_id is null
                           and created_at = answered_at and changed_at = answered_at
                        """).query(Long.class).single()).isOne();
        assertThat(followUps.open(manager)).isZero();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> links.answer(token, AnswerSurvey.of(5, null)));
        var detail = queries.require(manager, survey);
        var month = queries.thisMonth(manager);
        assertThat(results.of(manager, detail, month, month).hidden()).isTrue();
        assertThat(queries.answers(manager, detail, AnswerFilter.of(month, month), PageRequest.first(25))
                        .rows())
                .isEmpty();
    }

    @Test
    void countsWhatTheListShows() {
        var survey = opened(SurveyKind.CSAT, false);
        for (int rating : new int[] {5, 5, 4, 3, 1, 2}) {
            contact = given.contact(customer, false);
            address = address(contact);
            links.answer(asked(survey), AnswerSurvey.of(rating, null));
        }
        var detail = queries.require(manager, survey);
        var month = queries.thisMonth(manager);
        var counted = results.of(manager, detail, month.minusMonths(2), month);

        assertThat(counted.score()).isEqualByComparingTo("50");
        assertThat(counted.answers()).isEqualTo(6);
        assertThat(counted.sent()).isEqualTo(6);
        assertThat(counted.answered()).isEqualTo(6);
        assertThat(counted.months()).hasSize(3);
        assertThat(counted.groups(SurveyResults.GroupBy.CUSTOMER))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.answers()).isEqualTo(6);
                    assertThat(listed(
                                    detail, new AnswerFilter(month, month, null, null, null, group.id(), null, false)))
                            .isEqualTo(6);
                });
        assertThat(counted.shares()).allSatisfy(share -> assertThat(
                        listed(detail, new AnswerFilter(month, month, share.rating(), null, null, null, null, false)))
                .isEqualTo(share.answers()));
        assertThat(results.of(agent, detail, month, month).answers()).isZero();
    }

    @Test
    void changesNeitherMeasureNorAnonymityOnceOpened() {
        var survey = opened(SurveyKind.NPS, false);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> surveys.change(manager, survey, null, wanted(SurveyKind.CSAT, false)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> surveys.change(manager, survey, null, wanted(SurveyKind.NPS, true)));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> surveys.delete(manager, survey));
    }

    private long listed(SurveyDetail survey, AnswerFilter filter) {
        return queries.answers(manager, survey, filter, PageRequest.first(50))
                .rows()
                .size();
    }

    private List<AnswerRow> answers(int atLeast) {
        var number = jdbc.sql("select max(number) from aftersales.survey")
                .query(Integer.class)
                .single();
        var survey = queries.require(manager, new SurveyNumber(number));
        var month = queries.thisMonth(manager);
        return queries.answers(manager, survey, AnswerFilter.of(month, month), PageRequest.first(atLeast + 5))
                .rows();
    }

    private SurveyNumber opened(SurveyKind kind, boolean anonymous) {
        var number = surveys.create(manager, wanted(kind, anonymous));
        surveys.open(manager, number);
        return number;
    }

    private static SaveSurvey wanted(SurveyKind kind, boolean anonymous) {
        return new SaveSurvey(
                kind,
                SurveyOccasion.BY_HAND,
                "年度调查",
                "Survey of the year",
                "您会推荐我们吗？",
                "Would you recommend us?",
                null,
                null,
                "为什么？",
                "Why?",
                anonymous,
                0,
                1,
                5,
                30,
                3,
                null);
    }

    /** The token of the mail that went to the contact. */
    private String asked(SurveyNumber survey) {
        sendings.send(manager, survey, List.of(contact.value()));
        post.run(Instant.now());
        return token();
    }

    private String token() {
        var mail = TOKEN.matcher(mails().get(0));
        assertThat(mail.find()).isTrue();
        return mail.group(1);
    }

    private List<String> mails() {
        return jdbc.sql(
                        "select data::text from foundation.outbox_mail where recipient = ? and template = 'survey' order by id")
                .param(address)
                .query(String.class)
                .list();
    }

    private void dueNow() {
        jdbc.sql(
                        "update aftersales.survey_invitation set mail_due_at = now() - interval '1 second' where mail_due_at is not null")
                .update();
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(3));
    }

    private String solved() {
        var number = portal.ask(asker(), new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        tickets.resolve(given.staff(Role.SUPPORT_AGENT, Role.MANAGER), number);
        return number;
    }

    private Viewer asker() {
        return given.contactUser(contact);
    }

    private @Nullable String leftOut(String number) {
        return (String) jdbc.sql("""
                        select i.left_out from aftersales.survey_invitation i join aftersales.ticket t on t.id = i.subject_id
                         where t.number = ?
                        """).param(number).query().singleRow().get("left_out");
    }

    private String address(ContactId whose) {
        var made = "s" + UUID.randomUUID().toString().substring(0, 8) + "@lanshan.example";
        jdbc.sql("update foundation.contact set email = :email where id = :id")
                .params(Map.of("email", made, "id", whose.value()))
                .update();
        return made;
    }
}

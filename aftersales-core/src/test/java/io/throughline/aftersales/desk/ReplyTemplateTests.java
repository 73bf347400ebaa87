package io.throughline.aftersales.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class ReplyTemplateTests {

    @Autowired
    ReplyTemplates templates;

    @Autowired
    ReplyTemplateQueries queries;

    @Autowired
    TicketDetailQueries tickets;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private long team;
    private String number;

    @BeforeEach
    void anAgentOfATeamAndATicket() {
        team = given.team("受理组");
        agent = given.agentOf(team);
        number = given.ticket(given.contactUser(given.contact(given.customer(), false)), "主轴异响");
    }

    @Test
    void fillsTheTextInTheContactsLanguage() {
        long id = templates.write(agent, both("{{联系人}}您好，{{ 工单号 }}“{{主题}}”由{{agent}}处理。", "Dear {{contact}}"));

        var filled = queries.fill(agent, number, id);

        assertThat(filled.text()).isEqualTo("李敏您好，" + number + "“主轴异响”由王芳处理。");
        assertThat(filled.language()).isEqualTo("zh");
        assertThat(filled.otherLanguage()).isFalse();
        jdbc.sql(
                        "update foundation.contact set locale = 'en' where id = (select requester_id from aftersales.ticket where number = ?)")
                .param(number)
                .update();
        assertThat(queries.fill(agent, number, id).text()).isEqualTo("Dear 李敏");
    }

    @Test
    void takesTheOtherLanguageAndSaysSoWhereTheContactsIsMissing() {
        long id = templates.write(agent, both(null, "Ticket {{number}}"));

        assertThat(queries.fill(agent, number, id))
                .returns("Ticket " + number, FilledReply::text)
                .returns("en", FilledReply::language)
                .returns(true, FilledReply::otherLanguage);
    }

    @Test
    void leavesAGapThatIsSeenWhereAValueIsNotKnown() {
        long id = templates.write(agent, both("项目{{项目}}，最晚{{承诺时间}}", null));

        var filled = queries.fill(agent, number, id);

        assertThat(filled.text()).isEqualTo("项目【项目？】，最晚【承诺时间？】");
        assertThat(filled.gaps()).containsExactly("【项目？】", "【承诺时间？】");
    }

    @Test
    void writesTheSubjectAsItIsEvenWhereItLooksLikeAPlaceholder() {
        jdbc.sql("update aftersales.ticket set subject = '{{客服}} $1 \\' where number = ?")
                .param(number)
                .update();
        long id = templates.write(agent, both("“{{主题}}”", null));

        assertThat(queries.fill(agent, number, id).text()).isEqualTo("“{{客服}} $1 \\”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{nobody}}", "{{}}", "Dear {{contact}", "{{con{{tact}}"})
    void refusesAPlaceholderNobodyKnowsNamingThoseThereAre(String text) {
        assertThatThrownBy(() -> templates.write(agent, both(null, text)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("textEn");
                    assertThat(String.valueOf(refusal.args()[refusal.args().length - 1]))
                            .contains("{{contact}}", "{{promised}}");
                });
    }

    @Test
    void refusesATemplateWithoutAnyText() {
        assertThatThrownBy(() -> templates.write(agent, both(" ", "")))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("textZh"));
    }

    @Test
    void isFoundByItsOwnerItsTeamOrEverybody() {
        var colleague = given.agentOf(team);
        var stranger = given.agentOf(given.team("维修组"));
        long own = templates.write(agent, shared("我的", Sharing.OWN, null));
        long ours = templates.write(agent, shared("组里的", Sharing.TEAM, team));
        long everybodys = templates.write(given.staff(Role.MANAGER), shared("大家的", Sharing.EVERYONE, null));

        assertThat(ids(agent)).contains(own, ours, everybodys);
        assertThat(ids(colleague)).contains(ours, everybodys).doesNotContain(own);
        assertThat(ids(stranger)).contains(everybodys).doesNotContain(own, ours);
        assertThatThrownBy(() -> queries.fill(stranger, number, ours)).isInstanceOf(NotFound.class);
        assertThat(queries.rows(agent, PageRequest.of(null, null, 100)).rows())
                .filteredOn(row -> row.id() == everybodys)
                .allMatch(row -> !row.kept());
    }

    @Test
    void isKeptByThoseItBelongsTo() {
        var stranger = given.agentOf(given.team("维修组"));
        long own = templates.write(agent, shared("我的", Sharing.OWN, null));
        long everybodys = templates.write(given.staff(Role.ADMIN), shared("大家的", Sharing.EVERYONE, null));

        assertThatThrownBy(() -> templates.remove(stranger, own)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> templates.remove(agent, everybodys)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> templates.write(agent, shared("给大家", Sharing.EVERYONE, null)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("sharing"));
        assertThatThrownBy(() -> templates.write(stranger, shared("给别组", Sharing.TEAM, team)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void comesBackAfterARemoval() {
        long id = templates.write(agent, shared("我的", Sharing.OWN, null));

        templates.remove(agent, id);
        assertThat(ids(agent)).doesNotContain(id);
        assertThatThrownBy(() -> queries.require(agent, id)).isInstanceOf(NotFound.class);

        templates.bringBack(agent, id);
        assertThat(ids(agent)).contains(id);
    }

    @Test
    void doesNotReadATicketTheViewerMayNotSee() {
        long id = templates.write(agent, shared("我的", Sharing.OWN, null));
        var elsewhere = given.team("别组");
        jdbc.sql("update aftersales.ticket set team_id = ? where number = ?")
                .params(elsewhere, number)
                .update();

        assertThatThrownBy(() -> queries.fill(agent, number, id)).isInstanceOf(NotFound.class);
    }

    private java.util.List<Long> ids(Viewer viewer) {
        return queries.choices(viewer).templates().stream()
                .map(ReplyTemplateQueries.Choice::id)
                .toList();
    }

    private static SaveReplyTemplate both(@Nullable String zh, @Nullable String en) {
        return new SaveReplyTemplate("收到", zh, en, Sharing.OWN, null, null);
    }

    private static SaveReplyTemplate shared(String name, Sharing sharing, @Nullable Long team) {
        return new SaveReplyTemplate(name, "您好", null, sharing, team, null);
    }
}

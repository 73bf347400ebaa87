package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RecordNumber;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketLifeTests {

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketQueries queries;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runsFromTheQuestionToTheConfirmation() {
        var asker = given.contactUser(given.contact(given.customer(), false));
        var agent = given.staff(Role.SUPPORT_AGENT);

        var asked = portal.ask(asker, new AskForHelp(null, "打印机不工作", "卡纸了", Level.HIGH, null));
        tickets.take(agent, asked.number());
        conversation.add(agent, asked.number(), AddMessage.reply("请打开后盖").as(TicketStatus.WAITING_CUSTOMER));
        portal.answer(asker, asked.number(), "好了，谢谢");
        conversation.add(agent, asked.number(), AddMessage.reply("很高兴").as(TicketStatus.RESOLVED));
        portal.confirm(asker, asked.number());

        assertThat(RecordNumber.parseChecked(asked.number())).isPresent();
        assertThat(course(asked.number()))
                .containsExactly("NEW", "IN_PROGRESS", "WAITING_CUSTOMER", "IN_PROGRESS", "RESOLVED", "CLOSED");
    }

    @Test
    void opensOneTicketForTheSameRequest() {
        var asker = given.contactUser(given.contact(given.customer(), false));
        var request = new AskForHelp(null, "登录失败", "提示密码错误", null, "form-1");

        var first = portal.ask(asker, request);
        var second = portal.ask(asker, request);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(second.fresh()).isFalse();
    }

    @Test
    void showsATicketOnlyToTheOwnTeam() {
        var team = given.team("北区");
        var agent = given.agentOf(team);
        var stranger = given.agentOf(given.team("南区"));
        var number = tickets.open(
                        Viewer.system("test"),
                        OpenTicket.of(TicketKind.DIAGNOSIS, "无法登录", "提示错误").inHands(team, null))
                .number();

        assertThat(queries.rows(agent, TicketFilter.of(TicketView.OPEN), PageRequest.first(25))
                        .rows())
                .extracting(TicketRow::number)
                .contains(number);
        assertThat(queries.rows(stranger, TicketFilter.of(TicketView.OPEN), PageRequest.first(25))
                        .rows())
                .extracting(TicketRow::number)
                .doesNotContain(number);
        assertThatThrownBy(() -> tickets.resolve(stranger, number)).isInstanceOf(NotFound.class);
    }

    @Test
    void neverReopensAClosedTicketButOpensAFollowUp() {
        var asker = given.contactUser(given.contact(given.customer(), false));
        var agent = given.staff(Role.SUPPORT_AGENT);
        var number =
                portal.ask(asker, new AskForHelp(null, "打印机", "卡纸", null, null)).number();
        tickets.resolve(agent, number);
        portal.confirm(asker, number);

        var result = portal.answer(asker, number, "又坏了");

        assertThat(result.fresh()).isTrue();
        assertThat(result.number()).isNotEqualTo(number);
        assertThatThrownBy(() -> tickets.reopen(agent, number)).isInstanceOf(RuleViolation.class);
    }

    private java.util.List<String> course(String number) {
        return jdbc.sql("""
                        select c.to_status from aftersales.ticket_status_change c
                          join aftersales.ticket t on t.id = c.ticket_id
                         where t.number = ? order by c.id
                        """).param(number).query(String.class).list();
    }
}

package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketRulesTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketMerges merges;

    @Autowired
    TicketTimers timers;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketQueries queries;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    PortalTicketQueries portalQueries;

    @Autowired
    AttachmentQueries attachments;

    @Autowired
    Search search;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer agent;
    private Viewer asker;
    private Viewer managerOfAsker;
    private Viewer stranger;

    @BeforeEach
    void twoCompaniesAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        var ours = given.customer();
        asker = given.contactUser(given.contact(ours, false));
        managerOfAsker = given.contactUser(given.contact(ours, true));
        stranger = given.contactUser(given.contact(given.customer(), true));
    }

    @Test
    void reopensAResolvedTicketByTheCustomersAnswerWithinSevenDays() {
        var number = asked("打印机");
        tickets.resolve(agent, number);
        resolvedAgo(number, "6 days");

        var answered = portal.answer(asker, number, "还是不行");

        assertThat(answered.number()).isEqualTo(number);
        assertThat(details.detail(agent, number).status().code()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(details.detail(agent, number).reopenedCount()).isEqualTo(1);
    }

    @Test
    void opensAFollowUpWhenTheCustomerAnswersAfterTheSeventhDay() {
        var number = asked("打印机");
        tickets.resolve(agent, number);
        resolvedAgo(number, "8 days");

        var answered = portal.answer(asker, number, "又坏了");

        assertThat(answered.number()).isNotEqualTo(number);
        assertThat(details.detail(agent, number).isClosed()).isTrue();
        assertThat(details.links(agent, answered.id()))
                .extracting(LinkedTicket::number, LinkedTicket::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(number, LinkKind.FOLLOW_UP));
    }

    @Test
    void closesResolvedTicketsAfterTheDaysAndOnlyThose() {
        var old = asked("旧的");
        var fresh = asked("新的");
        tickets.resolve(agent, old);
        tickets.resolve(agent, fresh);
        resolvedAgo(old, "8 days");

        assertThat(timers.closeResolved(SYSTEM)).isEqualTo(1);
        assertThat(timers.closeResolved(SYSTEM)).isZero();

        assertThat(details.detail(agent, old).isClosed()).isTrue();
        assertThat(details.detail(agent, fresh).isResolved()).isTrue();
    }

    @Test
    void bringsAHeldTicketBackOnItsDayAndTellsTheOwner() {
        var number = asked("等停机窗口");
        tickets.take(agent, number);
        tickets.changeStatus(
                agent,
                number,
                new ChangeStatus(TicketStatus.ON_HOLD, "等停机窗口", LocalDate.now().plusDays(9), null));
        assertThat(timers.wakeHeld(SYSTEM)).isZero();
        jdbc.sql("update aftersales.ticket set hold_until = current_date - 1 where number = ?")
                .param(number)
                .update();
        entities.clear();

        assertThat(timers.wakeHeld(SYSTEM)).isEqualTo(1);

        assertThat(details.detail(agent, number).status().code()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(noticesOf(agent)).contains("aftersales.ticket.notice.woken");
    }

    @Test
    void refusesAHoldWithoutReasonOrDate() {
        var number = asked("挂起");

        assertThatThrownBy(() -> tickets.changeStatus(agent, number, ChangeStatus.to(TicketStatus.ON_HOLD)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("aftersales.ticket.holdNeedsReason");
        assertThatThrownBy(() ->
                        tickets.changeStatus(agent, number, new ChangeStatus(TicketStatus.ON_HOLD, "备件", null, null)))
                .hasMessage("aftersales.ticket.holdNeedsDate");
    }

    @Test
    void mergesKeepingTheMessagesInOrder() {
        var first = asked("断网");
        var second = asked("也断网");
        portal.answer(asker, first, "第三句");

        assertThat(merges.merge(agent, second, first)).isEqualTo(first);

        var words = details.timeline(agent, details.detail(agent, first), true).stream()
                .filter(TicketEntry::isMessage)
                .map(TicketEntry::body)
                .toList();
        assertThat(words).containsExactly("断网的详情", "也断网的详情", "第三句");
        assertThat(details.detail(agent, second).mergedInto()).isEqualTo(first);
        assertThat(details.detail(agent, second).status().code()).isEqualTo(TicketStatus.MERGED);
        assertThat(conversation.add(agent, second, AddMessage.reply("一起处理"))).isNotNull();
        assertThat(details.timeline(agent, details.detail(agent, first), true))
                .extracting(TicketEntry::body)
                .contains("一起处理");
    }

    @Test
    void neverMergesInARingNorAcrossCustomers() {
        var first = asked("一");
        var second = asked("二");
        var foreign = portal.ask(stranger, new AskForHelp(null, "别家", "别家的", null, null))
                .number();
        merges.merge(agent, first, second);

        assertThatThrownBy(() -> merges.merge(agent, second, first)).hasMessage("aftersales.ticket.mergeIntoItself");
        assertThatThrownBy(() -> merges.merge(agent, second, foreign))
                .hasMessage("aftersales.ticket.mergeOtherCustomer");
    }

    @Test
    void splitsAMessageIntoALinkedTicket() {
        var number = asked("两件事");
        var second = portal.answer(asker, number, "另外，门禁也坏了");

        var made = merges.split(agent, number, second.message().value(), "门禁故障");

        assertThat(details.timeline(agent, details.detail(agent, made), true))
                .filteredOn(TicketEntry::isMessage)
                .extracting(TicketEntry::body)
                .containsExactly("另外，门禁也坏了");
        assertThatThrownBy(() -> merges.split(agent, made, second.message().value(), "再拆"))
                .hasMessage("aftersales.ticket.splitLast");
        assertThat(portalQueries.detail(asker, made).subject()).isEqualTo("门禁故障");
    }

    @Test
    void asksToConfirmWhenAPublicMessageArrivedMeanwhile() {
        var number = asked("慢");
        var seen = details.detail(agent, number).lastPublicMessageId();
        portal.answer(asker, number, "更慢了");
        var reply = new AddMessage("请重启", Visibility.PUBLIC, null, null, null, seen, null);

        assertThatThrownBy(() -> conversation.add(agent, number, reply)).hasMessage("aftersales.ticket.newerMessages");

        assertThat(conversation.add(
                        agent, number, new AddMessage("请重启", Visibility.PUBLIC, null, null, null, seen, true)))
                .isNotNull();
    }

    @Test
    void refusesAnOldVersionOfTheProperties() {
        var number = asked("旧表单");
        var version = details.detail(agent, number).version();
        tickets.take(agent, number);

        assertThatThrownBy(() -> tickets.assign(agent, number, new AssignTicket(null, null, version)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void doesNotMakeAnOpenFormStaleByAMessage() {
        var number = asked("消息");
        tickets.take(agent, number);
        var version = details.detail(agent, number).version();

        portal.answer(asker, number, "补充");

        assertThat(details.detail(agent, number).version()).isEqualTo(version);
    }

    @Test
    void countsTheFirstResponseOfAPersonOnly() {
        var number = asked("响应");
        conversation.add(agent, number, AddMessage.note("看一下"));
        conversation.add(SYSTEM, number, AddMessage.reply("已收到，自动回复"));
        assertThat(details.detail(agent, number).firstResponseAt()).isNull();
        assertThat(details.detail(agent, number).awaitingSince()).isNotNull();

        conversation.add(agent, number, AddMessage.reply("正在处理"));

        assertThat(details.detail(agent, number).firstResponseAt()).isNotNull();
        assertThat(details.detail(agent, number).awaitingSince()).isNull();
    }

    @Test
    void keepsContactsToTheirOwnTicketsAndManagersToTheirCompany() {
        var number = asked("只给自己看");

        assertThat(portalRows(asker)).contains(number);
        assertThat(portalRows(managerOfAsker)).contains(number);
        assertThat(portalRows(stranger)).doesNotContain(number);
        assertThatThrownBy(() -> portalQueries.detail(stranger, number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> portal.answer(stranger, number, "我来看看")).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsInternalWordsAndFilesFromTheCustomer() {
        var number = asked("内部");
        var note = conversation.add(agent, number, AddMessage.note("客户欠款三个月"), List.of(file("机密.txt")));
        var reply = conversation.add(agent, number, AddMessage.reply("见附件"), List.of(file("说明.txt")));
        entities.flush();

        assertThat(portalQueries.detail(asker, number).entries())
                .filteredOn(TicketEntry::isMessage)
                .extracting(TicketEntry::body)
                .containsExactly("内部的详情", "见附件");
        assertThatThrownBy(() -> attachments.list(asker, MessageSubject.of(note)))
                .isInstanceOf(NotFound.class);
        assertThat(attachments.list(asker, MessageSubject.of(reply))).hasSize(1);
        assertThat(search.find(asker, "欠款", "TICKET", 10)).isEmpty();
        assertThat(search.find(asker, number, "TICKET", 10)).hasSize(1);
        assertThat(search.find(stranger, number, "TICKET", 10)).isEmpty();
    }

    @Test
    void showsAnAccountExecutiveTheOwnCustomersTicketsOnly() {
        var executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        var own = asked("自己的客户");
        var foreign = portal.ask(stranger, new AskForHelp(null, "别家", "别家的", null, null))
                .number();
        jdbc.sql("update foundation.customer set account_executive_id = ? where id = ?")
                .params(executive.id().value(), asker.requireCustomerId())
                .update();

        assertThat(rows(executive)).contains(own).doesNotContain(foreign);
        assertThatThrownBy(() -> details.detail(executive, foreign)).isInstanceOf(NotFound.class);
    }

    @Test
    void walksAListForthAndBackWithoutLosingARow() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            numbers.add(asked("第" + i));
        }
        for (var filter : List.of(
                TicketFilter.of(TicketView.OPEN),
                TicketFilter.of(TicketView.OPEN).sorted(TicketSort.PRIORITY, false),
                TicketFilter.of(TicketView.OPEN).sorted(TicketSort.UPDATED, true),
                TicketFilter.of(TicketView.ALL))) {
            var customers = filter.ofCustomers(Set.of(asker.requireCustomerId()));
            var first = queries.rows(agent, customers, PageRequest.of(null, null, 3));
            var second = queries.rows(agent, customers, PageRequest.of(first.next(), null, 3));
            var third = queries.rows(agent, customers, PageRequest.of(second.next(), null, 3));
            var back = queries.rows(agent, customers, PageRequest.of(null, third.previous(), 3));

            var walked = new ArrayList<String>();
            List.of(first, second, third).forEach(page -> page.rows().forEach(row -> walked.add(row.number())));
            assertThat(walked).containsExactlyInAnyOrderElementsOf(numbers);
            assertThat(third.next()).isNull();
            assertThat(back.rows()).isEqualTo(second.rows());
        }
    }

    @Test
    void refusesAnOrderOfCurrentWorkForAllTickets() {
        assertThatThrownBy(() -> TicketFilter.of(TicketView.ALL).sorted(TicketSort.DUE, false))
                .hasMessage("aftersales.ticket.sortNeedsOpen");
    }

    @Test
    void writesEachHandoverDownAndTellsTheNewOwner() {
        var number = asked("交接");
        var north = given.team("北区");
        var colleague = given.agentOf(north);

        tickets.assign(agent, number, new AssignTicket(north, colleague.id().value(), null));

        assertThat(noticesOf(colleague)).contains("aftersales.ticket.notice.assigned");
        assertThat(details.timeline(colleague, details.detail(colleague, number), true))
                .filteredOn(entry -> entry.what().equals("TEAM"))
                .extracting(TicketEntry::to)
                .containsExactly("北区");
        assertThatThrownBy(() -> tickets.take(given.agentOf(north), number))
                .hasMessage("aftersales.ticket.takenAlready");
    }

    private String asked(String subject) {
        return portal.ask(asker, new AskForHelp(null, subject, subject + "的详情", null, null))
                .number();
    }

    private void resolvedAgo(String number, String age) {
        jdbc.sql("update aftersales.ticket set resolved_at = now() - cast(? as interval) where number = ?")
                .params(age, number)
                .update();
        entities.clear();
    }

    private List<String> rows(Viewer viewer) {
        return queries.rows(viewer, TicketFilter.of(TicketView.ALL), PageRequest.first(200)).rows().stream()
                .map(TicketRow::number)
                .toList();
    }

    private List<String> portalRows(Viewer viewer) {
        return portalQueries.rows(viewer, false, PageRequest.first(200)).rows().stream()
                .map(PortalTicketRow::number)
                .toList();
    }

    private List<String> noticesOf(Viewer viewer) {
        return jdbc.sql("select kind from foundation.notice where user_id = ?")
                .param(viewer.id().value())
                .query(String.class)
                .list();
    }

    private static Upload file(String name) {
        return new Upload(name, "text/plain", new ByteArrayResource("内容".getBytes(StandardCharsets.UTF_8)));
    }
}

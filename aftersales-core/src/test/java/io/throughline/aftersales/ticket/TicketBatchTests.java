package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.TicketBatches.Kind;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketBatchTests {

    @Autowired
    TicketBatches batches;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private Viewer asker;
    private String first;
    private String second;
    private String closed;

    @BeforeEach
    void threeTickets() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
        first = given.ticket(asker, "一");
        second = given.ticket(asker, "二");
        closed = given.ticket(asker, "三");
        tickets.resolve(agent, closed);
        tickets.close(agent, closed);
    }

    @Test
    void saysBeforeWhatChangesWhatDoesNotAndWhy() {
        tickets.changeStatus(agent, second, ChangeStatus.to("WAITING_CUSTOMER"));

        var said = batches.preview(agent, List.of(first, second, closed), TicketSteps.NONE.to("WAITING_CUSTOMER"));

        assertThat(said).extracting(StepPreview::number).containsExactly(first, second, closed);
        assertThat(said.get(0).changes()).containsExactly(new StepChange("STATUS", "NEW", "WAITING_CUSTOMER"));
        assertThat(said.get(1)).matches(one -> !one.changesSomething() && one.refusal() == null);
        assertThat(said.get(2).refusal()).isEqualTo("aftersales.ticket.closed");
        assertThat(details.detail(agent, first).status().code()).isEqualTo("NEW");
    }

    @Test
    void changesWhatMayBeChangedAtOneMomentUnderOneName() {
        var steps = new TicketSteps(
                "IN_PROGRESS", null, null, Priority.P1, null, agent.id().value(), false, Set.of("夜班"));

        var done = batches.run(agent, Kind.BULK, "接手", List.of(first, second, closed), steps);

        assertThat(done.changed()).isEqualTo(2);
        var ticket = details.detail(agent, first);
        assertThat(ticket.priority()).isEqualTo(Priority.P1);
        assertThat(ticket.assigneeId()).isEqualTo(agent.id().value());
        assertThat(ticket.tags()).containsExactly("夜班");
        var lines = details.timeline(agent, ticket, true).stream()
                .filter(entry -> !entry.isMessage())
                .toList();
        assertThat(lines)
                .extracting(TicketEntry::what)
                .containsExactlyInAnyOrder("BULK", "ASSIGNEE", "PRIORITY", "TAGS", "STATUS");
        assertThat(lines).extracting(TicketEntry::at).containsOnly(lines.get(0).at());
    }

    @Test
    void takesBackWhatNobodyChangedSince() {
        var steps = new TicketSteps(
                "WAITING_CUSTOMER", null, null, Priority.P1, null, agent.id().value(), false, Set.of("夜班"));
        tickets.changeStatus(agent, first, ChangeStatus.to("WAITING_THIRD_PARTY"));
        tickets.changeStatus(agent, second, ChangeStatus.to("WAITING_THIRD_PARTY"));
        var before = details.detail(agent, first);
        long batch = batches.run(agent, Kind.BULK, "批量", List.of(first, second), steps)
                .batch();
        tickets.resolve(agent, second);

        var undone = batches.undo(agent, batch);

        assertThat(undone).isEqualTo(new TicketBatches.Undone(2, 1));
        assertThat(details.detail(agent, first))
                .returns(before.priority(), TicketDetail::priority)
                .returns(null, TicketDetail::assigneeId)
                .returns(List.of(), TicketDetail::tags)
                .returns("WAITING_THIRD_PARTY", ticket -> ticket.status().code());
        assertThat(details.detail(agent, second).status().code()).isEqualTo("RESOLVED");
        assertThatThrownBy(() -> batches.undo(agent, batch)).hasMessage("aftersales.ticket.undoOver");
    }

    @Test
    void leadsAResolutionBackByTheCourseAndAHoldToItsDay() {
        var until = Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        tickets.changeStatus(agent, first, new ChangeStatus("ON_HOLD", "等备件", until, null));
        long batch = batches.run(agent, Kind.MACRO, "结案", List.of(first, second), TicketSteps.NONE.to("RESOLVED"))
                .batch();

        assertThat(batches.undo(agent, batch)).isEqualTo(new TicketBatches.Undone(2, 1));

        assertThat(details.detail(agent, first))
                .returns("ON_HOLD", ticket -> ticket.status().code())
                .returns("等备件", TicketDetail::holdReason)
                .returns(until, TicketDetail::holdUntil);
        assertThat(details.detail(agent, second).status().code()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void isTakenBackByTheSamePersonWithinADay() {
        long batch = batches.run(agent, Kind.BULK, "批量", List.of(first), TicketSteps.NONE.ranked(Priority.P1))
                .batch();

        assertThatThrownBy(() -> batches.undo(given.staff(Role.MANAGER), batch)).isInstanceOf(NotFound.class);
        jdbc.sql("update aftersales.ticket_batch set at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(25, ChronoUnit.HOURS)), batch)
                .update();
        assertThatThrownBy(() -> batches.undo(agent, batch)).hasMessage("aftersales.ticket.undoOver");
    }

    @Test
    void takesTheTicketFromAnOwnerWhoDoesNotBelongToTheNewTeam() {
        tickets.take(agent, first);
        var member = given.staff(Role.SUPPORT_AGENT);
        long team = given.team("二组");
        jdbc.sql("insert into foundation.team_member (team_id, user_id) values (?, ?)")
                .params(team, member.id().value())
                .update();

        batches.run(agent, Kind.BULK, "转组", List.of(first), TicketSteps.NONE.inHands(team, null));

        assertThat(jdbc.sql("select coalesce(assignee_id, 0) from aftersales.ticket where number = ?")
                        .param(first)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void touchesNoTicketTheViewerMayNotSee() {
        jdbc.sql("update aftersales.ticket set team_id = ? where number = ?")
                .params(given.team("别组"), second)
                .update();

        assertThat(batches.preview(agent, List.of(first, second), TicketSteps.NONE.ranked(Priority.P1)))
                .extracting(StepPreview::number)
                .containsExactly(first);
        assertThat(batches.run(agent, Kind.BULK, "批量", List.of(first, second), TicketSteps.NONE.ranked(Priority.P1))
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void refusesAStatusNobodyMayChooseAndAHoldWithoutADay() {
        assertThatThrownBy(() -> batches.preview(agent, List.of(first), TicketSteps.NONE.to("MERGED")))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> batches.preview(agent, List.of(first), TicketSteps.NONE.to("ON_HOLD")))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("holdReason"));
    }
}

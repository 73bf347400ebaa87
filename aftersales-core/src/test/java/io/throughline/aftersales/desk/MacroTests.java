package io.throughline.aftersales.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketBatches;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(TicketFixtures.class)
class MacroTests {

    @Autowired
    Macros macros;

    @Autowired
    MacroRuns runs;

    @Autowired
    ReplyTemplates templates;

    @Autowired
    TicketBatches batches;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    private Viewer agent;
    private Viewer asker;
    private String number;

    @BeforeEach
    void anAgentAndATicket() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
        number = given.ticket(asker, "主轴异响");
    }

    @Test
    void saysItsTextAndChangesTheTicketInOneStep() {
        long macro = macros.write(agent, macro(template("{{联系人}}，请补充"), "WAITING_CUSTOMER"));
        var preview = runs.preview(agent, number, macro);
        assertThat(Objects.requireNonNull(preview.reply()).text()).isEqualTo("李敏，请补充");
        assertThat(preview.steps().changes()).hasSize(4);

        var batch = runs.run(agent, number, macro, new RunMacro(null, seen(), null));

        var ticket = details.detail(agent, number);
        assertThat(ticket)
                .returns("WAITING_CUSTOMER", one -> one.status().code())
                .returns(Priority.P2, TicketDetail::priority)
                .returns(agent.id().value(), TicketDetail::assigneeId);
        assertThat(ticket.tags()).containsExactly("待补充");
        assertThat(details.timeline(agent, ticket, true))
                .filteredOn(TicketEntry::isMessage)
                .extracting(TicketEntry::body)
                .contains("李敏，请补充");

        batches.undo(agent, Objects.requireNonNull(batch));
        assertThat(details.detail(agent, number))
                .returns("IN_PROGRESS", one -> one.status().code())
                .returns(null, TicketDetail::assigneeId);
    }

    @Test
    void doesNothingAtAllWhereItMayNotDoAllOfIt() {
        long macro = macros.write(agent, macro(template("最晚{{承诺时间}}"), "WAITING_CUSTOMER"));

        assertThatThrownBy(() -> runs.run(agent, number, macro, new RunMacro(null, null, null)))
                .hasMessage("aftersales.desk.gaps");
        assertThat(details.detail(agent, number).status().code()).isEqualTo("NEW");

        tickets.resolve(agent, number);
        tickets.close(agent, number);
        assertThatThrownBy(() -> runs.run(agent, number, macro, new RunMacro("好", null, null)))
                .hasMessage("aftersales.ticket.closed");
    }

    @Test
    void comesBackAfterSoManyDaysOnHold() {
        var wanted = new SaveMacro(
                "等备件", null, null, "ON_HOLD", "等备件到货", 3, null, null, null, null, null, Sharing.OWN, null, null);
        long macro = macros.write(agent, wanted);

        runs.run(agent, number, macro, new RunMacro(null, null, null));

        var ticket = details.detail(agent, number);
        assertThat(ticket.holdReason()).isEqualTo("等备件到货");
        assertThat(ticket.holdUntil()).isNotNull();
    }

    @Test
    void wantsAStepAndATextThatThoseWhoRunItFind() {
        var nothing =
                new SaveMacro("空", null, null, "", null, null, null, null, null, null, " ", Sharing.OWN, null, null);
        assertThatThrownBy(() -> macros.write(agent, nothing)).hasMessage("aftersales.desk.stepNeeded");

        var manager = given.staff(Role.MANAGER);
        long own = templates.write(manager, new SaveReplyTemplate("我的", "好", null, Sharing.OWN, null, null));
        var shared = new SaveMacro(
                "大家的", own, null, null, null, null, null, null, null, null, null, Sharing.EVERYONE, null, null);
        assertThatThrownBy(() -> macros.write(manager, shared))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("templateId"));
    }

    @Test
    void isRunByWhoItIsSharedWith() {
        long own = macros.write(agent, macro(null, "RESOLVED"));

        assertThatThrownBy(() -> runs.preview(given.staff(Role.SUPPORT_AGENT), number, own))
                .isInstanceOf(NotFound.class);
    }

    private @Nullable Long seen() {
        return details.detail(agent, number).lastPublicMessageId();
    }

    private long template(String text) {
        return templates.write(agent, new SaveReplyTemplate("收到", text, null, Sharing.OWN, null, null));
    }

    private static SaveMacro macro(@Nullable Long template, String status) {
        return new SaveMacro(
                "请补充",
                template,
                false,
                status,
                null,
                null,
                Priority.P2,
                null,
                null,
                true,
                "待补充",
                Sharing.OWN,
                null,
                null);
    }
}

package io.throughline.aftersales.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import({TicketFixtures.class, Statements.class})
class SavedViewTests {

    @Autowired
    SavedViews views;

    @Autowired
    TicketQueries queries;

    @Autowired
    TicketFixtures given;

    private Viewer agent;
    private long team;

    @BeforeEach
    void anAgentOfATeam() {
        team = given.team("受理组");
        agent = given.agentOf(team);
    }

    @Test
    void standsBesideTheListsOfThoseItIsSharedWith() {
        var stranger = given.agentOf(given.team("维修组"));
        views.save(agent, view("我的急件", Sharing.OWN, null));
        long ours = views.save(agent, view("组里的急件", Sharing.TEAM, team));

        assertThat(names(agent)).containsExactly("我的急件", "组里的急件");
        assertThat(names(given.agentOf(team))).containsExactly("组里的急件");
        assertThat(names(stranger)).isEmpty();
        assertThatThrownBy(() -> views.remove(stranger, ours)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> views.save(agent, view("给大家", Sharing.EVERYONE, null)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void listsAnotherQueryUnderItsNameAndComesBackAfterARemoval() {
        long id = views.save(agent, view("急件", Sharing.OWN, null));
        views.list(agent, id, "view=all");
        assertThat(views.of(agent)).extracting(SavedViewRow::query).containsExactly("view=all");

        views.remove(agent, id);
        assertThat(names(agent)).isEmpty();
        views.bringBack(agent, id);
        assertThat(names(agent)).containsExactly("急件");
    }

    @Test
    void countsAllInOneStatementUpToALimitAndOnlyCurrentWork() {
        var asker = given.contactUser(given.contact(given.customer(), false));
        for (int i = 0; i < 4; i++) {
            given.ticket(asker, "第" + i);
        }
        var open = TicketFilter.of(TicketView.OPEN);
        var urgent = new TicketFilter(
                TicketView.OPEN,
                Set.of(),
                Set.of("NEW"),
                Set.of(Priority.P1),
                Set.of(),
                Set.of(team),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("夜班"),
                null,
                false,
                Set.of(),
                open.sort(),
                false);
        var filters = List.of(open, TicketFilter.of(TicketView.ALL), urgent, TicketFilter.of(TicketView.MY));

        var asked = Statements.during(
                () -> assertThat(queries.countsUpTo(agent, filters, 3)).containsExactly(3, null, 0, 0));

        assertThat(asked).filteredOn(sql -> sql.contains("aftersales.ticket t")).hasSize(1);
    }

    private List<String> names(Viewer viewer) {
        return views.of(viewer).stream().map(SavedViewRow::name).toList();
    }

    private static SaveView view(String name, Sharing sharing, @Nullable Long team) {
        return new SaveView(name, "view=open&filter.priority=P1", sharing, team);
    }
}

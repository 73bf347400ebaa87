package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.ticket.TicketPresence.Present;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketPresenceTests {

    @Autowired
    TicketPresence presence;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private Viewer colleague;
    private String number;

    @BeforeEach
    void twoAgentsAndATicket() {
        agent = given.staff(Role.SUPPORT_AGENT);
        colleague = given.staff(Role.SUPPORT_AGENT);
        number = given.ticket(given.contactUser(given.contact(given.customer(), false)), "主轴异响");
    }

    @Test
    void showsWhoElseIsThereAndWhoWrites() {
        assertThat(presence.here(agent, number, false)).isEmpty();
        assertThat(presence.here(colleague, number, true)).containsExactly(new Present("王芳", false));
        assertThat(presence.here(agent, number, false)).containsExactly(new Present("王芳", true));
    }

    @Test
    void forgetsWhoLeftAndWhoWasNotHeardOf() {
        presence.here(colleague, number, false);
        presence.gone(colleague, number);
        assertThat(presence.here(agent, number, false)).isEmpty();

        presence.here(colleague, number, false);
        silentFor("60 seconds");
        assertThat(presence.here(agent, number, false)).isEmpty();
    }

    @Test
    void sweepsWhatIsOldWhenSomebodyComes() {
        presence.here(colleague, number, false);
        silentFor("10 minutes");

        presence.here(agent, number, false);

        assertThat(jdbc.sql("select user_id from aftersales.ticket_presence")
                        .query(Long.class)
                        .list())
                .containsExactly(agent.id().value());
    }

    @Test
    void isNotToldOfATicketOfOthers() {
        jdbc.sql("update aftersales.ticket set team_id = ? where number = ?")
                .params(given.team("别组"), number)
                .update();

        assertThatThrownBy(() -> presence.here(agent, number, false)).isInstanceOf(NotFound.class);
    }

    private void silentFor(String time) {
        jdbc.sql("update aftersales.ticket_presence set seen_at = now() - cast(? as interval)")
                .param(time)
                .update();
    }
}

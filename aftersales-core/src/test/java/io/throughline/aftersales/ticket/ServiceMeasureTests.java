package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four tickets of a month long ago: solved at once, with two answers, opened again, and one that counts in no measure. */
@CoreTest
@Import(TicketFixtures.class)
class ServiceMeasureTests {

    private static final KpiQuery QUERY =
            new KpiQuery(Period.month(YearMonth.of(2020, 5)), LocalDate.of(2020, 6, 30), ZoneId.of("Asia/Shanghai"));

    @Autowired
    Kpis kpis;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer asker;
    private long customer;

    @BeforeEach
    void fourTicketsOfMay() {
        manager = given.staff(Role.MANAGER, Role.SUPPORT_AGENT);
        var firm = given.customer();
        customer = firm.value();
        asker = given.contactUser(given.contact(firm, false));
        solved(1, 0);
        solved(2, 0);
        solved(1, 1);
        jdbc.sql("update aftersales.ticket set counts_in_kpi = false where number = ?")
                .param(solved(1, 0))
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket-volume",
                "reassignments",
                "first-contact-resolution",
                "one-touch",
                "reopen-rate",
                "escalation-rate"
            })
    void opensAListAsLongAsTheNumberSays(String id) {
        var tile = tile(id, KpiSlice.NONE);

        assertThat(tile.now().n()).isEqualTo(3);
        assertThat(listed(id, KpiSource.Part.ALL)).isEqualTo(3);
        assertThat(listed(id, KpiSource.Part.MET)).isEqualTo(tile.now().met());
    }

    @Test
    void countsWhatWasSolvedAtTheFirstContact() {
        assertThat(tile("first-contact-resolution", KpiSlice.NONE).now().met()).isOne();
        assertThat(tile("one-touch", KpiSlice.NONE).now().met()).isEqualTo(2);
    }

    @Test
    void countsWhatWasOpenedAgain() {
        assertThat(tile("reopen-rate", KpiSlice.NONE).now().value()).isEqualByComparingTo("33.333333");
    }

    @Test
    void takesTheSliceAskedFor() {
        assertThat(tile("ticket-volume", new KpiSlice(null, "DIAGNOSIS", customer))
                        .now()
                        .n())
                .isEqualTo(3);
        assertThat(tile("ticket-volume", new KpiSlice(null, "TRAINING", null))
                        .now()
                        .n())
                .isZero();
        assertThat(tile("ticket-volume", new KpiSlice(-5L, null, null)).now().n())
                .isZero();
    }

    @Test
    void showsAnAgentTheOwnPartOnly() {
        var other = given.agentOf(given.team("三线"));
        jdbc.sql("update aftersales.ticket set team_id = ? where opened_at < '2021-01-01'")
                .param(given.team("二线"))
                .update();

        assertThat(kpis.tiles(other, List.of("ticket-volume"), QUERY)
                        .get(0)
                        .now()
                        .n())
                .isZero();
    }

    @Test
    void tellsMonthByMonth() {
        var trend = kpis.trends(
                manager,
                List.of("ticket-volume", "one-touch"),
                new KpiQuery(QUERY.period(), LocalDate.of(2020, 6, 30), QUERY.zone()),
                3);

        assertThat(trend.get(0).months())
                .extracting(month -> month.month() + " " + month.value().n())
                .containsExactly("2020-04 0", "2020-05 3", "2020-06 0");
        assertThat(trend.get(1).months().get(0).value().value()).isNull();
    }

    private KpiTile tile(String id, KpiSlice slice) {
        return kpis.tiles(manager, List.of(id), QUERY.of(slice)).get(0);
    }

    private long listed(String id, KpiSource.Part part) {
        return kpis.rows(manager, id, QUERY, part, PageRequest.first(25)).rows().size();
    }

    /** Asked at eight, answered at ten, solved a day later. */
    private String solved(int replies, int reopened) {
        var number = given.ticket(asker, "主轴异响");
        tickets.resolve(manager, number);
        jdbc.sql("""
                        update aftersales.ticket
                           set opened_at = '2020-05-04 08:00+08', first_response_at = '2020-05-04 10:00+08',
                               first_resolved_at = '2020-05-05 08:00+08', resolved_at = '2020-05-05 08:00+08',
                               public_replies = :replies, reopened_count = :reopened
                         where number = :number
                        """)
                .param("replies", replies)
                .param("reopened", reopened)
                .param("number", number)
                .update();
        jdbc.sql("""
                        insert into aftersales.ticket_status_change
                               (ticket_id, from_status, from_category, to_status, to_category, at, by_name)
                        select id, 'RESOLVED', 'RESOLVED', 'IN_PROGRESS', 'OPEN', '2020-05-06 08:00+08', '李敏'
                          from aftersales.ticket where number = ? and reopened_count > 0
                        """).param(number).update();
        return number;
    }
}

package io.throughline.aftersales.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three tickets of one customer in May 2019, Monday the 13th to Wednesday, without any promise: so the company's calendar
 * counts, Mon–Fri 09–12 and 13–18. Values by hand.
 */
@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class})
class StageMeasureTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final KpiQuery QUERY =
            new KpiQuery(Period.month(YearMonth.of(2019, 5)), LocalDate.of(2019, 6, 30), SHANGHAI);

    @Autowired
    Kpis kpis;

    @Autowired
    TicketFixtures given;

    @Autowired
    StageKeeper keeper;

    @Autowired
    StageCheck check;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer asker;

    @BeforeEach
    void threeTickets() {
        manager = given.staff(Role.MANAGER, Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
        told("13T10:00", "13T11:00", "13T16:00");
        told("13T10:00", "13T14:00", "14T10:00");
        told("13T17:00", "14T10:00", "15T09:00");
    }

    /** First answers after 60, 180 and 120 minutes; solved after 5, 8 and 9 working hours. */
    @ParameterizedTest
    @CsvSource({
        "first-response-time, 2.0, 2.0, 2.8",
        "mtta, 2.0, 2.0, 2.8",
        "resolution-time, 7.333333, 8.0, 8.8",
        "resolution-time-gross, 7.333333, 8.0, 8.8",
        "resolution-time-elapsed, 23.333333, 24.0, 36.8",
        "requester-wait, 7.333333, 8.0, 8.8"
    })
    void showsMeanMedianAndNinetyOfWhatItsListHolds(String id, double mean, double median, double ninety) {
        var now = tile(id).now();

        assertThat(now.value()).isEqualByComparingTo(String.valueOf(mean));
        assertThat(now.spread().median()).isEqualByComparingTo(String.valueOf(median));
        assertThat(now.spread().ninety()).isEqualByComparingTo(String.valueOf(ninety));
        assertThat(now.n()).isEqualTo(3);
        assertThat(kpis.rows(manager, id, QUERY, KpiSource.Part.ALL, PageRequest.first(25))
                        .rows())
                .hasSize(3);
    }

    @Test
    void findsNoDifferenceUntilSomebodyMeddlesAndThenMendsIt() {
        var ids = jdbc.sql("select id from aftersales.ticket where opened_at < '2019-06-01'")
                .query(Long.class)
                .list();
        assertThat(check.mend(ids)).isZero();

        jdbc.sql("update aftersales.ticket_time set resolved_s = 1 where ticket_id = ?")
                .param(ids.get(0))
                .update();
        jdbc.sql("delete from aftersales.ticket_time where ticket_id = ?")
                .param(ids.get(1))
                .update();

        assertThat(check.mend(ids)).isEqualTo(2);
        assertThat(check.mend(ids)).isZero();
        assertThat(tile("resolution-time").now().value()).isEqualByComparingTo("7.333333");
    }

    private KpiTile tile(String id) {
        return kpis.tiles(manager, List.of(id), QUERY).get(0);
    }

    private void told(String opened, String answered, String resolved) {
        var number = given.ticket(asker, "主轴异响");
        long id = jdbc.sql("select id from aftersales.ticket where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update aftersales.ticket set opened_at = ?, resolved_at = ?, status = 'RESOLVED', category = 'RESOLVED' where id = ?")
                .params(at(opened), at(resolved), id)
                .update();
        jdbc.sql("update aftersales.ticket_status_change set at = ? where ticket_id = ?")
                .params(at(opened), id)
                .update();
        jdbc.sql("update aftersales.ticket_message set at = ? where ticket_id = ?")
                .params(at(opened), id)
                .update();
        jdbc.sql("""
                        insert into aftersales.ticket_message (id, version, ticket_id, visibility, channel, from_customer, user_id,
                               author_name, body, markdown, at, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, 'PUBLIC', 'PORTAL', false, ?, '李敏', '在看', false, ?, now(), now())
                        """).params(id, manager.id().value(), at(answered)).update();
        jdbc.sql("""
                        insert into aftersales.ticket_status_change
                               (ticket_id, from_status, from_category, to_status, to_category, at, by_name)
                        values (?, 'NEW', 'OPEN', 'RESOLVED', 'RESOLVED', ?, '李敏')
                        """).params(id, at(resolved)).update();
        keeper.keep(List.of(id));
    }

    private static Timestamp at(String day) {
        return Timestamp.from(
                LocalDateTime.parse("2019-05-" + day).atZone(SHANGHAI).toInstant());
    }
}

package io.throughline.aftersales.sla;

import static io.throughline.aftersales.sla.SlaFixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiSource;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import({TicketFixtures.class, SlaFixtures.class})
class SlaMeasureTests {

    private static final String ID = "sla-first-response";

    @Autowired
    Kpis kpis;

    @Autowired
    SlaFixtures sla;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;

    /** Worked example V7 of the catalogue; what is not due yet lies in a month of its own. */
    @Test
    void leavesOutWhatIsNotDueAndCountsWhatRunsPastDue() {
        manager = given.staff(Role.MANAGER);
        var customer = given.customer();
        sla.publish(SlaFixtures.terms(
                customer, sla.aroundTheClock(), Map.of(ClockType.FIRST_RESPONSE, targets("60", "60"))));
        var number = given.ticket(given.contactUser(given.contact(customer, true)), "主轴异响");
        clocks(number, 90, "2020-05-10 10:00+08", "2020-05-10 09:00+08", null);
        clocks(number, 4, "2020-05-11 10:00+08", "2020-05-12 09:00+08", "2020-05-11 10:00+08");
        clocks(number, 2, "2020-05-12 10:00+08", null, null);
        clocks(number, 4, "2099-05-12 10:00+08", null, null);

        var may = query(2020);
        var now = kpis.tiles(manager, List.of(ID), may).get(0).now();
        assertThat(now.value()).isEqualByComparingTo("93.75");
        assertThat(now.n()).isEqualTo(96);
        assertThat(kpis.rows(manager, ID, may, KpiSource.Part.MISSED, PageRequest.first(100))
                        .rows())
                .hasSize(6);
        assertThat(kpis.tiles(manager, List.of(ID), query(2099)).get(0).now().value())
                .isNull();
    }

    private static KpiQuery query(int year) {
        return new KpiQuery(Period.month(YearMonth.of(year, 5)), LocalDate.of(2020, 6, 30), ZoneId.of("Asia/Shanghai"));
    }

    private void clocks(String ticket, int count, String due, @Nullable String stopped, @Nullable String breached) {
        jdbc.sql("""
                        insert into aftersales.ticket_clock
                               (ticket_id, type, start_at, policy_version_id, target, calendar_as_of, due_at, stopped_at, breached_at)
                        select t.id, 'FIRST_RESPONSE', cast(:due as timestamptz) - make_interval(secs => n),
                               (select max(id) from aftersales.sla_policy_version), '1h', now(), cast(:due as timestamptz),
                               cast(:stopped as timestamptz), cast(:breached as timestamptz)
                          from aftersales.ticket t, generate_series(1, :count) n where t.number = :ticket
                        """)
                .param("ticket", ticket)
                .param("count", count)
                .param("due", due)
                .param("stopped", stopped)
                .param("breached", breached)
                .update();
    }
}

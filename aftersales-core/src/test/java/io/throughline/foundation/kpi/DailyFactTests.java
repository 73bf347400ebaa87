package io.throughline.foundation.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days of service measures that are counted once, in September 2024, and what makes them be counted again. */
@CoreTest
@Import(TicketFixtures.class)
class DailyFactTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final YearMonth MONTH = YearMonth.of(2024, 9);
    private static final String VOLUME = "ticket-volume";

    @Autowired
    Kpis kpis;

    @Autowired
    DayKeeper days;

    @Autowired
    DayCheck check;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Viewer manager;
    private Viewer asker;
    private KpiQuery query;

    @BeforeEach
    void tenTicketsKept() {
        manager = given.staff(Role.MANAGER);
        asker = given.contactUser(given.contact(given.customer(), false));
        query = new KpiQuery(Period.month(MONTH), LocalDate.now(clock.withZone(SHANGHAI)), SHANGHAI);
        Stream.iterate(1, n -> n <= 10, n -> n + 1).forEach(n -> opened("2024-09-%02d 08:00+08".formatted(n * 2)));
        keepAll();
    }

    @Test
    void readsKeptDaysOnceTheyAreReady() {
        assertThat(volume()).isEqualTo(10);

        jdbc.sql("update foundation.kpi_day set n = n + 5 where day = '2024-09-02' and measure_id = " + volumeId())
                .update();

        assertThat(volume()).isEqualTo(15);
    }

    @Test
    void readsATouchedDayFromItsRecordsAtOnce() {
        opened("2024-09-02 09:00+08");

        assertThat(volume()).isEqualTo(11);
        assertThat(listed()).isEqualTo(11);

        keepAll();
        assertThat(volume()).isEqualTo(11);
        assertThat(touched()).isZero();
    }

    @Test
    void tellsTheSameWithAndWithoutKeptDays() {
        var ids = days.measures().stream().map(FactMeasure::id).toList();
        var kept = kpis.tiles(manager, ids, query).stream().map(KpiTile::now).toList();

        jdbc.sql("delete from foundation.kpi_day_measure").update();

        assertThat(kpis.tiles(manager, ids, query).stream().map(KpiTile::now).toList())
                .isEqualTo(kept);
    }

    @Test
    void movesATicketToItsNewTeamAndTakesOutWhatNoLongerCounts() {
        long team = given.team("二线");
        jdbc.sql(
                        "update aftersales.ticket set team_id = ? where opened_at >= '2024-09-01' and opened_at < '2024-09-09'")
                .param(team)
                .update();
        jdbc.sql("update aftersales.ticket set counts_in_kpi = false where opened_at = '2024-09-20 08:00+08'")
                .update();
        keepAll();

        assertThat(volume()).isEqualTo(9);
        assertThat(kpis.tiles(manager, List.of(VOLUME), query.of(new KpiSlice(team, null, null)))
                        .get(0)
                        .now()
                        .n())
                .isEqualTo(4);
    }

    @Test
    void findsNothingAtNightAndMendsWhatItFinds() {
        check.run(clock.instant());
        assertThat(differences()).isZero();

        jdbc.sql("update foundation.kpi_day set n = n + 5 where day = '2024-09-02' and measure_id = " + volumeId())
                .update();
        jdbc.sql("delete from foundation.kpi_day where day = '2024-09-04' and measure_id = " + volumeId())
                .update();
        check.run(clock.instant().plusSeconds(1));
        assertThat(differences()).isEqualTo(2);
        assertThat(volume()).isEqualTo(10);

        keepAll();
        check.run(clock.instant().plusSeconds(2));
        assertThat(differences()).isZero();
    }

    private void keepAll() {
        while (days.batch()) {
            continue;
        }
    }

    private void opened(String at) {
        var number = given.ticket(asker, "主轴异响");
        jdbc.sql("update aftersales.ticket set opened_at = cast(? as timestamptz) where number = ?")
                .params(at, number)
                .update();
    }

    private long volume() {
        return kpis.tiles(manager, List.of(VOLUME), query).get(0).now().n();
    }

    private int listed() {
        return kpis.rows(manager, VOLUME, query, KpiSource.Part.ALL, PageRequest.first(100))
                .rows()
                .size();
    }

    private int volumeId() {
        return jdbc.sql("select id from foundation.kpi_day_measure where key like 'ticket-volume#%'")
                .query(Integer.class)
                .single();
    }

    private int touched() {
        return jdbc.sql("select count(*) from foundation.kpi_day_touched")
                .query(Integer.class)
                .single();
    }

    private int differences() {
        return jdbc.sql("select differences from foundation.kpi_day_check order by at desc limit 1")
                .query(Integer.class)
                .single();
    }
}

package io.throughline.foundation.kpi;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every night: counts every kept day again from the records. There must be no difference; what there is is named, and
 * counted anew within a minute. Until then those days are read from the records.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class DayCheck implements RecurringWork {

    private static final LocalTime AT = LocalTime.of(3, 20);
    private static final int MOST_NAMED = 50;
    private static final int LONGEST = 2000;

    /** Days that were touched meanwhile, before or while this statement looks, are no difference. */
    private static final String DIFFERING = """
            select coalesce(c.day, k.day) as day
              from (%s) c
              full join (select day, team, kind, n, met, points, seconds from foundation.kpi_day
                          where measure_id = :measure and day >= :firstDay and day < :lastDay) k
                on k.day = c.day and k.team = c.team and k.kind = c.kind
             where (c.n, c.met, c.points, c.seconds) is distinct from (k.n, k.met, k.points, k.seconds)
               and exists (select 1 from foundation.kpi_day_ready r
                            where r.measure_id = :measure and r.day = coalesce(c.day, k.day))
               and not exists (select 1 from foundation.kpi_day_touched x where x.day = coalesce(c.day, k.day))
             group by 1
             order by 1
            """;

    private final DayKeeper days;
    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "foundation.kpi.day-check";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT, days.zone());
    }

    @Override
    public void run(Instant now) {
        var named = new ArrayList<String>();
        int differences = 0;
        int counted = 0;
        var keys = days.known();
        for (var measure : days.measures()) {
            var id = keys.get(DayFacts.key(measure, days.zone()));
            if (id == null) {
                continue;
            }
            for (var month : months(id)) {
                var found = differing(measure, id, month);
                days.touch(found);
                found.stream().limit(MOST_NAMED).forEach(day -> named.add(measure.id() + " " + day));
                differences += found.size();
            }
            counted += ready(id);
        }
        named.forEach(each -> log.warn("kept day differed from its records: {}", each));
        jdbc.sql("insert into foundation.kpi_day_check (at, days, differences, named) values (?, ?, ?, ?)")
                .params(Timestamp.from(now), counted, differences, text(named))
                .update();
    }

    private static String text(List<String> named) {
        var text = String.join(", ", named);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private int ready(int id) {
        return jdbc.sql("select count(*) from foundation.kpi_day_ready where measure_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private List<LocalDate> months(int id) {
        return jdbc.sql("""
                        select distinct date_trunc('month', day)::date from foundation.kpi_day_ready
                         where measure_id = ? order by 1
                        """).param(id).query(LocalDate.class).list();
    }

    private List<LocalDate> differing(FactMeasure measure, int id, LocalDate month) {
        return jdbc.sql(DIFFERING.formatted(DayKeeper.counted(measure)))
                .params(days.params(measure, month, month.plusMonths(1)))
                .param("measure", id)
                .param("firstDay", month)
                .param("lastDay", month.plusMonths(1))
                .query(LocalDate.class)
                .list();
    }
}

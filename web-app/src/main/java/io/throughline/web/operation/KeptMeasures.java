package io.throughline.web.operation;

import java.sql.Timestamp;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the nightly recounts of kept days and of stage times found; nothing, as it should be. A detail of health that never
 * takes a node out of service: what differs is read from the records until it is mended.
 */
@Component("measures-kept")
@RequiredArgsConstructor
class KeptMeasures implements HealthIndicator {

    private final JdbcClient jdbc;

    @Override
    public Health health() {
        var health = Health.up();
        jdbc.sql("select at, days, differences, named from foundation.kpi_day_check order by at desc limit 1")
                .query(row -> {
                    health.withDetail(
                                    "lastRecount",
                                    row.getTimestamp("at").toInstant().toString())
                            .withDetail("days", row.getInt("days"))
                            .withDetail("differences", row.getInt("differences"))
                            .withDetail("differing", row.getString("named"));
                });
        jdbc.sql("""
                        select checked_at, differences,
                               (select count(*) from (select distinct day from foundation.kpi_day_touched limit 1000) d) as waiting
                          from aftersales.ticket_time_state
                        """).query(row -> {
            Timestamp checked = row.getTimestamp("checked_at");
            if (checked != null) {
                health.withDetail("stagesRecounted", checked.toInstant().toString());
            }
            health.withDetail("stageDifferences", row.getInt("differences"))
                    .withDetail("daysWaiting", row.getInt("waiting"));
        });
        return health.build();
    }
}

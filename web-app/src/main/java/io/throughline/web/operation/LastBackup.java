package io.throughline.web.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How old the last good backup is: the product's own, which is noted once it was read back. A detail of health that never
 * takes a node out of service, and a meter; whoever backs up by other means sets {@code throughline.backup.overdue=0}.
 */
@Component("backup")
public class LastBackup implements HealthIndicator {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration overdue;

    LastBackup(
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry meters,
            @Value("${throughline.backup.overdue:26h}") Duration overdue) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.overdue = overdue;
        Gauge.builder("throughline.backup.age", () -> at().map(
                                made -> Duration.between(made, clock.instant()).toSeconds())
                        .map(Long::doubleValue)
                        .orElse(Double.NaN))
                .baseUnit("seconds")
                .register(meters);
    }

    /** UTC; empty when none was ever made. */
    public Optional<Instant> at() {
        return jdbc.sql("select at from foundation.backup_made order by at desc limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Whether somebody should look after it. */
    public boolean isOverdue(Optional<Instant> made) {
        return !overdue.isZero()
                && made.map(at -> at.plus(overdue).isBefore(clock.instant())).orElse(true);
    }

    @Override
    public Health health() {
        var made = at();
        var health = made.isPresent() ? Health.up() : Health.unknown();
        made.ifPresent(at -> health.withDetail("lastGoodBackup", at.toString())
                .withDetail("ageSeconds", Duration.between(at, clock.instant()).toSeconds()));
        return health.withDetail("overdue", isOverdue(made)).build();
    }
}

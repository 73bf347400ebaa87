package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockReading;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is kept with its ticket.
 *
 * @param policyVersion id of the version it was promised by
 * @param calendarAsOf the calendars it was counted with are those valid then
 * @param customerCalendar id of the customer's calendar it was counted with; null for none
 * @param breachedAt the due second of the breach recorded first; it stays whatever comes
 * @param withdrawn no longer promised, kept for its breach
 */
record StoredClock(
        long ticket,
        long policyVersion,
        Instant calendarAsOf,
        @Nullable Long customerCalendar,
        ClockReading reading,
        @Nullable Instant breachedAt,
        boolean withdrawn) {

    /** Which run of which clock. */
    record Key(ClockType type, Instant start) {}

    static StoredClock of(ResultSet row) throws SQLException {
        return new StoredClock(
                row.getLong("ticket_id"),
                row.getLong("policy_version_id"),
                row.getTimestamp("calendar_as_of").toInstant(),
                row.getObject("customer_calendar_id", Long.class),
                new ClockReading(
                        ClockType.valueOf(row.getString("type")),
                        Target.parse(row.getString("target")),
                        row.getTimestamp("start_at").toInstant(),
                        instant(row, "due_at"),
                        instant(row, "paused_since"),
                        instant(row, "stopped_at")),
                instant(row, "breached_at"),
                row.getBoolean("withdrawn"));
    }

    Key key() {
        return new Key(reading.type(), reading.start());
    }

    boolean isOwed() {
        return reading.isOwed();
    }

    /** Says the same, whenever it was counted. */
    boolean equalsButForItsTime(StoredClock other) {
        return reading.equals(other.reading)
                && policyVersion == other.policyVersion
                && Objects.equals(customerCalendar, other.customerCalendar)
                && withdrawn == other.withdrawn
                && Objects.equals(breachedAt, other.breachedAt);
    }

    /** Nothing is promised any more: it ends now where a breach is to be kept. */
    StoredClock withdraw(Instant now) {
        var stopped = reading.stoppedAt() == null ? now : reading.stoppedAt();
        var ended = new ClockReading(reading.type(), reading.target(), reading.start(), reading.due(), null, stopped);
        return new StoredClock(ticket, policyVersion, calendarAsOf, customerCalendar, ended, breachedAt, true);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}

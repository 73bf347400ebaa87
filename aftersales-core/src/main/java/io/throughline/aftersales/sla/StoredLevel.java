package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import io.throughline.aftersales.sla.clock.ClockType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation of one run of a ticket's clock.
 *
 * @param said the level as its policy says it
 * @param number its place in the policy, from 1
 * @param due its true time
 * @param found when it ran or was passed
 */
record StoredLevel(
        long ticket,
        Key clock,
        String said,
        int number,
        long policyVersion,
        Instant due,
        State state,
        @Nullable Instant found) {

    enum State {
        WAITING,
        RAN,
        /** Its time came while its criteria did not hold, or before it was promised. */
        PASSED
    }

    /** Which level of which run. */
    record Id(Key clock, String said) {}

    static StoredLevel of(ResultSet row) throws SQLException {
        var found = row.getTimestamp("found_at");
        return new StoredLevel(
                row.getLong("ticket_id"),
                new Key(
                        ClockType.valueOf(row.getString("type")),
                        row.getTimestamp("start_at").toInstant()),
                row.getString("level"),
                row.getInt("number"),
                row.getLong("policy_version_id"),
                row.getTimestamp("due_at").toInstant(),
                State.valueOf(row.getString("state")),
                found == null ? null : found.toInstant());
    }

    Id id() {
        return new Id(clock, said);
    }

    EscalationLevel level() {
        return LevelText.read(said);
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    StoredLevel in(State other, @Nullable Instant at) {
        return new StoredLevel(ticket, clock, said, number, policyVersion, due, other, at);
    }
}

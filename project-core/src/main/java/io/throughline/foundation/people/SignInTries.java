package io.throughline.foundation.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries on all nodes alike. A try is taken before it is made and given back when it was good, so that many at the
 * same time have no more of them than one after the other; each is booked in a transaction of its own, whatever becomes
 * of the caller's.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SignInTries {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Takes a try; false, and nothing taken, when {@code most} were taken within {@link SignIns#WINDOW}. */
    public boolean take(String kind, String value, int most) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("sign-in " + kind + " " + value)
                .query((row, n) -> n)
                .single();
        var now = clock.instant();
        jdbc.sql("delete from foundation.sign_in_failure where kind = ? and value = ? and at <= ?")
                .params(kind, value, since(now))
                .update();
        int taken = jdbc.sql("select count(*) from foundation.sign_in_failure where kind = ? and value = ?")
                .params(kind, value)
                .query(Integer.class)
                .single();
        if (taken >= most) {
            return false;
        }
        jdbc.sql("insert into foundation.sign_in_failure (kind, value, at) values (?, ?, ?)")
                .params(kind, value, Timestamp.from(now))
                .update();
        return true;
    }

    /** Until the next try is allowed, after one was refused. */
    @Transactional(readOnly = true)
    public Duration pause(String kind, String value, int most) {
        return jdbc.sql("""
                        select at from foundation.sign_in_failure where kind = ? and value = ?
                         order by at desc offset ? limit 1
                        """)
                .params(kind, value, most - 1)
                .query(Timestamp.class)
                .optional()
                .map(at -> Duration.between(clock.instant(), at.toInstant().plus(SignIns.WINDOW)))
                .filter(pause -> !pause.isNegative())
                .orElse(Duration.ZERO);
    }

    /** All tries of the value are forgiven. */
    public void forgive(String kind, String value) {
        jdbc.sql("delete from foundation.sign_in_failure where kind = ? and value = ?")
                .params(kind, value)
                .update();
    }

    /** The latest try of the value is no longer counted. */
    public void giveBack(String kind, String value) {
        jdbc.sql("""
                        delete from foundation.sign_in_failure where ctid = (
                            select f.ctid from foundation.sign_in_failure f
                             where f.kind = ? and f.value = ? order by f.at desc limit 1)
                        """).params(kind, value).update();
    }

    private static Timestamp since(Instant now) {
        return Timestamp.from(now.minus(SignIns.WINDOW));
    }
}

package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts the calls of {@link Limited} methods, on all nodes alike, one statement a call and none on any other.
 *
 * <p>Method: the generic cell rate algorithm (ITU-T I.371). A row keeps the moment at which all calls made so far would be
 * paid for, each costing {@code every}; a call is refused where that moment lies more than {@code atOnce × every} ahead.
 * Example with 3 at once and one every 10 s: three calls at 0 s set it to 30 s; the fourth at 4 s would set it to 40 s, more
 * than 34 s, and is refused for 6 s.
 */
@Component
class CallLimits implements HandlerInterceptor, WebMvcConfigurer {

    private static final int CLEAN_ONCE_IN = 1000;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean counting;

    CallLimits(JdbcClient jdbc, Clock clock, @Value("${throughline.limits.enabled:true}") boolean counting) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counting = counting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    /** Throws {@link TooManyCalls}. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (counting && handler instanceof HandlerMethod method) {
            var limited = method.getMethodAnnotation(Limited.class);
            if (limited != null) {
                take(limited.value(), CallerKey.of(request));
            }
        }
        return true;
    }

    void take(Limit limit, String caller) {
        var now = clock.instant();
        var room = limit.every().multipliedBy(limit.atOnce());
        boolean taken = jdbc.sql("""
                        insert into foundation.call_allowance as a (kind, caller, paid_at) values (:kind, :caller, :next)
                        on conflict (kind, caller) do update set paid_at = greatest(a.paid_at, :now) + :every::interval
                         where greatest(a.paid_at, :now) + :every::interval <= :latest
                        """)
                        .param("kind", limit.name())
                        .param("caller", caller)
                        .param("next", Timestamp.from(now.plus(limit.every())))
                        .param("now", Timestamp.from(now))
                        .param("every", limit.every().toMillis() + " milliseconds")
                        .param("latest", Timestamp.from(now.plus(room)))
                        .update()
                > 0;
        if (!taken) {
            throw new TooManyCalls("web.security.tooManyCalls", pause(limit, caller, now.plus(room)));
        }
        if (ThreadLocalRandom.current().nextInt(CLEAN_ONCE_IN) == 0) {
            jdbc.sql("delete from foundation.call_allowance where paid_at < ?")
                    .param(Timestamp.from(now.minus(FORGOTTEN)))
                    .update();
        }
    }

    private Duration pause(Limit limit, String caller, Instant latest) {
        return jdbc.sql("select paid_at from foundation.call_allowance where kind = ? and caller = ?")
                .params(limit.name(), caller)
                .query(Timestamp.class)
                .optional()
                .map(paid -> Duration.between(latest, paid.toInstant().plus(limit.every())))
                .orElse(limit.every());
    }
}

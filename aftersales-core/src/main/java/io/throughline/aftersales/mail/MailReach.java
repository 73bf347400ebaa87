package io.throughline.aftersales.mail;

import io.throughline.foundation.people.Allow;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which addresses no mail of ours reached lately (service rule 20). */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(anyone = true)
public class MailReach {

    static final Duration UNREACHED = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Those of the addresses to which delivery failed in the last 60 days, in lower case. */
    public Set<String> undeliverable(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select address from aftersales.mail_failure where address in (:addresses) and at > :since")
                .param(
                        "addresses",
                        addresses.stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList())
                .param("since", Timestamp.from(clock.instant().minus(UNREACHED)))
                .query(String.class)
                .set();
    }
}

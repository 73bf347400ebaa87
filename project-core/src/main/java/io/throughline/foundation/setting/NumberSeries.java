package io.throughline.foundation.setting;

import io.throughline.foundation.people.Allow;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counters behind business numbers, one per series and year, never giving a value twice.
 *
 * <p>A value is taken in a transaction of its own, so that two who create a record at once do not wait for each other;
 * what is rolled back afterwards leaves a gap. That transaction does not wait for the disk: whoever uses the value commits
 * after it, and with that the log is written up to there; where nobody does, nobody has seen the value.
 */
@Service
@RequiredArgsConstructor
@Allow(anyone = true)
public class NumberSeries {

    private final JdbcClient jdbc;

    /**
     * @param series prefix of the number, for example {@code TK}
     * @param year of the company's zone; 0 for a series that does not start anew each year
     * @return 1 for the first
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long next(String series, int year) {
        return jdbc.sql("""
                        insert into foundation.number_series (series, year, last) values (?, ?, 1)
                        on conflict (series, year) do update set last = number_series.last + 1
                        returning last, set_config('synchronous_commit', 'off', true)
                        """)
                .params(series, year)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}

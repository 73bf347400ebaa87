package io.throughline.foundation.activity;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the coming months' partitions of the tables that only grow, at every start and whenever a job calls; where nobody
 * does for long, rows go to the default partition and nothing fails.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class MonthPartitions implements InitializingBean {

    private static final int AHEAD = 3;

    private final JdbcClient jdbc;

    @Override
    public void afterPropertiesSet() {
        makeAhead();
    }

    /** Of this month and the next three, those that are missing; returns how many were made. */
    public int makeAhead() {
        int made = make("activity_entry") + make("audit_entry");
        if (made > 0) {
            log.info("made {} partitions for the coming months", made);
        }
        return made;
    }

    private int make(String table) {
        return jdbc.sql("select foundation.make_month_partitions(?, ?)")
                .params(table, AHEAD)
                .query(Integer.class)
                .single();
    }
}

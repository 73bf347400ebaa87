package io.throughline.project.lifecycle;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids for records written in bulk, out of the one sequence; each of its values stands for the block of fifty that ends there. */
@Component
@RequiredArgsConstructor
public class RecordIds {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;

    /** As many fresh ids as asked for, in one statement. */
    public List<Long> take(int count) {
        var ids = new ArrayList<Long>(count);
        var ends = jdbc.sql("select nextval('foundation.id_seq') from generate_series(1, ?)")
                .param((count + BLOCK - 1) / BLOCK)
                .query(Long.class)
                .list();
        for (long end : ends) {
            for (long id = end - BLOCK + 1; id <= end && ids.size() < count; id++) {
                ids.add(id);
            }
        }
        return ids;
    }
}

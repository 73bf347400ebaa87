package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes lines of a record's timeline; called by the service that did the deed, in its transaction. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Activities {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A line for staff only. */
    public void record(Viewer viewer, SubjectRef subject, String verb, Map<String, ?> data) {
        record(viewer, subject, verb, data, Visibility.STAFF);
    }

    /**
     * @param verb message key of what was done; its message may name the entries of {@code data}
     * @param data plain facts (text, numbers, dates), shown to whoever reads the line
     */
    public void record(Viewer viewer, SubjectRef subject, String verb, Map<String, ?> data, Visibility visibility) {
        jdbc.sql("""
                        insert into foundation.activity_entry
                               (at, subject_type, subject_id, actor_id, actor_name, verb, data, visibility)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        subject.type(),
                        subject.id(),
                        viewer.id().value(),
                        viewer.name(),
                        verb,
                        ActivityJson.write(data),
                        visibility.name())
                .update();
    }
}

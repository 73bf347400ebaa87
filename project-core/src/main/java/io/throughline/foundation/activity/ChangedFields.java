package io.throughline.foundation.activity;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells from the audit trail what others changed of a record since somebody read it, so that changes of different fields
 * need not be refused.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class ChangedFields {

    private final JdbcClient jdbc;

    /**
     * @param viewer whose change it is; what the record holds is not told
     * @param table with its schema, for example {@code project.task}
     * @param seen the version that was read
     * @param stored the version of now
     * @return names of the entity's properties; empty when the trail does not account for each version in between
     */
    public Optional<Set<String>> between(Viewer viewer, String table, long recordId, int seen, int stored) {
        var fields = new HashSet<String>();
        var versions = new HashSet<Integer>();
        jdbc.sql("""
                        select version, field from foundation.audit_entry
                         where table_name = :table and record_id = :record and action = 'CHANGED'
                           and version > :seen and version <= :stored
                        """)
                .param("table", table)
                .param("record", recordId)
                .param("seen", seen)
                .param("stored", stored)
                .query(row -> {
                    versions.add(row.getInt("version"));
                    fields.add(row.getString("field"));
                });
        return versions.size() == stored - seen ? Optional.of(fields) : Optional.empty();
    }

    /**
     * @param by the name of whoever changed the field last
     * @param at when that was
     */
    public record LastChange(String by, Instant at) {}

    /**
     * Who changed the record's fields last since the version that was read; the same warning holds as for
     * {@link #between}.
     *
     * @return by the entity's property; without those nobody changed
     */
    public Map<String, LastChange> since(Viewer viewer, String table, long recordId, int seen) {
        var last = new HashMap<String, LastChange>();
        jdbc.sql("""
                        select distinct on (field) field, actor_name, at from foundation.audit_entry
                         where table_name = :table and record_id = :record and action = 'CHANGED' and version > :seen
                         order by field, at desc, id desc
                        """)
                .param("table", table)
                .param("record", recordId)
                .param("seen", seen)
                .query(row -> {
                    last.put(
                            row.getString("field"),
                            new LastChange(
                                    row.getString("actor_name"),
                                    row.getTimestamp("at").toInstant()));
                });
        return last;
    }
}

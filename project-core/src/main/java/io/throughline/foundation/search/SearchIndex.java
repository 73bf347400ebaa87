package io.throughline.foundation.search;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what can be found, in the transaction that changes the record; indexing never refuses a record. */
@Service
@RequiredArgsConstructor
@Allow(anyone = true)
@Transactional(propagation = Propagation.MANDATORY)
public class SearchIndex {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    public void put(SearchEntry entry) {
        putAll(List.of(entry));
    }

    /** Set-based, for imports and moves of many records. */
    public void putAll(Collection<SearchEntry> entries) {
        jdbc.batchUpdate("""
                insert into foundation.search_entry
                       (subject_type, subject_id, number, title, text, title_terms, terms, scopes, path)
                values (?, ?, ?, ?, ?, array_to_tsvector(?), array_to_tsvector(?), ?, ?)
                on conflict (subject_type, subject_id) do update
                   set number = excluded.number, title = excluded.title, text = excluded.text,
                       title_terms = excluded.title_terms, terms = excluded.terms,
                       scopes = excluded.scopes, path = excluded.path
                """, entries, BATCH, SearchIndex::bind);
    }

    /** Changes who finds the records and leaves their words; one that is not there is passed over. */
    public void rescope(Map<SubjectRef, Set<String>> readers) {
        jdbc.batchUpdate("""
            update foundation.search_entry set scopes = ?
             where subject_type = ? and subject_id = ? and not (scopes @> ? and scopes <@ ?)
            """, readers.entrySet(), BATCH, (statement, entry) -> {
            var scopes = statement
                    .getConnection()
                    .createArrayOf("text", entry.getValue().toArray());
            statement.setArray(1, scopes);
            statement.setString(2, entry.getKey().type());
            statement.setLong(3, entry.getKey().id());
            statement.setArray(4, scopes);
            statement.setArray(5, scopes);
        });
    }

    public void remove(SubjectRef subject) {
        jdbc.update(
                "delete from foundation.search_entry where subject_type = ? and subject_id = ?",
                subject.type(),
                subject.id());
    }

    private static void bind(PreparedStatement statement, SearchEntry entry) throws SQLException {
        var row = SearchRow.of(entry);
        Connection connection = statement.getConnection();
        statement.setString(1, entry.subject().type());
        statement.setLong(2, entry.subject().id());
        statement.setString(3, entry.number());
        statement.setString(4, entry.title());
        statement.setString(5, row.text());
        statement.setArray(6, connection.createArrayOf("text", row.titleTerms().toArray()));
        statement.setArray(7, connection.createArrayOf("text", row.terms().toArray()));
        statement.setArray(8, connection.createArrayOf("text", entry.scopes().toArray()));
        statement.setString(9, entry.path());
    }
}

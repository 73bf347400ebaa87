package io.throughline.foundation.search;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds records of every type the viewer may see.
 *
 * <p>The exact number comes first, then titles, then texts, each newest first. Candidates are bounded, so that a word
 * that stands in every record costs no more than a rare one.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
@Allow(signedIn = true)
public class Search {

    private static final int CANDIDATES = 400;
    private static final String EVERYBODY = "everybody";

    private final JdbcClient jdbc;
    private final List<SearchReach> reaches;

    /**
     * A whole number with digits that is somebody's finds that record alone: its parts stand in every other number.
     *
     * @param typed what the person typed; Chinese of one character up, letters, numbers, pinyin initials of names
     * @param type code word of a record type, or null for all
     * @param limit 1 to 100 hits
     */
    public List<Hit> find(Viewer viewer, String typed, @Nullable String type, int limit) {
        return find(scopesOf(viewer, type), typed, type, limit);
    }

    /** The same for somebody who is not signed in: records of everybody's. */
    @Allow(anyone = true)
    public List<Hit> findOpen(String typed, @Nullable String type, int limit) {
        return find(List.of(EVERYBODY), typed, type, limit);
    }

    private List<Hit> find(List<String> scopes, String typed, @Nullable String type, int limit) {
        var query = Terms.toQuery(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with numbered as (
                            select id, 0 as rank from foundation.search_entry
                             where upper(number) = :number and scopes && :scopes::text[] limit 5),
                        hit as (
                            select id, rank from numbered
                            union all
                            (select id, 1 from foundation.search_entry
                              where title_terms @@ :query::tsquery and scopes && :scopes::text[]
                                and (:type::text is null or subject_type = :type)
                                and (:word or not exists (select 1 from numbered)) limit :candidates)
                            union all
                            (select id, 2 from foundation.search_entry
                              where terms @@ :query::tsquery and scopes && :scopes::text[]
                                and (:type::text is null or subject_type = :type)
                                and (:word or not exists (select 1 from numbered)) limit :candidates))
                        select e.subject_type as type, e.subject_id as id, e.number, e.title, e.path,
                               left(e.text, 4000) as text
                          from (select id, min(rank) as rank from hit group by id) best
                          join foundation.search_entry e on e.id = best.id
                         where not exists (select 1 from unnest(:phrases::text[]) phrase where strpos(e.text, phrase) = 0)
                         order by best.rank, e.id desc
                         limit :limit
                        """)
                .param("number", Terms.fold(typed).strip().toUpperCase(java.util.Locale.ROOT))
                .param("scopes", scopes.toArray(String[]::new))
                .param("query", query)
                .param("word", typed.chars().noneMatch(Character::isDigit))
                .param("type", type)
                .param("candidates", CANDIDATES)
                .param("phrases", Terms.phrases(typed).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        row.getString("type"),
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("path"),
                        body(row.getString("text")),
                        typed))
                .list();
    }

    /**
     * Records that share the most telling words with a text, the likest first; those that share no more than a word or
     * two of everybody's are left out.
     *
     * @param text what somebody writes, in whole sentences; its first sixty terms count
     * @param type code word of the record type looked for
     * @param limit 1 to 20 hits
     */
    public List<Hit> similar(Viewer viewer, String text, String type, int limit) {
        var terms = Likeness.terms(text);
        if (terms.isEmpty()) {
            return List.of();
        }
        var likeness = new Likeness(terms);
        jdbc.sql("""
                        select e.subject_type as type, e.subject_id as id, e.number, e.title, e.path,
                               left(e.text, 4000) as text,
                               array(select lexeme from unnest(e.title_terms) where lexeme = any (:terms::text[])) as titled,
                               array(select lexeme from unnest(e.terms) where lexeme = any (:terms::text[])) as said
                          from foundation.search_entry e
                         where e.subject_type = :type and e.scopes && :scopes::text[] and e.terms @@ :query::tsquery
                         order by e.id desc
                         limit :candidates
                        """)
                .param("terms", terms.toArray(String[]::new))
                .param("type", type)
                .param("scopes", scopesOf(viewer, type).toArray(String[]::new))
                .param("query", Terms.anyOf(terms))
                .param("candidates", CANDIDATES)
                .query(row -> {
                    likeness.add(
                            new Hit(
                                    row.getString("type"),
                                    row.getLong("id"),
                                    row.getString("number"),
                                    row.getString("title"),
                                    row.getString("path"),
                                    body(row.getString("text")),
                                    text),
                            List.of((String[]) row.getArray("titled").getArray()),
                            List.of((String[]) row.getArray("said").getArray()));
                });
        return likeness.best(limit);
    }

    private List<String> scopesOf(Viewer viewer, @Nullable String type) {
        var scopes = new ArrayList<String>();
        scopes.add(EVERYBODY);
        if (viewer.isStaff()) {
            scopes.add("staff");
        }
        scopes.add("user:" + viewer.id().value());
        viewer.roles().stream().map(Role::name).map(role -> "role:" + role).forEach(scopes::add);
        viewer.teamIds().forEach(team -> scopes.add("team:" + team));
        if (viewer.contactId() != null) {
            scopes.add("contact:" + viewer.contactId());
        }
        if (viewer.customerId() != null && viewer.customerManager()) {
            scopes.add("customer:" + viewer.customerId());
        }
        reaches.forEach(reach -> scopes.addAll(reach.scopes(viewer, type)));
        return scopes;
    }

    /** The index keeps number and title in lines of their own above the text. */
    private static String body(String text) {
        int line = text.indexOf('\n', text.indexOf('\n') + 1);
        return line < 0 ? "" : text.substring(line + 1).strip().replaceAll("\\s+", " ");
    }

    /**
     * @param type code word of the record type
     * @param number business number, where there is one
     * @param path address of its page for staff
     * @param text the beginning of what the record says, on one line
     * @param typed what was looked for
     */
    public record Hit(
            String type, long id, @Nullable String number, String title, String path, String text, String typed) {

        /** The title, with what was looked for marked. */
        public List<Piece> titlePieces() {
            return new Highlights(title, typed).pieces();
        }

        /** The text around the first find, with what was looked for marked; empty where the record has no text. */
        public List<Piece> excerpt() {
            return new Highlights(text, typed).excerpt();
        }
    }
}

package io.throughline.aftersales.sla;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads policies for people: the list, one with its versions. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaPolicyQueries {

    private final JdbcClient jdbc;

    /** All policies in the order in which they are asked; an installation has tens of them. */
    public List<SlaPolicyRow> list(Viewer viewer) {
        return jdbc
                .sql("""
                        select p.*, coalesce(p.draft, v.terms) as terms
                          from aftersales.sla_policy p
                          left join aftersales.sla_policy_version v on v.policy_id = p.id and v.number = p.number
                         limit 1000
                        """)
                .query((row, n) -> new SlaPolicyRow(
                        new SlaPolicyId(row.getLong("id")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("position"),
                        row.getInt("number"),
                        row.getString("draft") != null,
                        instant(row, "retired_at"),
                        TermsText.read(row.getString("terms"))))
                .list()
                .stream()
                .sorted(Comparator.comparing((SlaPolicyRow row) -> row.retiredAt() != null)
                        .thenComparing(row -> row.terms().basis())
                        .thenComparing(SlaPolicyRow::position)
                        .thenComparing(row -> row.id().value()))
                .toList();
    }

    public SlaPolicyDetail require(Viewer viewer, SlaPolicyId id) {
        var versions = versions(id);
        return jdbc.sql("select * from aftersales.sla_policy where id = ?")
                .param(id.value())
                .query((row, n) -> new SlaPolicyDetail(
                        id,
                        row.getInt("version"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("position"),
                        terms(row.getString("draft")),
                        row.getInt("number"),
                        versions.isEmpty() ? null : versions.get(0).terms(),
                        instant(row, "retired_at"),
                        versions))
                .optional()
                .orElseThrow(() -> new NotFound("sla-policy", id.value()));
    }

    /** Ids of customers by number, as far as there are any. */
    public Map<String, Long> customers(Viewer viewer, Set<String> numbers) {
        return numbers.isEmpty() ? Map.of() : pairs("number in (:wanted)", numbers);
    }

    /** The numbers of customers, in order. */
    public List<String> numbers(Viewer viewer, Set<Long> customers) {
        return customers.isEmpty()
                ? List.of()
                : pairs("id in (:wanted)", customers).keySet().stream().sorted().toList();
    }

    /** Ids of active colleagues by sign-in name in small letters, as far as there are any. */
    public Map<String, Long> people(Viewer viewer, Set<String> logins) {
        return logins.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select lower(login) as login, id from foundation.app_user
                                 where lower(login) in (:logins) and active and contact_id is null
                                """)
                        .param("logins", logins)
                        .query((row, n) -> Map.entry(row.getString("login"), row.getLong("id")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whom levels of escalation name, by id. */
    public Map<Long, Named> named(Viewer viewer, Collection<EscalationLevel> levels) {
        var ids = levels.stream()
                .flatMap(level -> Stream.concat(level.people().stream(), Stream.ofNullable(level.assignee())))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, login, name from foundation.app_user where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) ->
                                Map.entry(row.getLong("id"), new Named(row.getString("login"), row.getString("name"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A colleague by sign-in name and name. */
    public record Named(String login, String name) {}

    private Map<String, Long> pairs(String condition, Set<?> wanted) {
        return jdbc
                .sql("select number, id from foundation.customer where " + condition)
                .param("wanted", wanted)
                .query((row, n) -> Map.entry(row.getString("number"), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<SlaPolicyDetail.PastVersion> versions(SlaPolicyId id) {
        return jdbc.sql("""
                        select v.number, v.valid_from, v.terms, coalesce(u.name, '') as by
                          from aftersales.sla_policy_version v
                          left join foundation.app_user u on u.id = v.created_by
                         where v.policy_id = ?
                         order by v.number desc
                         limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new SlaPolicyDetail.PastVersion(
                        row.getInt("number"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getString("by"),
                        TermsText.read(row.getString("terms"))))
                .list();
    }

    private static @Nullable SlaTerms terms(@Nullable String text) {
        return text == null ? null : TermsText.read(text);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}

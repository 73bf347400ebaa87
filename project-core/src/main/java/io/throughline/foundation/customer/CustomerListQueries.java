package io.throughline.foundation.customer;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the customers a viewer may see, in stretches. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerListQueries {

    /** Up to here a count is exact; one more means "more than". */
    public static final int COUNTED = 1000;

    private static final String ROWS = """
            select c.id, c.number, c.name, c.short_name, c.tier, c.account_executive_id, u.name as account_executive,
                   c.industry, c.archived, c.version, c.changed_at, (%s)::text as sort_value
              from foundation.customer c
              left join foundation.app_user u on u.id = c.account_executive_id
             where %s
             order by %s %s, c.id %s
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final CustomerScope scope;

    /** One statement whatever its size; throws {@link RuleViolation} for a cursor of a list sorted otherwise. */
    public Page<CustomerRow> rows(Viewer viewer, CustomerFilter filter, PageRequest request) {
        var params = new HashMap<String, Object>();
        var where = where(viewer, filter, params);
        var sort = filter.sort();
        boolean up = filter.descending() == request.backwards();
        var cursor = request.cursor();
        if (cursor != null) {
            where.add(
                    "(%s, c.id) %s (cast(:from as %s), :fromId)".formatted(sort.column(), up ? ">" : "<", sort.type()));
            params.put("from", cursor.value(0));
            params.put("fromId", cursor.id());
        }
        params.put("limit", request.size() + 1);
        var direction = up ? "asc" : "desc";
        var sql = ROWS.formatted(sort.column(), String.join("\n and ", where), sort.column(), direction, direction);
        try {
            var lines = jdbc.sql(sql)
                    .params(params)
                    .query(CustomerListQueries::line)
                    .list();
            var page = Page.cut(
                    lines,
                    request,
                    line -> Cursor.of(line.sortValue(), line.row().id()));
            return new Page<>(page.rows().stream().map(Line::row).toList(), page.next(), page.previous());
        } catch (DataIntegrityViolationException nonsense) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    /** Exact up to {@link #COUNTED}, {@code COUNTED + 1} for more. */
    public int count(Viewer viewer, CustomerFilter filter) {
        var params = new HashMap<String, Object>();
        var where = String.join("\n and ", where(viewer, filter, params));
        return jdbc.sql("select count(*) from (select 1 from foundation.customer c where %s limit %d) t"
                        .formatted(where, COUNTED + 1))
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** People to filter and choose by: active account executives, by name in pinyin order. */
    public List<Person> accountExecutives(Viewer viewer) {
        return jdbc.sql("""
                        select u.id, u.name from foundation.app_user u
                          join foundation.user_role r on r.user_id = u.id and r.role = 'ACCOUNT_EXECUTIVE'
                         where u.active order by u.name collate "zh-Hans-CN-x-icu", u.id
                        """).query(Person.class).list();
    }

    /** Somebody who may lead a customer. */
    public record Person(long id, String name) {}

    private List<String> where(Viewer viewer, CustomerFilter filter, Map<String, Object> params) {
        var where = new ArrayList<String>();
        where.add(scope.of(viewer));
        where.add(filter.archived() ? "c.archived" : "not c.archived");
        if (filter.mine()) {
            where.add("c.account_executive_id = :viewer");
            params.put("viewer", viewer.id().value());
        }
        if (!filter.tiers().isEmpty()) {
            where.add("c.tier in (:tiers)");
            params.put("tiers", filter.tiers().stream().map(Enum::name).toList());
        }
        if (!filter.accountExecutives().isEmpty()) {
            where.add("c.account_executive_id in (:executives)");
            params.put("executives", filter.accountExecutives());
        }
        var q = filter.q();
        if (q != null && !q.isBlank()) {
            where.add("(c.short_name ilike :q or c.name ilike :q or c.name_en ilike :q or c.number ilike :q"
                    + " or c.credit_code ilike :q or c.spellings like :spelt)");
            params.put("q", contains(q.strip()));
            params.put("spelt", contains(q.toLowerCase(Locale.ROOT).replaceAll("[\\s']", "")));
        }
        return where;
    }

    private static String contains(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private record Line(CustomerRow row, String sortValue) {}

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                new CustomerRow(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("short_name"),
                        CustomerTier.valueOf(row.getString("tier")),
                        row.getObject("account_executive_id", Long.class),
                        row.getString("account_executive"),
                        row.getString("industry"),
                        row.getBoolean("archived"),
                        row.getInt("version"),
                        row.getTimestamp("changed_at").toInstant()),
                row.getString("sort_value"));
    }
}

package io.throughline.aftersales.installed;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the installed base as far as the viewer may see it, see {@link ProductScope}; portal users their own company's. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class InstalledProductQueries {

    /** Up to here a count is exact; one more means "more than". */
    public static final int COUNTED = 1000;

    private static final int CHOICES = 200;

    private final JdbcClient jdbc;
    private final ProductScope scope;
    private final ProductDesk desk;

    /** One statement whatever its size; throws {@link RuleViolation} for a cursor of a list sorted otherwise. */
    public Page<InstalledProductRow> rows(Viewer viewer, InstalledProductFilter filter, PageRequest request) {
        var today = desk.today();
        var params = new HashMap<String, Object>();
        var where = where(viewer, filter, params, today);
        var sort = filter.sort();
        boolean up = filter.descending() == request.backwards();
        var cursor = request.cursor();
        if (cursor != null) {
            where.add("(%s, ip.id) %s (cast(:from as %s), :fromId)"
                    .formatted(sort.column(), up ? ">" : "<", sort.type()));
            params.put("from", cursor.value(0));
            params.put("fromId", cursor.id());
        }
        params.put("limit", request.size() + 1);
        var direction = up ? "asc" : "desc";
        try {
            var lines = jdbc.sql("""
                            select ip.*, c.number as customer_number, c.short_name as customer, s.name as site,
                                   p.key as project_key, (%1$s)::text as sort_value
                              from aftersales.installed_product ip
                              join foundation.customer c on c.id = ip.customer_id
                              left join foundation.site s on s.id = ip.site_id
                              left join project.project p on p.id = ip.project_id
                             where %2$s
                             order by %1$s %3$s, ip.id %3$s
                             limit :limit
                            """.formatted(sort.column(), String.join("\n and ", where), direction))
                    .params(params)
                    .query((row, n) -> Map.entry(ProductRows.row(row, today), row.getString("sort_value")))
                    .list();
            var page = Page.cut(
                    lines,
                    request,
                    line -> Cursor.of(line.getValue(), line.getKey().id()));
            return new Page<>(page.rows().stream().map(Map.Entry::getKey).toList(), page.next(), page.previous());
        } catch (DataIntegrityViolationException nonsense) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    /** Exact up to {@link #COUNTED}, {@code COUNTED + 1} for more. */
    public int count(Viewer viewer, InstalledProductFilter filter) {
        var params = new HashMap<String, Object>();
        var where = String.join("\n and ", where(viewer, filter, params, desk.today()));
        return jdbc.sql("select count(*) from (select 1 from aftersales.installed_product ip where %s limit %d) t"
                        .formatted(where, COUNTED + 1))
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** The day of the company's zone, by which warranties are counted. */
    public LocalDate today(Viewer viewer) {
        return desk.today();
    }

    /** Throws {@link NotFound} for an unknown code and for a product out of the viewer's scope. */
    public InstalledProductDetail detail(Viewer viewer, String code) {
        var today = desk.today();
        return jdbc.sql(ProductRows.DETAIL.formatted(
                        ProjectScope.seen(viewer), "ip.code = :code and " + scope.of(viewer)))
                .param("code", code)
                .query((row, n) -> ProductRows.detail(row, today))
                .optional()
                .orElseThrow(() -> new NotFound("installed product", code));
    }

    /**
     * The product somebody chose or typed by its serial number. Throws {@link RuleViolation} at {@code product} for one
     * that is not there, or out of the viewer's scope.
     */
    public InstalledProductId chosen(Viewer viewer, String typed) {
        return jdbc.sql("""
                        select ip.id from aftersales.installed_product ip
                         where (ip.code = :code or ip.serial_key = :key) and %s
                         order by ip.code <> :code, ip.state <> 'IN_USE', ip.id limit 1
                        """.formatted(scope.of(viewer)))
                .param("code", typed.strip())
                .param("key", SerialNumber.key(typed))
                .query(Long.class)
                .optional()
                .map(InstalledProductId::new)
                .orElseThrow(
                        () -> new RuleViolation("aftersales.installed.unknownSerial", typed.strip()).at("product"));
    }

    /** The product of a ticket the viewer was shown, whether or not its own page opens to the viewer. */
    @Allow(staff = true)
    public InstalledProductDetail ofTicket(Viewer viewer, long product) {
        var today = desk.today();
        return jdbc.sql(ProductRows.DETAIL.formatted(ProjectScope.seen(viewer), "ip.id = :id"))
                .param("id", product)
                .query((row, n) -> ProductRows.detail(row, today))
                .optional()
                .orElseThrow(() -> new NotFound("installed product", product));
    }

    /** The whole tree the product stands in, from the top, each part under what it is a part of. */
    public List<ProductPart> tree(Viewer viewer, InstalledProductDetail product) {
        return jdbc.sql("""
                        with recursive up as (
                            select id, parent_id from aftersales.installed_product where id = :id
                            union
                            select p.id, p.parent_id from aftersales.installed_product p join up on p.id = up.parent_id),
                        down as (
                            select ip.id, 1 as level, array[ip.code::text] as place
                              from aftersales.installed_product ip
                             where ip.id = (select id from up where parent_id is null)
                            union all
                            select ip.id, down.level + 1, down.place || ip.code::text
                              from aftersales.installed_product ip join down on ip.parent_id = down.id
                             where down.level <= 20)
                        select ip.id, ip.code, ip.serial, ip.model, ip.name_zh, ip.name_en, ip.state, down.level,
                               ip.id = :id as shown
                          from down join aftersales.installed_product ip on ip.id = down.id
                         order by down.place
                         limit 500
                        """)
                .param("id", product.id().value())
                .query((row, n) -> ProductRows.part(row))
                .list();
    }

    /** The product, its parts, and all that stood in its place before: whose tickets make its history. */
    public Set<Long> family(Viewer viewer, InstalledProductDetail product) {
        return jdbc.sql("""
                        with recursive family as (
                            select :id::bigint as id
                            union
                            select q.id from family f
                              join aftersales.installed_product p on p.id = f.id
                              join aftersales.installed_product q on q.parent_id = p.id or q.id = p.replaces_id)
                        select id from family limit 1000
                        """).param("id", product.id().value()).query(Long.class).set();
    }

    /** Products in use of a customer, to choose from; the newest where there are very many. */
    public List<InstalledProductRow> choices(Viewer viewer, long customer) {
        var today = desk.today();
        return jdbc.sql("""
                        select * from (
                            select ip.*, c.number as customer_number, c.short_name as customer, s.name as site,
                                   null as project_key
                              from aftersales.installed_product ip
                              join foundation.customer c on c.id = ip.customer_id
                              left join foundation.site s on s.id = ip.site_id
                             where ip.customer_id = :customer and ip.state = 'IN_USE' and %s
                             order by ip.id desc limit :most) ip
                         order by ip.code
                        """.formatted(scope.of(viewer)))
                .param("customer", customer)
                .param("most", CHOICES)
                .query((row, n) -> ProductRows.row(row, today))
                .list();
    }

    /**
     * Products of the customer that a text may be about: those whose serial number stands in it, then those whose model
     * does, and where it names none, the only one the customer has.
     */
    @Allow(staff = true)
    public List<InstalledProductRow> suggestions(Viewer viewer, long customer, String text) {
        var today = desk.today();
        return jdbc.sql("""
                        with own as (
                            select ip.*, c.number as customer_number, c.short_name as customer, s.name as site,
                                   null as project_key, strpos(:key, ip.serial_key) > 0 and length(ip.serial_key) >= 4 as named,
                                   length(ip.model) >= 3 and strpos(:text, lower(ip.model)) > 0 as meant,
                                   count(*) over () as everything
                              from aftersales.installed_product ip
                              join foundation.customer c on c.id = ip.customer_id
                              left join foundation.site s on s.id = ip.site_id
                             where ip.customer_id = :customer and ip.state = 'IN_USE' and %s)
                        select * from own where named or meant or everything = 1
                         order by named desc, length(serial_key) desc, code limit 3
                        """.formatted(scope.of(viewer)))
                .param("customer", customer)
                .param("key", SerialNumber.key(text))
                .param("text", text.toLowerCase(Locale.ROOT))
                .query((row, n) -> ProductRows.row(row, today))
                .list();
    }

    /** Deliverables of the customer's projects, to register a product from: those without one first, then by name. */
    @Allow(staff = true)
    public List<Deliverable> deliverables(Viewer viewer, long customer) {
        return jdbc.sql("""
                        select d.id, p.key as project, d.number, d.name, d.accepted_on is not null as accepted
                          from project.deliverable d
                          join project.project p on p.id = d.project_id
                         where p.customer_id = ? and d.deleted_at is null
                         order by d.accepted_on is null, p.key, d.number limit 500
                        """).param(customer).query(Deliverable.class).list();
    }

    /** A deliverable to choose. */
    public record Deliverable(long id, String project, int number, String name, boolean accepted) {}

    private List<String> where(
            Viewer viewer, InstalledProductFilter filter, Map<String, Object> params, LocalDate today) {
        var where = new ArrayList<String>();
        where.add(scope.of(viewer));
        if (filter.q() != null) {
            var found = filter.found() == null || filter.found().isEmpty() ? Set.of(-1L) : filter.found();
            var key = SerialNumber.key(filter.q());
            where.add(key.isEmpty() ? "ip.id in (:found)" : "(ip.id in (:found) or ip.serial_key like :key)");
            params.put("found", found);
            params.put("key", key + "%");
        }
        if (!filter.customers().isEmpty()) {
            where.add("ip.customer_id in (select id from foundation.customer where number in (:customers))");
            params.put("customers", filter.customers());
        }
        if (!filter.projects().isEmpty()) {
            where.add("ip.project_id in (select id from project.project where key in (:projects))");
            params.put("projects", filter.projects());
        }
        if (!filter.states().isEmpty()) {
            where.add("ip.state in (:states)");
            params.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.cover() != null) {
            params.put("today", today);
            params.put("soon", today.plusDays(InstalledProductFilter.ENDING_DAYS));
            where.add(
                    switch (filter.cover()) {
                        case RUNNING ->
                            "ip.warranty_start <= :today and coalesce(ip.warranty_end, 'infinity') >= :today";
                        case ENDING ->
                            "ip.warranty_start <= :today and coalesce(ip.warranty_end, 'infinity')"
                                    + " between :today and :soon";
                        case OVER -> "coalesce(ip.warranty_end, 'infinity') < :today";
                        case NONE -> "(ip.warranty_start is null or ip.warranty_start > :today)";
                    });
        }
        return where;
    }
}

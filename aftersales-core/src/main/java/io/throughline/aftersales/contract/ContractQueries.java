package io.throughline.aftersales.contract;

import io.throughline.aftersales.installed.Warranty;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads contracts as far as the viewer may see them, and says what covers a customer's question. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ContractQueries {

    private static final String DETAIL = """
            select k.*, c.number as customer_number, c.short_name as customer, u.name as account_executive,
                   b.number as follows, n.number as followed_by
              from aftersales.service_contract k
              join foundation.customer c on c.id = k.customer_id
              left join foundation.app_user u on u.id = c.account_executive_id
              left join aftersales.service_contract b on b.id = k.follows_id
              left join aftersales.service_contract n on n.follows_id = k.id
             where k.number = ? and %s
            """;

    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The day of the company's zone, by which contracts run. */
    public LocalDate today(Viewer viewer) {
        return dayOf(clock.instant());
    }

    /** Those ending last first; one statement whatever its size. */
    public Page<ContractRow> rows(Viewer viewer, ContractFilter filter, PageRequest request) {
        var today = today(viewer);
        var where = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        where.add(ContractScope.of(viewer));
        if (filter.found() != null) {
            where.add("k.id in (:found)");
            params.put("found", filter.found().isEmpty() ? Set.of(-1L) : filter.found());
        }
        if (filter.customer() != null) {
            where.add("k.customer_id = (select id from foundation.customer where number = :customer)");
            params.put("customer", filter.customer());
        }
        if (filter.standing() != null) {
            where.add(standing(filter.standing()));
            params.put("today", today);
        }
        var cursor = request.cursor();
        if (cursor != null) {
            where.add("(k.ends_on, k.id) %s (cast(:from as date), :fromId)".formatted(request.backwards() ? ">" : "<"));
            params.put("from", cursor.value(0));
            params.put("fromId", cursor.id());
        }
        params.put("limit", request.size() + 1);
        var direction = request.backwards() ? "asc" : "desc";
        try {
            var fetched = jdbc.sql("""
                            select k.*, c.number as customer_number, c.short_name as customer,
                                   (select count(*) from aftersales.service_contract_product p where p.contract_id = k.id)
                                       as products
                              from aftersales.service_contract k
                              join foundation.customer c on c.id = k.customer_id
                             where %1$s
                             order by k.ends_on %2$s, k.id %2$s limit :limit
                            """.formatted(String.join(" and ", where), direction))
                    .params(params)
                    .query((row, n) -> row(row, today))
                    .list();
            return Page.cut(fetched, request, row -> Cursor.of(row.endsOn(), row.id()));
        } catch (DataIntegrityViolationException nonsense) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    /** Throws {@link NotFound} for an unknown number and for a contract out of the viewer's scope. */
    public ContractDetail detail(Viewer viewer, String number) {
        var today = today(viewer);
        return jdbc.sql(DETAIL.formatted(ContractScope.of(viewer)))
                .param(number)
                .query((row, n) -> detail(row, today))
                .optional()
                .orElseThrow(() -> new NotFound("contract", number));
    }

    /**
     * What covers a question, on the day of the company's zone on which it was asked.
     *
     * @param product id of the product it is about, with its warranty; both null while nobody has said which
     */
    public Coverage coverage(
            Viewer viewer, long customer, @Nullable Long product, @Nullable Warranty warranty, Instant asked) {
        var contracts = jdbc.sql("""
                        select k.number, k.everything, k.starts_on as starts, k.ends_on as ends,
                               exists (select 1 from aftersales.service_contract_product p
                                        where p.contract_id = k.id and p.product_id = :product) as names_product
                          from aftersales.service_contract k
                         where k.customer_id = :customer and k.state = 'ACTIVE'
                         order by k.ends_on desc limit 100
                        """)
                .param("customer", customer)
                .param("product", product == null ? 0 : product)
                .query(Coverage.Cover.class)
                .list();
        return Coverage.of(contracts, product == null ? null : warranty, dayOf(asked));
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.of(settings.get(Setting.COMPANY_ZONE)));
    }

    private static String standing(ContractStanding standing) {
        return switch (standing) {
            case DRAFT -> "k.state = 'DRAFT'";
            case CANCELLED -> "k.state = 'CANCELLED'";
            case AHEAD -> "k.state = 'ACTIVE' and k.starts_on > :today";
            case RUNNING -> "k.state = 'ACTIVE' and k.starts_on <= :today and k.ends_on - k.notice_days > :today";
            case ENDING ->
                "k.state = 'ACTIVE' and k.starts_on <= :today and k.ends_on >= :today"
                        + " and k.ends_on - k.notice_days <= :today";
            case OVER -> "k.state = 'ACTIVE' and k.ends_on < :today";
        };
    }

    private static ContractStanding standing(ResultSet row, LocalDate today) throws SQLException {
        return ContractStanding.of(
                ContractState.valueOf(row.getString("state")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("notice_days"),
                today);
    }

    private static ContractRow row(ResultSet row, LocalDate today) throws SQLException {
        return new ContractRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("everything"),
                row.getInt("products"),
                standing(row, today),
                row.getInt("version"));
    }

    private ContractDetail detail(ResultSet row, LocalDate today) throws SQLException {
        long id = row.getLong("id");
        var noticed = row.getTimestamp("noticed_at");
        return new ContractDetail(
                new ContractId(id),
                row.getInt("version"),
                row.getString("number"),
                row.getString("name"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getString("account_executive"),
                ContractState.valueOf(row.getString("state")),
                standing(row, today),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("everything"),
                row.getBigDecimal("hours"),
                row.getObject("visits", Integer.class),
                row.getObject("tickets", Integer.class),
                row.getInt("notice_days"),
                noticed == null ? null : noticed.toInstant(),
                row.getString("follows"),
                row.getString("followed_by"),
                row.getString("ended_because"),
                row.getString("notes"),
                covered(id));
    }

    private List<ContractDetail.Covered> covered(long contract) {
        return jdbc.sql("""
                        select ip.code, ip.serial, ip.model from aftersales.service_contract_product p
                          join aftersales.installed_product ip on ip.id = p.product_id
                         where p.contract_id = ? order by ip.code limit 1000
                        """).param(contract).query(ContractDetail.Covered.class).list();
    }
}

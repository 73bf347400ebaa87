package io.throughline.foundation.customer;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one customer with everything on its page; what the viewer may not see is {@link NotFound}. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerDetailQueries {

    private final JdbcClient jdbc;
    private final CustomerScope scope;

    /** By number, for example {@code C-00012}. */
    public CustomerDetail require(Viewer viewer, String number) {
        return jdbc.sql("""
                        select c.*, u.name as account_executive, w.name_zh as calendar_zh, w.name_en as calendar_en,
                               array(select d.domain from foundation.customer_domain d
                                      where d.customer_id = c.id order by d.domain) as domains,
                               (select count(*) from foundation.contact k where k.customer_id = c.id and k.active) as contacts,
                               (select count(*) from foundation.site s where s.customer_id = c.id and s.active) as sites
                          from foundation.customer c
                          left join foundation.app_user u on u.id = c.account_executive_id
                          left join foundation.work_calendar w on w.id = c.calendar_id
                         where c.number = :number and %s
                        """.formatted(scope.of(viewer)))
                .param("number", number)
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("customer", number));
    }

    /** Living contacts first, managers before the others, then the inactive ones. */
    public List<ContactDetail> contacts(Viewer viewer, CustomerId customer) {
        return jdbc.sql("""
                        select k.id, k.version, k.name, k.title, k.email, k.mobile, k.phone, k.locale, k.manager, k.active,
                               k.site_id, s.name as site, u.login, k.changed_at
                          from foundation.contact k
                          join foundation.customer c on c.id = k.customer_id and %s
                          left join foundation.site s on s.id = k.site_id
                          left join lateral (select a.login from foundation.app_user a
                                              where a.contact_id = k.id and a.active order by a.id limit 1) u on true
                         where k.customer_id = :customer
                         order by k.active desc, k.manager desc, k.name collate "zh-Hans-CN-x-icu", k.id
                        """.formatted(scope.of(viewer)))
                .param("customer", customer.value())
                .query((row, n) -> contact(row))
                .list();
    }

    /** One contact of the customer. */
    public ContactDetail contact(Viewer viewer, CustomerId customer, ContactId id) {
        return contacts(viewer, customer).stream()
                .filter(contact -> contact.id() == id.value())
                .findFirst()
                .orElseThrow(() -> new NotFound("contact", id.value()));
    }

    /** Living sites first. */
    public List<SiteDetail> sites(Viewer viewer, CustomerId customer) {
        return jdbc.sql("""
                        select s.id, s.version, s.name, s.address, s.zone, s.active
                          from foundation.site s
                          join foundation.customer c on c.id = s.customer_id and %s
                         where s.customer_id = :customer
                         order by s.active desc, s.name collate "zh-Hans-CN-x-icu", s.id
                        """.formatted(scope.of(viewer)))
                .param("customer", customer.value())
                .query(SiteDetail.class)
                .list();
    }

    /** One site of the customer. */
    public SiteDetail site(Viewer viewer, CustomerId customer, SiteId id) {
        return sites(viewer, customer).stream()
                .filter(site -> site.id() == id.value())
                .findFirst()
                .orElseThrow(() -> new NotFound("site", id.value()));
    }

    private static CustomerDetail detail(ResultSet row) throws SQLException {
        return new CustomerDetail(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("number"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("credit_code"),
                CustomerTier.valueOf(row.getString("tier")),
                row.getObject("account_executive_id", Long.class),
                row.getString("account_executive"),
                row.getString("industry"),
                row.getString("address"),
                row.getString("website"),
                row.getString("notes"),
                List.of((String[]) row.getArray("domains").getArray()),
                row.getObject("calendar_id", Long.class),
                row.getString("calendar_zh"),
                row.getString("calendar_en"),
                row.getBoolean("archived"),
                row.getInt("contacts"),
                row.getInt("sites"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static ContactDetail contact(ResultSet row) throws SQLException {
        return new ContactDetail(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("title"),
                row.getString("email"),
                row.getString("mobile"),
                row.getString("phone"),
                row.getString("locale"),
                row.getBoolean("manager"),
                row.getBoolean("active"),
                row.getObject("site_id", Long.class),
                row.getString("site"),
                row.getString("login"),
                row.getTimestamp("changed_at").toInstant());
    }
}

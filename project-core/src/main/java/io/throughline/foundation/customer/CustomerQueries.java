package io.throughline.foundation.customer;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads customers as far as the viewer may see them, see {@link CustomerScope}, and offers them by name to choose from. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerQueries {

    private final JdbcClient jdbc;
    private final CustomerScope scope;

    /** The customer's id behind its number, for example {@code C-00012}; throws {@link NotFound}. */
    public CustomerId require(Viewer viewer, String number) {
        return jdbc.sql("select id from foundation.customer c where c.number = :number and " + scope.of(viewer))
                .param("number", number)
                .query(Long.class)
                .optional()
                .map(CustomerId::new)
                .orElseThrow(() -> new NotFound("customer", number));
    }

    /** Whether the viewer may see the customer. */
    public boolean sees(Viewer viewer, CustomerId customer) {
        return jdbc.sql("select exists (select 1 from foundation.customer c where c.id = ? and " + scope.of(viewer)
                        + ")")
                .param(customer.value())
                .query(Boolean.class)
                .single();
    }

    /** For choosing one in a form: not archived, by short name in pinyin order. */
    public List<CustomerOption> options(Viewer viewer) {
        return options(scope.of(viewer));
    }

    /**
     * For whom a project may be begun: every living customer, by number and short name and nothing else. Whoever leads
     * the project sees the customer from then on.
     */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public List<CustomerOption> choices(Viewer viewer) {
        return options("true");
    }

    /** The living customer of the number, to begin a project for; throws {@link NotFound}. */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public CustomerId requireChoice(Viewer viewer, String number) {
        return jdbc.sql("select id from foundation.customer where number = ? and not archived")
                .param(number)
                .query(Long.class)
                .optional()
                .map(CustomerId::new)
                .orElseThrow(() -> new NotFound("customer", number));
    }

    /** Whether a project may be begun for the customer. */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public boolean isChoice(Viewer viewer, CustomerId customer) {
        return jdbc.sql("select exists (select 1 from foundation.customer where id = ? and not archived)")
                .param(customer.value())
                .query(Boolean.class)
                .single();
    }

    private List<CustomerOption> options(String condition) {
        return jdbc.sql("""
                        select c.id, c.number, c.short_name as name from foundation.customer c
                         where not c.archived and %s
                         order by c.short_name collate "zh-Hans-CN-x-icu", c.id
                        """.formatted(condition)).query(CustomerOption.class).list();
    }

    /** Living contacts of a customer the viewer may see, managers first. */
    public List<ContactRow> contacts(Viewer viewer, CustomerId customer) {
        return jdbc.sql("""
                        select k.id, k.version, k.name, k.title, k.email, k.mobile, k.phone, k.locale, k.manager,
                               k.site_id, s.name as site
                          from foundation.contact k
                          join foundation.customer c on c.id = k.customer_id and %s
                          left join foundation.site s on s.id = k.site_id
                         where k.customer_id = :customer and k.active
                         order by k.manager desc, k.name collate "zh-Hans-CN-x-icu", k.id
                        """.formatted(scope.of(viewer)))
                .param("customer", customer.value())
                .query(ContactRow.class)
                .list();
    }

    /** Whether the viewer is an account executive without a role that sees every customer, and so changes the own only. */
    public static boolean ownOnly(Viewer viewer) {
        return !viewer.isSystem() && viewer.has(Role.ACCOUNT_EXECUTIVE) && !viewer.hasAny(CustomerScope.SEE_ALL);
    }

    /** A customer to choose. */
    public record CustomerOption(long id, String number, String name) {}

    /** A contact in a list. */
    public record ContactRow(
            long id,
            int version,
            String name,
            @Nullable String title,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String phone,
            String locale,
            boolean manager,
            @Nullable Long siteId,
            @Nullable String site) {}
}

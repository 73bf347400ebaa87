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

/** Reads customers as far as the viewer may see them: the account executive's own, everybody's for the other roles. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CustomerQueries {

    /** Roles that see every customer, whatever else their holder is. */
    static final Role[] SEE_ALL = {Role.MANAGER, Role.SUPPORT_AGENT, Role.SALES, Role.PROJECT_MANAGER, Role.TECHNICIAN};

    private final JdbcClient jdbc;

    /** The customer's id behind its number, for example {@code C-00012}; throws {@link NotFound}. */
    public CustomerId require(Viewer viewer, String number) {
        return jdbc.sql("select id from foundation.customer c where c.number = :number and " + scope(viewer))
                .param("number", number)
                .param("viewer", viewer.id().value())
                .query(Long.class)
                .optional()
                .map(CustomerId::new)
                .orElseThrow(() -> new NotFound("customer", number));
    }

    /** For choosing one in a form: not archived, by short name in pinyin order. */
    public List<CustomerOption> options(Viewer viewer) {
        return jdbc.sql("""
                        select c.id, c.number, c.short_name as name from foundation.customer c
                         where not c.archived and %s
                         order by c.short_name collate "zh-Hans-CN-x-icu", c.id
                        """.formatted(scope(viewer)))
                .param("viewer", viewer.id().value())
                .query(CustomerOption.class)
                .list();
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
                        """.formatted(scope(viewer)))
                .param("customer", customer.value())
                .param("viewer", viewer.id().value())
                .query(ContactRow.class)
                .list();
    }

    /** Condition on {@code foundation.customer c} with the parameter {@code :viewer}, the user's id. */
    public static String scope(Viewer viewer) {
        return ownOnly(viewer) ? "c.account_executive_id = :viewer" : "(:viewer >= 0)";
    }

    /** Whether the viewer is an account executive without a role that sees every customer. */
    public static boolean ownOnly(Viewer viewer) {
        return !viewer.isSystem() && viewer.has(Role.ACCOUNT_EXECUTIVE) && !viewer.hasAny(SEE_ALL);
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

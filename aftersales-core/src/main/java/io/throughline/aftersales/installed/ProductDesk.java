package io.throughline.aftersales.installed;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RecordNumber;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks what a product is to point to, and gives it its number and its place in the tree. */
@Component
@RequiredArgsConstructor
class ProductDesk {

    /** Deeper than any machine is built, and no walk up ever takes longer. */
    private static final int DEEPEST = 20;

    private final InstalledProductRepository products;
    private final CustomerQueries customers;
    private final ProductScope scope;
    private final NumberSeries numbers;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** In the company's zone, in which warranties are counted. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of(settings.get(Setting.COMPANY_ZONE))));
    }

    /** Throws {@link NotFound} for a product that is not there or out of the viewer's scope. */
    InstalledProduct require(Viewer viewer, String code) {
        return jdbc.sql("select ip.id from aftersales.installed_product ip where ip.code = ? and " + scope.of(viewer))
                .param(code)
                .query(Long.class)
                .optional()
                .flatMap(products::findById)
                .orElseThrow(() -> new NotFound("installed product", code));
    }

    /** Throws {@link RuleViolation} at {@code customerId} for a customer the viewer does not know. */
    void requireCustomer(Viewer viewer, long customer) {
        if (!customers.sees(viewer, new CustomerId(customer))) {
            throw new RuleViolation("aftersales.installed.unknownCustomer").at("customerId");
        }
    }

    void requireSite(long customer, @Nullable Long site) {
        if (site != null && !exists("from foundation.site where id = ? and customer_id = ?", site, customer)) {
            throw new RuleViolation("aftersales.installed.siteOfAnother").at("siteId");
        }
    }

    private record Delivered(
            long projectId,
            @Nullable Long customerId,
            @Nullable LocalDate acceptedOn) {}

    /** The deliverable decides over the project; both must be the customer's. */
    ProductOrigin origin(SaveInstalledProduct wanted) {
        var deliverable = wanted.deliverableId();
        if (deliverable == null) {
            requireProject(wanted.projectId(), wanted.customerId());
            return new ProductOrigin(wanted.projectId(), null, null);
        }
        return jdbc.sql("""
                        select d.project_id, p.customer_id, d.accepted_on
                          from project.deliverable d join project.project p on p.id = d.project_id
                         where d.id = ? and d.deleted_at is null
                        """)
                .param(deliverable)
                .query(Delivered.class)
                .optional()
                .filter(found -> Objects.equals(found.customerId(), wanted.customerId()))
                .map(found -> new ProductOrigin(found.projectId(), deliverable, found.acceptedOn()))
                .orElseThrow(() -> new RuleViolation("aftersales.installed.deliverableOfAnother").at("deliverableId"));
    }

    private void requireProject(@Nullable Long project, long customer) {
        if (project != null && !exists("from project.project where id = ? and customer_id = ?", project, customer)) {
            throw new RuleViolation("aftersales.installed.projectOfAnother").at("projectId");
        }
    }

    /**
     * Gives the product its serial number, one of ours where it has none, and an address that no other has. Two who do so
     * at once with the same number wait for each other.
     */
    void number(InstalledProduct product, @Nullable String typed, @Nullable Long own) {
        var number = new SerialNumber(typed == null || typed.isBlank() ? nextOfOurs() : typed);
        lock("serial " + number.key());
        if (exists("""
                from aftersales.installed_product
                 where serial_key = ? and lower(model) = lower(?) and lower(manufacturer) = lower(?) and id <> ?
                """, number.key(), product.getModel(), product.getManufacturer(), own == null ? 0 : own)) {
            throw new RuleViolation("aftersales.installed.serialTaken", number.written(), product.getModel())
                    .at("serial");
        }
        product.number(number, freeCode(number.code(), own));
    }

    private String nextOfOurs() {
        int year = today().getYear();
        return RecordNumber.plain("IP", year, numbers.next("IP", year));
    }

    private String freeCode(String wanted, @Nullable Long own) {
        var taken = jdbc.sql("""
                        select code from aftersales.installed_product
                         where code in (select :code union all select :code || '~' || n from generate_series(2, 99) n)
                           and id <> :own
                        """)
                .param("code", wanted)
                .param("own", own == null ? 0 : own)
                .query(String.class)
                .set();
        var code = wanted;
        for (int n = 2; taken.contains(code); n++) {
            code = wanted + "~" + n;
        }
        return code;
    }

    /**
     * The product of which another is to be a part: of the same customer, in use, and no part of it itself. Trees of one
     * customer are changed one after the other, so that two changes at once do not close a circle.
     */
    @Nullable
    Long parent(Viewer viewer, @Nullable String code, long customer, @Nullable Long own) {
        if (code == null || code.isBlank()) {
            return null;
        }
        lock("tree of " + customer);
        var parent = jdbc.sql("""
                        select ip.id from aftersales.installed_product ip
                         where ip.code = :code and ip.customer_id = :customer and ip.state = 'IN_USE' and %s
                        """.formatted(scope.of(viewer)))
                .param("code", code.strip())
                .param("customer", customer)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.installed.unknownParent", code.strip()).at("parent"));
        var above = ancestors(parent);
        if (own != null && above.contains(own)) {
            throw new RuleViolation("aftersales.installed.circle", code.strip()).at("parent");
        }
        if (above.size() >= DEEPEST) {
            throw new RuleViolation("aftersales.installed.tooDeep", DEEPEST).at("parent");
        }
        return parent;
    }

    boolean hasParts(long product) {
        return exists("from aftersales.installed_product where parent_id = ?", product);
    }

    /** The product itself and all it is a part of. */
    private List<Long> ancestors(long product) {
        return jdbc.sql("""
                        with recursive up as (
                            select id, parent_id from aftersales.installed_product where id = ?
                            union
                            select p.id, p.parent_id from aftersales.installed_product p join up on p.id = up.parent_id)
                        select id from up
                        """).param(product).query(Long.class).list();
    }

    private void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("installed product " + what)
                .query((row, n) -> true)
                .single();
    }

    private boolean exists(String from, Object... params) {
        return jdbc.sql("select exists (select 1 " + from + ")")
                .params(params)
                .query(Boolean.class)
                .single();
    }
}

package io.throughline.aftersales.installed;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who records that something is about a product whose it is and where it came from. */
@Component
@RequiredArgsConstructor
public class ProductOrigins {

    private static final String ORIGIN = """
            select ip.id, ip.customer_id, ip.project_id, ip.deliverable_id from aftersales.installed_product ip
             where %s
            """;

    private final JdbcClient jdbc;
    private final ProductScope scope;

    /** Whose a product is, and what it was delivered as. */
    public record Origin(
            long id,
            long customerId,
            @Nullable Long projectId,
            @Nullable Long deliverableId) {}

    /** Whoever asks; empty for an unknown id. */
    public Optional<Origin> of(long product) {
        return jdbc.sql(ORIGIN.formatted("ip.id = ?"))
                .param(product)
                .query(Origin.class)
                .optional();
    }

    /** As far as the viewer may see it. */
    public Optional<Origin> of(Viewer viewer, long product) {
        return jdbc.sql(ORIGIN.formatted("ip.id = ? and " + scope.of(viewer)))
                .param(product)
                .query(Origin.class)
                .optional();
    }

    /** By code, as far as the viewer may see it. */
    public Optional<Origin> of(Viewer viewer, String code) {
        return jdbc.sql(ORIGIN.formatted("ip.code = ? and " + scope.of(viewer)))
                .param(code.strip())
                .query(Origin.class)
                .optional();
    }

    /**
     * The product in use that somebody of its customer names by what stands on it, even one who may not list them.
     * Throws {@link RuleViolation} at {@code product} where there is none.
     */
    public Origin named(long customer, String serial) {
        return jdbc.sql(ORIGIN.formatted("""
                        ip.customer_id = :customer and ip.state = 'IN_USE'
                           and (ip.code = :code or ip.serial_key = :key) order by ip.code <> :code limit 1
                        """))
                .param("customer", customer)
                .param("code", serial.strip().toUpperCase(Locale.ROOT))
                .param("key", SerialNumber.key(serial))
                .query(Origin.class)
                .optional()
                .orElseThrow(
                        () -> new RuleViolation("aftersales.installed.unknownSerial", serial.strip()).at("product"));
    }
}

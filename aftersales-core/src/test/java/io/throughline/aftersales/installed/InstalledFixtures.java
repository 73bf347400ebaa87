package io.throughline.aftersales.installed;

import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Installed products and what they came from, made where a test needs them. */
@TestComponent
@RequiredArgsConstructor
public class InstalledFixtures {

    private static final Viewer SYSTEM = Viewer.system("test");

    private final InstalledProducts products;
    private final JdbcClient jdbc;

    /** The code of a product of model SC-12. */
    public String product(CustomerId customer, @Nullable String serial) {
        return products.register(SYSTEM, wanted(customer, serial, null, null));
    }

    public static SaveInstalledProduct wanted(
            CustomerId customer, @Nullable String serial, @Nullable String parent, @Nullable Long deliverable) {
        return new SaveInstalledProduct(
                serial,
                null,
                "SC-12",
                "2.1",
                "堆垛机",
                "Stacker crane",
                customer.value(),
                null,
                null,
                deliverable,
                parent,
                null,
                null,
                null,
                null,
                WarrantyRule.ACCEPTANCE,
                12,
                null,
                null);
    }

    /** @param projectId the project it is of */
    public record Delivered(long id, long projectId, String key) {}

    /** A deliverable of a project of the customer, accepted on the day and signed by 李敏. */
    public Delivered accepted(CustomerId customer, LocalDate on) {
        var key = "P" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 6);
        long project = jdbc.sql("""
                        insert into project.project (id, version, key, name, customer_id, internal, visibility, zone, phase, status,
                               health, health_since, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :key, '立体库', :customer, false, 'INTERNAL', 'Asia/Shanghai',
                               'EXECUTION', 'ACTIVE', 'GREEN', now(), now(), now())
                        returning id
                        """)
                .param("key", key)
                .param("customer", customer.value())
                .query(Long.class)
                .single();
        long id = jdbc.sql("""
                        insert into project.deliverable (id, version, project_id, number, name, status, round, accepted_on,
                               created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :project, 1, '堆垛机系统', 'ACCEPTED', 1, :on, now(), now())
                        returning id
                        """)
                .param("project", project)
                .param("on", on)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into project.acceptance_record (id, version, deliverable_id, round, submitted_at, decision,
                               signed_name, content_hash, decided_at, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :deliverable, 1, now(), 'ACCEPTED', '李敏', 'abc123def4567',
                               now(), now(), now())
                        """).param("deliverable", id).update();
        return new Delivered(id, project, key);
    }
}

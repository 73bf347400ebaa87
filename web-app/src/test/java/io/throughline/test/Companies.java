package io.throughline.test;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers and their contacts for page tests; sign a contact in by {@link SignInAs#contact}. */
@TestComponent
@RequiredArgsConstructor
public class Companies {

    private final JdbcClient jdbc;

    /** The id of a new customer. */
    public long customer() {
        return customer("蓝山数据有限公司", "蓝山数据");
    }

    public long customer(String name, String shortName) {
        return jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, 'C-' || nextval('foundation.id_seq'), ?, ?,
                               'STANDARD', now(), now())
                        returning id
                        """).params(name, shortName).query(Long.class).single();
    }

    /** The id of a new contact who sees the own requests. */
    public long contact(long customer) {
        return contact(customer, false);
    }

    /** The id of a new contact who sees all of the customer's records. */
    public long manager(long customer) {
        return contact(customer, true);
    }

    private long contact(long customer, boolean manager) {
        return jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at,
                               changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, '李敏', 'zh-CN', ?, now(), now())
                        returning id
                        """).params(customer, manager).query(Long.class).single();
    }
}

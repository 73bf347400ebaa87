package io.throughline.foundation.customer;

import io.throughline.foundation.people.PortalIdentity;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A portal user sees what the contact behind the sign-in belongs to. */
@Component
@RequiredArgsConstructor
class ContactIdentity implements PortalIdentity {

    private final JdbcClient jdbc;

    @Override
    public Optional<PortalContact> of(long contactId) {
        return jdbc.sql("select customer_id, manager from foundation.contact where id = ? and active")
                .param(contactId)
                .query((row, n) -> new PortalContact(row.getLong("customer_id"), row.getBoolean("manager")))
                .optional();
    }
}

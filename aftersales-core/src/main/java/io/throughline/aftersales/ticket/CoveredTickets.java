package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was asked for under a contract: a fact of the contract, the same for whoever may read it. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class CoveredTickets {

    private final TicketRules rules;
    private final JdbcClient jdbc;

    /**
     * Tickets of the customer opened within the days, cancelled and merged ones aside.
     *
     * @param products codes of the products they must be about; null for any
     * @param to the last day, of the company's zone as the first
     */
    public int opened(Viewer viewer, long customer, @Nullable Set<String> products, LocalDate from, LocalDate to) {
        var zone = rules.companyZone();
        return jdbc.sql("""
                        select count(*) from aftersales.ticket t
                         where t.customer_id = :customer and t.opened_at >= :from and t.opened_at < :behind
                           and t.status not in ('CANCELLED', 'MERGED')
                           and (:any or t.installed_product_id in (select ip.id from aftersales.installed_product ip
                                                                    where ip.code = any(:products)))
                        """)
                .param("customer", customer)
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param(
                        "behind",
                        Timestamp.from(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("any", products == null)
                .param("products", products == null ? new String[0] : products.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}

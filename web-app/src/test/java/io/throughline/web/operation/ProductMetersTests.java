package io.throughline.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketOpened;
import io.throughline.test.WebTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@WebTest
class ProductMetersTests {

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductMeters product;

    @Test
    void readsWhatWaitsFromTheDatabase() {
        double before = meters.get("throughline.outbox.pending").gauge().value();
        jdbc.sql("""
                        insert into foundation.outbox_mail (recipient, template, locale, data, message_id, created_at, next_at, state)
                        values ('x@example.com', 'notices', 'en', '{}', '<meter@test>', now(), now(), 'PENDING')
                        """).update();

        assertThat(meters.get("throughline.outbox.pending").gauge().value()).isEqualTo(before + 1);
        assertThat(meters.get("throughline.outbox.failed").gauge().value()).isZero();
        assertThat(meters.get("throughline.jobs.running").gauge().value()).isZero();
        assertThat(meters.get("throughline.jobs.queued").gauge().value()).isZero();
        assertThat(meters.get("throughline.imports.day").gauge().value()).isZero();
        assertThat(meters.get("throughline.live.streams").gauge().value()).isZero();
    }

    @Test
    void countsATicketOnlyOnceItIsKept() {
        double before = meters.get("throughline.tickets.opened").counter().count();

        product.opened(opened());
        TestTransaction.end();
        assertThat(meters.get("throughline.tickets.opened").counter().count()).isEqualTo(before);

        product.opened(opened());
        assertThat(meters.get("throughline.tickets.opened").counter().count()).isEqualTo(before + 1);
    }

    private static TicketOpened opened() {
        return new TicketOpened(
                new TicketId(1), "T-1", TicketKind.FEEDBACK, null, null, false, Instant.parse("2026-11-20T08:00:00Z"));
    }
}

package io.throughline.web.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.aftersales.ticket.TicketOpened;
import io.throughline.aftersales.ticket.TicketResolved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What tells an operator whether the product works, beside what the libraries measure: counters of this node since its
 * start, gauges of all nodes, read when they are asked for.
 */
@Component
class ProductMeters {

    private final JdbcClient jdbc;
    private final Counter opened;
    private final Counter resolved;

    ProductMeters(MeterRegistry meters, JdbcClient jdbc) {
        this.jdbc = jdbc;
        opened = meters.counter("throughline.tickets.opened");
        resolved = meters.counter("throughline.tickets.resolved");
        Gauge.builder("throughline.outbox.pending", () -> count("""
                        select count(*) from foundation.outbox_mail where state = 'PENDING'
                        """)).register(meters);
        Gauge.builder("throughline.outbox.failed", () -> count("""
                        select count(*) from foundation.outbox_mail where state = 'DEAD'
                        """)).register(meters);
        Gauge.builder("throughline.jobs.running", () -> count("""
                        select count(*) from foundation.job where state = 'RUNNING'
                        """)).register(meters);
        Gauge.builder("throughline.jobs.queued", () -> count("""
                        select count(*) from foundation.job where state = 'QUEUED'
                        """)).register(meters);
        Gauge.builder("throughline.imports.day", () -> count("""
                        select count(*) from project.plan_upload where project_key is not null
                        """)).register(meters);
    }

    @EventListener
    void opened(TicketOpened event) {
        onceKept(opened);
    }

    @EventListener
    void resolved(TicketResolved event) {
        onceKept(resolved);
    }

    /** A synchronization rather than a transactional listener: those are logged in the database, one row an event. */
    private static void onceKept(Counter counter) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            counter.increment();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counter.increment();
            }
        });
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

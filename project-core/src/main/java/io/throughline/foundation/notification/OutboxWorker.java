package io.throughline.foundation.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's postman: goes when a mail was written anywhere, and every few seconds for what became due meanwhile; rests
 * longer and longer while the mail server is away.
 */
@Slf4j
@Component
class OutboxWorker implements SmartLifecycle, LiveListener {

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final ObjectProvider<MailCarrier> carriers;
    private final ObjectProvider<MessageRenderer> renderers;
    private final OutboxDrain drain;
    private final NoticeMails noticeMails;
    private final boolean enabled;
    private final Semaphore wake = new Semaphore(0);

    private volatile boolean running;
    private volatile boolean reachable = true;
    private @Nullable Thread thread;

    OutboxWorker(
            ObjectProvider<MailCarrier> carriers,
            ObjectProvider<MessageRenderer> renderers,
            OutboxDrain drain,
            NoticeMails noticeMails,
            @Value("${throughline.outbox.enabled:true}") boolean enabled) {
        this.carriers = carriers;
        this.renderers = renderers;
        this.drain = drain;
        this.noticeMails = noticeMails;
        this.enabled = enabled;
    }

    @Override
    public void heard(LiveEvent event) {
        if (reachable && event.topic().equals(Outbox.TOPIC)) {
            wake.release();
        }
    }

    @Override
    public void start() {
        var carrier = carriers.getIfAvailable();
        var renderer = renderers.getIfAvailable();
        if (!enabled || carrier == null || renderer == null) {
            return;
        }
        running = true;
        var working = new Thread(() -> work(carrier, renderer), "outbox");
        working.setDaemon(true);
        thread = working;
        working.start();
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        var working = thread;
        if (working != null) {
            try {
                working.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work(MailCarrier carrier, MessageRenderer renderer) {
        var rest = ROUND;
        while (running) {
            reachable = goOnce(carrier, renderer);
            rest = reachable ? ROUND : longer(rest);
            try {
                if (wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean goOnce(MailCarrier carrier, MessageRenderer renderer) {
        try {
            if (!carrier.isConfigured()) {
                return true;
            }
            noticeMails.collect();
            return drain.drain(carrier, renderer, () -> running);
        } catch (RuntimeException e) {
            log.error("the outbox could not be drained", e);
            return false;
        }
    }

    private static Duration longer(Duration rest) {
        var twice = rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
    }
}

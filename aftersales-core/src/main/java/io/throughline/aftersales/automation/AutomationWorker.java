package io.throughline.aftersales.automation;

import java.util.concurrent.Semaphore;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sees to what this node heard as soon as it is committed; {@link AutomationSweep} is the safety net. */
@Slf4j
@Component
class AutomationWorker implements SmartLifecycle {

    private final AutomationSweep sweep;
    private final boolean enabled;
    private final Semaphore wake = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;

    AutomationWorker(AutomationSweep sweep, @Value("${throughline.jobs.enabled:true}") boolean enabled) {
        this.sweep = sweep;
        this.enabled = enabled;
    }

    @TransactionalEventListener
    void on(AutomationQueue.News news) {
        if (running) {
            wake.release();
        }
    }

    @Override
    public void start() {
        if (enabled) {
            running = true;
            var working = new Thread(this::work, "automation");
            working.setDaemon(true);
            thread = working;
            working.start();
        }
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

    private void work() {
        while (running) {
            try {
                wake.acquire();
                wake.drainPermits();
                if (running) {
                    sweep.drain();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                log.error("automation rules could not run; they are tried again in a moment", failed);
            }
        }
    }
}

package io.throughline.web.mail;

import io.throughline.aftersales.mail.MailboxReading;
import io.throughline.aftersales.mail.MailboxReading.Access;
import io.throughline.foundation.people.Viewer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the mailboxes: waits at each for what comes (IDLE) and looks every minute besides. A mail is marked or removed only
 * after it is stored here; a mailbox that cannot be reached is tried again, and its page says why.
 */
@Slf4j
@Component
class MailboxWatch implements SmartLifecycle {

    private static final Viewer SYSTEM = Viewer.system("mailbox");
    private static final int ROUND_SECONDS = 15;
    private static final int LOOK_SECONDS = 60;
    private static final int MEBIBYTE = 1 << 20;

    private final MailboxReading reading;
    private final boolean enabled;
    private final long longest;
    private final String node = UUID.randomUUID().toString();
    private final Map<Long, Boolean> watched = new ConcurrentHashMap<>();

    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable ScheduledExecutorService rounds;
    private @Nullable ExecutorService readers;

    MailboxWatch(
            MailboxReading reading,
            @Value("${throughline.mailbox.enabled:true}") boolean enabled,
            @Value("${throughline.mail.max-mebibytes:50}") long mebibytes) {
        this.reading = reading;
        this.enabled = enabled;
        this.longest = mebibytes * MEBIBYTE;
    }

    @Override
    public void start() {
        if (!enabled) {
            return;
        }
        stopped = new CountDownLatch(1);
        var timer = Executors.newScheduledThreadPool(2, work -> daemon(work, "mailbox-rounds"));
        var workers = Executors.newCachedThreadPool(work -> daemon(work, "mailbox"));
        rounds = timer;
        readers = workers;
        timer.scheduleWithFixedDelay(() -> look(timer, workers), ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (rounds != null) {
            rounds.shutdownNow();
        }
        if (readers != null) {
            readers.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void look(ScheduledExecutorService timer, ExecutorService workers) {
        try {
            for (long mailbox : reading.active(SYSTEM)) {
                if (watched.putIfAbsent(mailbox, true) == null) {
                    workers.execute(() -> watch(mailbox, timer));
                }
            }
        } catch (RuntimeException away) {
            log.warn("the mailboxes cannot be listed now: {}", away.getMessage());
        }
    }

    private void watch(long mailbox, ScheduledExecutorService timer) {
        try {
            var access = reading.hold(SYSTEM, mailbox, node);
            if (access.isPresent()) {
                watch(access.get(), timer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MessagingException | IOException | RuntimeException failed) {
            told(mailbox, failed);
        } finally {
            watched.remove(mailbox);
        }
    }

    /** Until it is switched off, changed or lost; then the next round begins anew. */
    private void watch(Access access, ScheduledExecutorService timer)
            throws MessagingException, IOException, InterruptedException {
        try (var box = ImapMailbox.open(access)) {
            while (isRunning() && holds(access)) {
                takeNew(access, box);
                box.await(timer, LOOK_SECONDS, stopped);
            }
        } finally {
            reading.release(SYSTEM, access.id(), node);
        }
    }

    private boolean holds(Access access) {
        return reading.hold(SYSTEM, access.id(), node).filter(access::equals).isPresent();
    }

    /** What came since the last time; the first time what nobody has read. */
    void takeNew(Access access, ImapMailbox box) throws MessagingException, IOException {
        var place = reading.place(SYSTEM, access.id());
        long validity = box.validity();
        boolean known = place.validity() != null && place.validity() == validity;
        long newest = box.newest();
        var found = known ? box.after(place.lastUid()) : box.unread();
        long last = known ? place.lastUid() : 0;
        boolean removed = false;
        for (var mail : found) {
            if (mail.size() > longest) {
                log.warn("mail {} in {} is longer than allowed and stays there", mail.uid(), access);
            } else {
                reading.take(SYSTEM, access.id(), mail.source());
                box.taken(mail, access.removeTaken());
                removed = removed || access.removeTaken();
            }
            last = mail.uid();
            if (known) {
                reading.read(SYSTEM, access.id(), validity, last, true);
            }
        }
        if (removed) {
            box.expunge();
        }
        reading.read(SYSTEM, access.id(), validity, Math.max(last, known ? last : newest), !found.isEmpty());
    }

    private void told(long mailbox, Exception failed) {
        log.warn("mailbox {} cannot be read: {}", mailbox, failed.getMessage());
        try {
            reading.failed(SYSTEM, mailbox, String.valueOf(failed.getMessage()));
        } catch (RuntimeException away) {
            log.warn("nor can that be written down: {}", away.getMessage());
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

package io.throughline.web.admin.mail;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.web.security.TooManyCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads mails that are sent to us, none longer than allowed, and never more of them at a time than memory bears: each takes
 * as many turns as it has MiB, and waits for them.
 */
@Component
class MailSource {

    private static final int MEBIBYTE = 1 << 20;
    private static final int PATIENCE_SECONDS = 60;

    private final int limit;
    private final Semaphore turns;

    MailSource(@Value("${throughline.mail.max-mebibytes:50}") int mebibytes) {
        this.limit = mebibytes;
        int memory = (int) (Runtime.getRuntime().maxMemory() / MEBIBYTE);
        this.turns = new Semaphore(Math.max(mebibytes + 1, memory / 8), true);
    }

    interface Work<T> {
        T with(byte[] source);
    }

    /**
     * Throws 413 for a longer mail, 429 where too many long ones are on their way.
     *
     * @param declared length as the sender says it; negative where it does not
     */
    <T> T reading(InputStream body, long declared, Work<T> work) throws IOException {
        if (declared > (long) limit * MEBIBYTE) {
            throw tooLong();
        }
        int weight = declared < 0 ? limit + 1 : (int) (declared / MEBIBYTE) + 1;
        take(weight);
        try {
            return work.with(bytes(body, declared));
        } finally {
            turns.release(weight);
        }
    }

    private void take(int weight) {
        try {
            if (!turns.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private byte[] bytes(InputStream body, long declared) throws IOException {
        var whole = new ByteArrayOutputStream(declared > 0 ? (int) declared : 8_192);
        var buffer = new byte[65_536];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (whole.size() + (long) read > (long) limit * MEBIBYTE) {
                throw tooLong();
            }
            whole.write(buffer, 0, read);
        }
        return whole.toByteArray();
    }

    private static TooManyCalls busy() {
        return new TooManyCalls("aftersales.mail.busy", Duration.ofSeconds(30));
    }

    private RuleViolation tooLong() {
        return new RuleViolation("aftersales.mail.tooLong", limit);
    }
}

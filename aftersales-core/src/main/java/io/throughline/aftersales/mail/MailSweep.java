package io.throughline.aftersales.mail;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Takes up mails that were stored but not decided about: a node died in between, or the database was away. */
@Component
@RequiredArgsConstructor
class MailSweep implements RecurringWork {

    private static final int BATCH = 50;

    private final MailRecords records;
    private final MailDoor door;

    @Override
    public String name() {
        return "aftersales.mail.waiting";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofSeconds(30));
    }

    @Override
    public void run(Instant now) {
        records.waiting(BATCH).forEach(door::settleWaiting);
    }
}

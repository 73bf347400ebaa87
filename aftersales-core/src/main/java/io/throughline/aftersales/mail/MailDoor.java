package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where every mail comes in (service rules 18 to 23). The source is stored first; what is decided afterwards may fail and is
 * tried again until the mail is a message, a ticket or a refused record with its source.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class MailDoor {

    private static final int MOST_ATTEMPTS = 5;

    private final MailRecords records;
    private final MailTaker taker;
    private final MailRows rows;

    /** @param team whose ticket a new one becomes; null for none */
    TakenMail take(byte[] source, MailOrigin origin, @Nullable Long mailbox, @Nullable Long team) {
        long id = records.receive(source, origin, mailbox);
        settle(id, source, team);
        return rows.require(id);
    }

    TakenMail takeAgain(long id) {
        var source = records.source(id).orElseThrow(() -> new NotFound("mail", id));
        if (!taker.openByHand(id, MailReader.read(source))) {
            throw new RuleViolation("aftersales.mail.notRefused");
        }
        return rows.require(id);
    }

    /** What was left in the middle by a node that died, or could not be decided. */
    void settleWaiting(long id) {
        records.source(id).ifPresent(source -> settle(id, source, records.team(id)));
    }

    private void settle(long id, byte[] source, @Nullable Long team) {
        try {
            taker.settle(id, MailReader.read(source), team);
        } catch (RuntimeException | StackOverflowError fault) {
            log.error("mail {} could not be taken in", id, fault);
            if (records.failed(id, MOST_ATTEMPTS)) {
                log.warn("mail {} will be tried again", id);
            }
        }
    }
}

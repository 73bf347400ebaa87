package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.mail.mime.Mails;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The same mail on all ways at once (service rule 19). */
@CoreTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SameMailTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final int WAYS = 8;

    @Autowired
    MailIntake intake;

    @Autowired
    MailRecords records;

    @Autowired
    MailDoor door;

    @Autowired
    JdbcClient jdbc;

    private final String sender = UUID.randomUUID() + "@same-mail.cn";

    @AfterEach
    void tidy() {
        jdbc.sql("delete from foundation.outbox_mail where recipient = ?")
                .param(sender)
                .update();
        jdbc.sql("delete from aftersales.ticket where requester_address = ?")
                .param(sender)
                .update();
        jdbc.sql("delete from aftersales.mail where sender = ?").param(sender).update();
    }

    @Test
    void makesOneMessageHoweverOftenItComesAtOnce() throws Exception {
        var source = mail("Message-ID: <" + sender + ">\n");

        assertThat(takeAtOnce(source)).extracting(TakenMail::state).containsOnlyOnce(MailState.ACCEPTED);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void knowsTheSameBytesWithoutAnId() throws Exception {
        assertThat(takeAtOnce(mail(""))).extracting(TakenMail::state).containsOnlyOnce(MailState.ACCEPTED);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void takesUpWhatWasOnlyStored() {
        long id = records.receive(mail("Message-ID: <" + sender + ">\n"), MailOrigin.API, null);
        assertThat(tickets()).isZero();

        door.settleWaiting(id);
        door.settleWaiting(id);

        assertThat(tickets()).isEqualTo(1);
    }

    private byte[] mail(String header) {
        return Mails.of("From: " + sender + "\nSubject: same\n" + header + "\nwords")
                .bytes();
    }

    private int tickets() {
        return jdbc.sql("select count(*) from aftersales.ticket where requester_address = ?")
                .param(sender)
                .query(Integer.class)
                .single();
    }

    private List<TakenMail> takeAtOnce(byte[] source) throws Exception {
        var together = new CyclicBarrier(WAYS);
        var work = new ArrayList<Callable<TakenMail>>();
        for (int i = 0; i < WAYS; i++) {
            work.add(() -> {
                together.await();
                return intake.take(SYSTEM, source);
            });
        }
        var pool = Executors.newFixedThreadPool(WAYS);
        var taken = new ArrayList<TakenMail>();
        try {
            for (var one : pool.invokeAll(work)) {
                taken.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }
        return taken;
    }
}

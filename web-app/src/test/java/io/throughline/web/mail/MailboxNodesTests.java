package io.throughline.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.ThroughlineApplication;
import io.throughline.aftersales.mail.MailboxReading;
import io.throughline.aftersales.mail.MailboxReading.Access;
import io.throughline.aftersales.mail.MailboxSecurity;
import io.throughline.aftersales.mail.Mailboxes;
import io.throughline.aftersales.mail.SaveMailbox;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One mailbox and more than one node: one reads, and where two do all the same, each mail counts once. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        properties = {
            "throughline.outbox.enabled=false",
            "throughline.mailbox.enabled=false",
            "throughline.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@Import(TestDatabase.class)
class MailboxNodesTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final int MAILS = 20;

    @Autowired
    MailboxWatch watch;

    @Autowired
    MailboxReading reading;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takeEachMailOnceThoughBothReadAtATime() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            var user = server.setUser("support@acme.cn", "support", "secret");
            for (int i = 0; i < MAILS; i++) {
                deliver(user, i);
            }
            var access = mailbox(server.getImap().getPort());
            assertThat(reading.hold(SYSTEM, access.id(), "second"))
                    .as("one holds it")
                    .isEmpty();

            bothAtOnce(access);

            assertThat(jdbc.sql("select subject from aftersales.ticket order by subject")
                            .query(String.class)
                            .list())
                    .hasSize(MAILS)
                    .doesNotHaveDuplicates();
            assertThat(jdbc.sql("select count(*) from aftersales.ticket_message")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(MAILS);
            assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessages())
                    .allSatisfy(mail -> assertThat(mail.getFlags().contains(jakarta.mail.Flags.Flag.SEEN))
                            .isTrue());
        } finally {
            server.stop();
        }
    }

    /** As where the first node stood still for longer than it may hold the mailbox. */
    private void bothAtOnce(Access access) throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            try (var box = ImapMailbox.open(access)) {
                together.await();
                watch.takeNew(access, box);
                return true;
            }
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private Access mailbox(int port) {
        long id = mailboxes.add(
                SYSTEM,
                new SaveMailbox(
                        "客服",
                        "support@acme.cn",
                        "127.0.0.1",
                        port,
                        MailboxSecurity.NONE,
                        "support",
                        "secret",
                        "INBOX",
                        null,
                        false,
                        true,
                        null));
        return reading.hold(SYSTEM, id, "first").orElseThrow();
    }

    /** Every second one without a Message-ID. */
    private static void deliver(GreenMailUser user, int number) throws Exception {
        var id = number % 2 == 0 ? "Message-ID: <" + number + "@customer.cn>\r\n" : "";
        var source = "From: li" + number + "@customer.cn\r\nSubject: m" + number + "\r\n" + id + "\r\nwords " + number;
        user.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))) {
                    @Override
                    protected void updateMessageID() {
                        // as it is
                    }
                });
    }
}

package io.throughline.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.aftersales.mail.MailboxQueries;
import io.throughline.aftersales.mail.MailboxReading;
import io.throughline.aftersales.mail.MailboxReading.Access;
import io.throughline.aftersales.mail.MailboxSecurity;
import io.throughline.aftersales.mail.Mailboxes;
import io.throughline.aftersales.mail.SaveMailbox;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reading a mailbox on a real IMAP server. */
@WebTest
class MailboxWatchTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final String NODE = "here";

    @Autowired
    MailboxWatch watch;

    @Autowired
    MailboxReading reading;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    MailboxQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void aServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("support@acme.cn", "support", "canary-secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void takesUnreadMailsFirstAndLaterWhatComes() throws Exception {
        deliver("seen before").setFlag(Flags.Flag.SEEN, true);
        deliver("unread");
        var access = hold(false);

        read(access);
        assertThat(subjects()).containsExactly("unread");
        deliver("later");
        read(access);
        read(access);

        assertThat(subjects()).containsExactly("unread", "later");
        assertThat(inbox()).hasSize(3);
    }

    @Test
    void removesAMailOnlyOnceItIsStored() throws Exception {
        deliver("goes");
        var access = hold(true);

        read(access);

        assertThat(subjects()).containsExactly("goes");
        assertThat(inbox()).isEmpty();
        assertThat(jdbc.sql("select count(*) from aftersales.mail_source")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void isWokenByTheServerWhenAMailComes() throws Exception {
        var access = hold(false);
        var alarm = Executors.newSingleThreadScheduledExecutor();
        var waiting = Executors.newSingleThreadExecutor();
        try (var box = ImapMailbox.open(access)) {
            watch.takeNew(access, box);
            var woken = waiting.submit(() -> {
                box.await(alarm, 3_600, new CountDownLatch(1));
                return true;
            });

            await().pollInterval(Duration.ofMillis(200)).until(() -> {
                deliver("hello");
                return woken.isDone();
            });
            watch.takeNew(access, box);
        } finally {
            alarm.shutdownNow();
            waiting.shutdownNow();
        }

        assertThat(subjects()).isNotEmpty().containsOnly("hello");
    }

    @Test
    void looksAgainAfterAWhileWithoutBeingWoken() throws Exception {
        var access = hold(false);
        var alarm = Executors.newSingleThreadScheduledExecutor();
        try (var box = ImapMailbox.open(access)) {
            box.await(alarm, 1, new CountDownLatch(1));
            deliver("later");
            watch.takeNew(access, box);
        } finally {
            alarm.shutdownNow();
        }

        assertThat(subjects()).containsExactly("later");
    }

    @Test
    void letsOneNodeReadAtATime() {
        var access = hold(false);

        assertThat(reading.hold(SYSTEM, access.id(), "there")).isEmpty();
        assertThat(reading.hold(SYSTEM, access.id(), NODE)).isPresent();
        reading.release(SYSTEM, access.id(), NODE);
        assertThat(reading.hold(SYSTEM, access.id(), "there")).isPresent();
    }

    @Test
    void saysWhyAMailboxCannotBeReached() {
        var access = hold(false);
        server.stop();

        assertThatThrownBy(() -> ImapMailbox.open(access)).isInstanceOf(MessagingException.class);
        reading.failed(SYSTEM, access.id(), "connection refused");

        var admin = as.create(Role.ADMIN);
        assertThat(mvc.get().uri("/admin/mail/mailboxes").with(as.user(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("support@acme.cn", "connection refused");
        assertThat(mvc.get().uri("/admin/health").with(as.user(admin)))
                .bodyText()
                .contains("无法读取 1 个");
    }

    @Test
    void keepsThePasswordToItself() {
        var access = hold(false);
        var admin = as.create(Role.ADMIN);

        assertThat(mvc.get().uri("/admin/mail/mailboxes/" + access.id()).with(as.user(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("support@acme.cn")
                .doesNotContain("canary-secret");
        assertThat(access.toString()).doesNotContain("canary-secret");
    }

    @Test
    void saysOnTheStatePageThatTheKeyIsInOrder() {
        hold(false);

        assertThat(mvc.get().uri("/admin/health").with(as.user(as.create(Role.ADMIN))))
                .bodyText()
                .containsPattern("已存密码的密钥</dt>\\s*<dd>可用");
    }

    @Test
    void saysOnTheStatePageThatTheKeyIsAnotherOne() {
        long id = hold(false).id();
        jdbc.sql("update foundation.secret_key set fingerprint = 'another'").update();
        jdbc.sql("update aftersales.mailbox set password = replace(password, '{aes}', '{aes}AAAA') where id = ?")
                .param(id)
                .update();

        assertThatThrownBy(() -> reading.hold(SYSTEM, id, NODE)).hasMessageContaining("THROUGHLINE_SECRETKEY");
        assertThat(mvc.get().uri("/admin/health").with(as.user(as.create(Role.ADMIN))))
                .bodyText()
                .contains("不符：本节点的密钥不是加密时用的那个");
    }

    @Test
    void isKeptByAForm() {
        var admin = as.create(Role.ADMIN);
        var sent = mvc.post()
                .uri("/admin/mail/mailboxes")
                .param("name", "客服")
                .param("address", "Desk@acme.cn")
                .param("host", "imap.acme.cn")
                .param("port", "993")
                .param("security", "TLS")
                .param("username", "desk")
                .param("folder", "INBOX")
                .with(as.user(admin))
                .with(csrf());
        assertThat(sent).hasStatusOk().bodyText().contains("请填写密码");

        assertThat(mvc.post()
                        .uri("/admin/mail/mailboxes")
                        .param("name", "客服")
                        .param("address", "Desk@acme.cn")
                        .param("host", "imap.acme.cn")
                        .param("port", "993")
                        .param("security", "TLS")
                        .param("username", "desk")
                        .param("password", "geheim")
                        .param("folder", "INBOX")
                        .with(as.user(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(queries.all(admin))
                .extracting(MailboxQueries.MailboxRow::address)
                .contains("desk@acme.cn");
    }

    private Access hold(boolean remove) {
        long id = mailboxes.add(
                SYSTEM,
                new SaveMailbox(
                        "客服",
                        "support@acme.cn",
                        "127.0.0.1",
                        server.getImap().getPort(),
                        MailboxSecurity.NONE,
                        "support",
                        "canary-secret",
                        "INBOX",
                        null,
                        remove,
                        true,
                        null));
        return reading.hold(SYSTEM, id, NODE).orElseThrow();
    }

    private void read(Access access) throws Exception {
        try (var box = ImapMailbox.open(access)) {
            watch.takeNew(access, box);
        }
    }

    private com.icegreen.greenmail.store.StoredMessage deliver(String subject) throws Exception {
        var source = "From: li@customer.cn\r\nSubject: " + subject + "\r\nMessage-ID: <" + UUID.randomUUID()
                + "@customer.cn>\r\n\r\nwords";
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
        var all = inbox();
        return all.get(all.size() - 1);
    }

    private List<com.icegreen.greenmail.store.StoredMessage> inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from aftersales.mail where origin = 'MAILBOX' order by id")
                .query(String.class)
                .list();
    }
}

package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.ThroughlineApplication;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.test.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The outbox against a real mail server that dies and comes back. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        properties = {"throughline.outbox.enabled=false", "throughline.base-url=https://throughline.example"})
@Import(TestDatabase.class)
class OutboxTests {

    private static final int PORT = freePort();
    private static final SubjectRef TICKET = new SubjectRef("TICKET", 1);

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxDrain drain;

    @Autowired
    MailCarrier carrier;

    @Autowired
    MessageRenderer renderer;

    @Autowired
    JdbcClient jdbc;

    private GreenMail server;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
    }

    @BeforeEach
    void startServer() {
        jdbc.sql("delete from foundation.outbox_mail").update();
        server = aServer();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void sendsBothPartsInTheReadersLanguageUnderTheStoredName() throws Exception {
        reset("wang@example.com", Locale.SIMPLIFIED_CHINESE);
        reset("john@example.com", Locale.ENGLISH);

        assertThat(drainAll()).isTrue();

        var chinese = received("wang@example.com").get(0);
        assertThat(chinese.getSubject()).isEqualTo("重置密码");
        assertThat(text(chinese)).contains("王芳，您好", "https://throughline.example/reset-password?token=abc", "30 分钟");
        assertThat(chinese.getMessageID())
                .isEqualTo(
                        jdbc.sql("select message_id from foundation.outbox_mail where recipient = 'wang@example.com'")
                                .query(String.class)
                                .single());
        assertThat(received("john@example.com").get(0).getSubject()).isEqualTo("Reset your password");
        assertThat(jdbc.sql("select distinct state || ' ' || data from foundation.outbox_mail")
                        .query(String.class)
                        .list())
                .as("the link does not stay behind")
                .containsExactly("SENT {}");
    }

    @Test
    void losesNothingWhileTheServerIsAwayAndKeepsTheOrderOfARecord() throws Exception {
        server.stop();
        for (int i = 0; i < 20; i++) {
            about(TICKET, i);
        }
        assertThat(drainAll()).isFalse();
        assertThat(jdbc.sql("select count(*) from foundation.outbox_mail where state = 'PENDING' and attempts = 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);

        server = aServer();
        assertThat(drainAll()).isTrue();

        assertThat(subjects())
                .isEqualTo(IntStream.range(0, 20).mapToObj(this::subject).toList());
    }

    @Test
    void sendsAMailAgainUnderTheSameNameAfterADeathInBetween() throws Exception {
        about(TICKET, 1);
        about(TICKET, 2);

        try {
            drain.drain(new DyingCarrier(carrier), renderer, () -> true);
        } catch (Death expected) {
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
        assertThat(drainAll()).isTrue();

        var messages = server.getReceivedMessages();
        assertThat(subjects()).containsExactly(subject(1), subject(1), subject(2));
        assertThat(messages[0].getMessageID()).isEqualTo(messages[1].getMessageID());
        assertThat(messages[2].getMessageID()).isNotEqualTo(messages[1].getMessageID());
    }

    @Test
    void sendsEachOnceWithTwoWorkersAtATime() throws Exception {
        for (int i = 0; i < 100; i++) {
            about(new SubjectRef("TICKET", i % 7), i);
        }
        var workers = Executors.newFixedThreadPool(2);
        Callable<Boolean> work = this::drainAll;

        await().until(() -> {
            for (var done : workers.invokeAll(List.of(work, work))) {
                assertThat(done.get()).isTrue();
            }
            return pending() == 0;
        });
        workers.shutdown();

        assertThat(subjects()).hasSize(100).doesNotHaveDuplicates();
        for (int record = 0; record < 7; record++) {
            int remainder = record;
            var ofRecord = subjects().stream()
                    .map(subject -> Integer.parseInt(subject.split(" ")[0].substring(1)))
                    .filter(number -> number % 7 == remainder)
                    .toList();
            assertThat(ofRecord).isSorted();
        }
    }

    @Test
    void waitsWithTheLaterOnesWhileOneIsRefusedAndGivesUpAfterTheLastAttempt() throws Exception {
        outbox.mail("wang@example.com", "no-such-template", Locale.ENGLISH, Map.of(), TICKET);
        about(TICKET, 2);
        drainAll();
        assertThat(server.getReceivedMessages()).isEmpty();

        for (int i = 0; i < 7; i++) {
            jdbc.sql("update foundation.outbox_mail set next_at = now() where state = 'PENDING'")
                    .update();
            drainAll();
        }

        assertThat(jdbc.sql("select attempts from foundation.outbox_mail where state = 'DEAD'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
        assertThat(subjects()).containsExactly(subject(2));
    }

    private void reset(String to, Locale locale) {
        outbox.mail(
                to, "password-reset", locale, Map.of("name", "王芳", "path", "/reset-password?token=abc", "minutes", 30));
    }

    private void about(SubjectRef record, int number) {
        outbox.mail(
                "wang@example.com",
                "invitation",
                Locale.ENGLISH,
                Map.of("name", "Wang", "inviter", "N" + number, "login", "wang", "days", 7, "path", "/x"),
                record);
    }

    private String subject(int number) {
        return "N" + number + " invites you to Throughline";
    }

    private boolean drainAll() {
        return drain.drain(carrier, renderer, () -> true);
    }

    private int pending() {
        return jdbc.sql("select count(*) from foundation.outbox_mail where state = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    private List<String> subjects() throws Exception {
        var subjects = new java.util.ArrayList<String>();
        for (var message : server.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private List<MimeMessage> received(String recipient) {
        return Arrays.asList(server.getReceivedMessagesForDomain(recipient));
    }

    private static String text(MimeMessage message) throws Exception {
        return flat((jakarta.mail.internet.MimeMultipart) message.getContent());
    }

    private static String flat(jakarta.mail.Multipart parts) throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            var content = parts.getBodyPart(i).getContent();
            text.append(content instanceof jakarta.mail.Multipart inner ? flat(inner) : content);
        }
        return text.toString();
    }

    private static GreenMail aServer() {
        var started = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Dies right after the server took the first mail. */
    private record DyingCarrier(MailCarrier real) implements MailCarrier {

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Trip open() {
            var trip = real.open();
            return new Trip() {
                @Override
                public void send(String recipient, String messageId, RenderedMail mail) {
                    trip.send(recipient, messageId, mail);
                    throw new Death();
                }

                @Override
                public void close() {
                    trip.close();
                }
            };
        }
    }

    private static class Death extends Error {}
}

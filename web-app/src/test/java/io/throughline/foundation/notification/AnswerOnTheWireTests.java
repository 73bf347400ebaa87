package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.ThroughlineApplication;
import io.throughline.aftersales.mail.MailIntake;
import io.throughline.aftersales.mail.MailReason;
import io.throughline.aftersales.mail.TakenMail;
import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What a customer's mail server gets of an agent's answer, and what becomes of it when it comes back. */
@SpringBootTest(
        classes = ThroughlineApplication.class,
        properties = {
            "throughline.outbox.enabled=false",
            "throughline.base-url=https://desk.example",
            "throughline.mail.support-address=support@desk.example",
            "throughline.mail.message-id-domain=desk.example",
            "throughline.mail.files-mebibytes=1"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class, Companies.class})
@Transactional
class AnswerOnTheWireTests {

    private static final int PORT = freePort();
    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MailIntake intake;

    @Autowired
    OutboxDrain drain;

    @Autowired
    MailCarrier carrier;

    @Autowired
    MessageRenderer renderer;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    private final String customer = "c" + UUID.randomUUID().toString().substring(0, 8) + ".cn";
    private GreenMail server;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
    }

    @BeforeEach
    void aServer() {
        jdbc.sql("delete from foundation.outbox_mail").update();
        server = started();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void carriesTheThreadTheWordsAndTheFiles() throws Exception {
        var asked = ask("Cc: wang@" + customer + "\n");
        say(asked, "请看 **附件**", file("主轴检测报告（终稿）.txt", 300), file("photos.txt", 2 << 20));

        assertThat(drainAll()).isTrue();
        var answers = received("Re: ");
        var answer = answers.get(0);
        assertThat(answers)
                .as("one mail, carried to each of its people")
                .hasSize(2)
                .extracting(mail -> header(mail, "Message-ID"))
                .containsOnly(header(answer, "Message-ID"));
        var instance = jdbc.sql("select instance from aftersales.mail_instance")
                .query(String.class)
                .single();
        assertThat(answer.getSubject()).isEqualTo("Re: 主轴异响 [" + asked.ticket() + "]");
        assertThat(header(answer, "Message-ID")).endsWith("." + instance + "@desk.example>");
        assertThat(header(answer, "References")).contains("<q@" + customer + ">");
        assertThat(header(answer, "References")).endsWith(header(answer, "In-Reply-To"));
        assertThat(header(answer, "From")).contains("<support@desk.example>");
        assertThat(header(answer, "To")).isEqualTo("li@" + customer);
        assertThat(header(answer, "Cc")).isEqualTo("wang@" + customer);
        assertThat(header(answer, "Reply-To")).matches("support\\+[0-9a-z]+-[a-z2-7]{26}@desk\\.example");
        assertThat(header(answer, "X-Throughline-Instance")).isEqualTo(instance);
        assertThat(answer.getHeader("Auto-Submitted")).as("a person wrote it").isNull();

        var read = MailReader.read(source(answer));
        assertThat(read.text()).contains("请看 **附件**", "photos.txt (2 MiB): https://desk.example/f/");
        assertThat(read.html()).contains("<strong>附件</strong>", "photos.txt</a>");
        assertThat(read.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("主轴检测报告（终稿）.txt");
            assertThat(file.content()).hasSize(300);
        });
        assertThat(new String(source(answer), StandardCharsets.US_ASCII))
                .as("by RFC 2231 and by RFC 2047")
                .containsPattern("filename\\*(0\\*)?=UTF-8''%E4%B8%BB")
                .contains("name=\"=?UTF-8?B?");

        assertThat(intake.take(SYSTEM, source(answer)).reason())
                .as("our own mail coming back")
                .isEqualTo(MailReason.OWN_MAIL);
    }

    @Test
    void leadsToAFileTooBigForTheMail() throws Exception {
        var asked = ask("");
        say(asked, "see file", file("照片.txt", 2 << 20));
        drainAll();

        var text = MailReader.read(source(received("Re: ").get(0))).text();
        var path = text.replaceAll("(?s).*https://desk\\.example(/f/\\S+).*", "$1");
        assertThat(mvc.get().uri(path))
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .body()
                .hasSize(2 << 20);
        assertThat(mvc.get().uri(path.substring(0, path.length() - 2) + "11")).hasStatus(404);
        jdbc.sql("update foundation.attachment set removed_at = now() where file_name = '照片.txt'")
                .update();
        assertThat(mvc.get().uri(path)).as("taken off the ticket").hasStatus(404);
    }

    @Test
    void marksTheAcknowledgementAsAMachines() {
        ask("");
        drainAll();

        var receipt = received("已收到").get(0);
        assertThat(header(receipt, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header(receipt, "X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(header(receipt, "In-Reply-To")).isEqualTo("<q@" + customer + ">");
    }

    @Test
    void comesToTheTicketWhenItIsAnswered() {
        var asked = ask("");
        say(asked, "hello");
        drainAll();

        var reply = take("""
                From: somebody@elsewhere.cn
                To: %s
                Subject: thanks
                Message-ID: <r@%s>

                fine
                """.formatted(header(received("Re: ").get(0), "Reply-To"), customer));

        assertThat(reply.ticket()).isEqualTo(asked.ticket());
        assertThat(reply.reason()).isEqualTo(MailReason.REPLY_TOKEN);
    }

    @Test
    void keepsWhatTheServerCannotTakeYet() {
        server.stop();
        var asked = ask("");
        say(asked, "hello");

        assertThat(drainAll()).isFalse();
        assertThat(jdbc.sql("select last_error from foundation.outbox_mail where last_error is not null")
                        .query(String.class)
                        .list())
                .hasSize(1);
        server = started();
        assertThat(drainAll()).isTrue();

        assertThat(received(""))
                .extracting(AnswerOnTheWireTests::subject)
                .containsExactly("已收到：主轴异响 [" + asked.ticket() + "]", "Re: 主轴异响 [" + asked.ticket() + "]");
    }

    @Test
    void letsNobodyWaitForAnothersMailbox() {
        var asked = ask("Cc: wang@" + customer + "\n");
        say(asked, "one");
        jdbc.sql("update foundation.outbox_mail set next_at = now() + interval '1 hour' where recipient like 'wang@%'")
                .update();
        say(asked, "two");

        drainAll();

        assertThat(received("Re: ")).hasSize(2);
        assertThat(jdbc.sql(
                                "select count(*) from foundation.outbox_mail where recipient like 'wang@%' and state = 'PENDING'")
                        .query(Integer.class)
                        .single())
                .as("in their order, later")
                .isEqualTo(2);
    }

    private TakenMail ask(String more) {
        return take("""
                From: Li Min <li@%1$s>
                To: support@desk.example
                %2$sSubject: =?GB2312?B?1vfW4dLsz+w=?=
                Message-ID: <q@%1$s>

                怎么办
                """.formatted(customer, more));
    }

    private TakenMail take(String source) {
        return intake.take(SYSTEM, source.getBytes(StandardCharsets.UTF_8));
    }

    private void say(TakenMail asked, String words, MockMultipartFile... files) {
        var sent = mvc.post().uri("/tickets/{no}/messages", asked.ticket()).multipart();
        for (var file : files) {
            sent = sent.file(file);
        }
        assertThat(sent.param("body", words)
                        .param("visibility", "PUBLIC")
                        .with(as.staff(Role.SUPPORT_AGENT))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private static MockMultipartFile file(String name, int size) {
        return new MockMultipartFile(
                "file", name, "text/plain", "x".repeat(size).getBytes(StandardCharsets.US_ASCII));
    }

    private boolean drainAll() {
        return drain.drain(carrier, renderer, () -> true);
    }

    private List<MimeMessage> received(String beginning) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith(beginning))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null).replaceAll("\\s+", " ").strip();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] source(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.throughline.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.aftersales.mail.MailboxReading.Access;
import io.throughline.aftersales.mail.MailboxSecurity;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protection of the way to a mailbox, at a server with a certificate for {@code localhost}. */
class MailboxTlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static GreenMail secure;
    private static GreenMail plain;
    private static Path keys;

    /** Once: Java keeps the first keys a server was started with. */
    @BeforeAll
    static void servers() throws Exception {
        keys = folder.resolve("keys.p12");
        certificateFor("localhost");
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        secure = started(ServerSetup.PROTOCOL_IMAPS);
        plain = started(ServerSetup.PROTOCOL_IMAP);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
        secure.stop();
        plain.stop();
    }

    @Test
    void readsAMailboxByTls() throws Exception {
        try (var box = ImapMailbox.open(at("localhost", MailboxSecurity.TLS), trusted())) {
            assertThat(box.unread()).isEmpty();
        }
    }

    @Test
    void tellsItsPasswordToNobodyWithAnUnknownCertificate() {
        assertThatThrownBy(() -> ImapMailbox.open(at("localhost", MailboxSecurity.TLS)))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("PKIX path building failed");
    }

    @Test
    void tellsItsPasswordToNobodyWithACertificateForAnotherName() {
        assertThatThrownBy(() -> ImapMailbox.open(at("127.0.0.1", MailboxSecurity.TLS), trusted()))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("127.0.0.1");
    }

    @Test
    void speaksNoPlainTextWhereStarttlsIsAskedFor() {
        var access = new Access(
                1,
                0,
                "localhost",
                plain.getImap().getPort(),
                MailboxSecurity.STARTTLS,
                "support",
                "secret",
                "INBOX",
                false);

        assertThatThrownBy(() -> ImapMailbox.open(access, trusted()))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("STARTTLS required but not supported");
    }

    private static Access at(String host, MailboxSecurity security) {
        return new Access(1, 0, host, secure.getImaps().getPort(), security, "support", "secret", "INBOX", false);
    }

    private static GreenMail started(String protocol) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        server.setUser("support@acme.cn", "support", "secret");
        return server;
    }

    private static SSLSocketFactory trusted() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("server", store.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static void certificateFor(String host) throws IOException, InterruptedException {
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }
}

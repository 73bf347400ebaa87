package io.throughline.foundation.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.test.CoreTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class SecretsTests {

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path home;

    @Test
    void makesTheKeyInItsFolderWithTheFirstSecret() throws Exception {
        var node = node(home);
        assertThat(node.state()).isEqualTo(KeyState.UNUSED);
        assertThat(home).isEmptyDirectory();

        var sealed = node.seal("密码 pa55", "mailbox");

        assertThat(sealed).startsWith("{aes}").doesNotContain("pa55");
        assertThat(node.open(sealed, "mailbox")).isEqualTo("密码 pa55");
        assertThat(node.state()).isEqualTo(KeyState.READY);
        assertThat(Base64.getDecoder()
                        .decode(Files.readString(home.resolve("secret.key")).strip()))
                .hasSize(32);
        assertThat(Files.getPosixFilePermissions(home.resolve("secret.key"))).hasSize(2);
    }

    @Test
    void sealsTheSameTwiceDifferently() {
        var node = node(home);

        assertThat(node.seal("same", "mailbox")).isNotEqualTo(node.seal("same", "mailbox"));
    }

    @Test
    void opensNothingInAnotherPlaceAndNothingThatWasTouched() {
        var node = node(home);
        var sealed = node.seal("secret", "mailbox");
        char in = sealed.charAt(20);
        var touched = sealed.substring(0, 20) + (in == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThatThrownBy(() -> node.open(sealed, "elsewhere")).isInstanceOf(SecretLocked.class);
        assertThatThrownBy(() -> node.open(touched, "mailbox")).isInstanceOf(SecretLocked.class);
    }

    @Test
    void leavesWhatWasNeverSealed() {
        assertThat(node(home).open("plain", "mailbox")).isEqualTo("plain");
    }

    @Test
    void saysThatTheKeyIsMissingAndMakesNoOther(@TempDir Path elsewhere) {
        var sealed = node(home).seal("secret", "mailbox");
        var other = node(elsewhere);

        assertThat(other.state()).isEqualTo(KeyState.MISSING);
        assertThatThrownBy(() -> other.open(sealed, "mailbox"))
                .isInstanceOfSatisfying(
                        SecretLocked.class, locked -> assertThat(locked.state()).isEqualTo(KeyState.MISSING));
        assertThatThrownBy(() -> other.seal("more", "mailbox")).isInstanceOf(SecretLocked.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void saysThatTheKeyIsAnotherOneUntilItIsPutBackOrGivenUp() {
        var sealed = node(home).seal("secret", "mailbox");
        var another = Base64.getEncoder().encodeToString(new byte[32]);
        var wrong = new Secrets(new KeyFile(another, home.toString()), jdbc, Clock.systemUTC(), false);

        assertThat(wrong.state()).isEqualTo(KeyState.WRONG);
        assertThatThrownBy(() -> wrong.open(sealed, "mailbox")).isInstanceOf(SecretLocked.class);
        assertThatThrownBy(() -> wrong.seal("more", "mailbox")).isInstanceOf(SecretLocked.class);
        assertThat(node(home).open(sealed, "mailbox")).isEqualTo("secret");

        var renewed = new Secrets(new KeyFile(another, home.toString()), jdbc, Clock.systemUTC(), true);
        assertThat(renewed.open(renewed.seal("new", "mailbox"), "mailbox")).isEqualTo("new");
        assertThat(wrong.state()).isEqualTo(KeyState.READY);
    }

    @Test
    void refusesAKeyThatIsNone() {
        var node = new Secrets(new KeyFile("short", home.toString()), jdbc, Clock.systemUTC(), false);

        assertThatThrownBy(() -> node.seal("secret", "mailbox"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("THROUGHLINE_SECRETKEY");
    }

    private Secrets node(Path folder) {
        return new Secrets(new KeyFile("", folder.toString()), jdbc, Clock.systemUTC(), false);
    }
}

package io.throughline.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@CoreTest
class PasswordTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple on the old one";

    @Autowired
    Users users;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordLinks links;

    @Autowired
    Viewers viewers;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private final String login = "u" + UUID.randomUUID().toString().substring(0, 8);

    private UserId id;

    @BeforeEach
    void aUser() {
        id = users.create(
                SYSTEM,
                new CreateUser(login, "张伟", login + "@example.com", null, Set.of(Role.SUPPORT_AGENT), OLD, null));
        entities.flush();
    }

    @Test
    void changesThePasswordOnlyWithTheOldOne() {
        assertThatThrownBy(() -> passwords.change(viewer(), new ChangePassword("wrong", NEW, NEW), null))
                .isInstanceOf(RuleViolation.class)
                .hasFieldOrPropertyWithValue("field", "current");
        assertThatThrownBy(() -> passwords.change(viewer(), new ChangePassword(OLD, NEW, NEW + "x"), null))
                .hasFieldOrPropertyWithValue("field", "repeated");

        passwords.change(viewer(), new ChangePassword(OLD, NEW, NEW), null);

        assertThat(hasPassword(NEW)).isTrue();
    }

    @Test
    void endsTheOtherSessionsWithTheOldPassword() {
        aSession("here");
        aSession("there");

        passwords.change(viewer(), new ChangePassword(OLD, NEW, NEW), "here");

        assertThat(sessions()).containsExactly("here");
    }

    @Test
    void setsAPasswordByLinkOnceAndEndsAllSessions() {
        aSession("stolen");
        links.forgotten(login + "@EXAMPLE.com");
        var token = mailedToken();

        assertThat(links.loginOf(token)).contains(login);
        links.use(new SetPassword(token, NEW, NEW));

        assertThat(hasPassword(NEW)).isTrue();
        assertThat(sessions()).isEmpty();
        assertThat(links.loginOf(token)).isEmpty();
        assertThatThrownBy(() -> links.use(new SetPassword(token, OLD, OLD)))
                .hasFieldOrPropertyWithValue("field", "token");
    }

    @Test
    void keepsOnlyTheHashOfALinkAndOnlyTheNewestLink() {
        links.forgotten(login);
        var older = mailedToken();
        links.forgotten(login);
        var newer = mailedToken();

        assertThat(newer).isNotEqualTo(older).hasSizeGreaterThanOrEqualTo(43);
        assertThat(links.loginOf(older)).isEmpty();
        assertThat(jdbc.sql("select token_hash from foundation.password_link where user_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain(newer);
    }

    @Test
    void refusesALinkThatIsTooOldOrOfSomebodyDeactivated() {
        links.forgotten(login);
        var token = mailedToken();
        users.deactivate(SYSTEM, id);
        entities.flush();
        assertThat(links.loginOf(token)).isEmpty();

        users.activate(SYSTEM, id);
        jdbc.sql("update foundation.password_link set expires_at = now() - interval '1 second'")
                .update();
        entities.flush();
        assertThat(links.loginOf(token)).isEmpty();
        assertThatThrownBy(() -> links.use(new SetPassword(token, NEW, NEW))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void mailsNothingToStrangers() {
        links.forgotten("nobody" + login);

        assertThat(jdbc.sql("select count(*) from foundation.password_link")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Viewer viewer() {
        return viewers.load(id).orElseThrow();
    }

    private boolean hasPassword(String password) {
        entities.flush();
        return encoder.matches(
                password,
                jdbc.sql("select password_hash from foundation.app_user where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single());
    }

    private void aSession(String sessionId) {
        jdbc.sql("insert into foundation.spring_session values (?, ?, 0, 0, 60, 9999999999999, ?)")
                .params(UUID.randomUUID().toString(), sessionId, login)
                .update();
    }

    private java.util.List<String> sessions() {
        return jdbc.sql("select trim(session_id) from foundation.spring_session where principal_name = ?")
                .param(login)
                .query(String.class)
                .list();
    }

    private String mailedToken() {
        var data = jdbc.sql(
                        "select data::text from foundation.outbox_mail where recipient = ? order by id desc limit 1")
                .param(login + "@example.com")
                .query(String.class)
                .single();
        var token = Pattern.compile("token=([\\w-]+)").matcher(data);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}

package io.throughline.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class AccountTests {

    private static final Viewer SYSTEM = Viewer.system("test");
    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple on the old one";

    @Autowired
    Users users;

    @Autowired
    UserQueries queries;

    @Autowired
    FirstAdministrator first;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    Teams teams;

    @Autowired
    TeamQueries teamQueries;

    @Autowired
    Viewers viewers;

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
    void makesTheFirstAdministratorOnce() {
        jdbc.sql("update foundation.app_user set active = false").update();
        assertThat(first.isWanted()).isFalse();
        var code = first.newCode().orElseThrow();
        assertThat(first.isWanted()).isTrue();
        assertThatThrownBy(() -> first.create(administrator("WRONG", "root" + login), Locale.ENGLISH))
                .hasFieldOrPropertyWithValue("field", "code");

        first.create(administrator(code.toLowerCase(), "root" + login), Locale.ENGLISH);
        entities.flush();

        assertThat(first.isWanted()).isFalse();
        assertThat(first.newCode()).isEmpty();
        assertThatThrownBy(() -> first.create(administrator(code, "second" + login), Locale.ENGLISH))
                .hasFieldOrPropertyWithValue("field", "code");
    }

    @Test
    void tiesAnAppOnlyAfterPasswordAndCode() {
        assertThatThrownBy(() -> secondFactor.begin(viewer(), "wrong"))
                .hasFieldOrPropertyWithValue("field", "password");
        secondFactor.begin(viewer(), OLD);
        entities.flush();
        var secret = secondFactor.proposal(viewer()).orElseThrow();
        assertThat(secret.uri()).startsWith("otpauth://totp/Throughline:" + login + "?secret=" + secret.secret());
        assertThat(secondFactor.state(viewer()).on()).isFalse();
        assertThatThrownBy(() -> secondFactor.confirm(viewer(), "000000x"))
                .hasFieldOrPropertyWithValue("field", "code");

        secondFactor.confirm(
                viewer(),
                Totp.codeAt(
                        secret.secret(),
                        Instant.now(java.time.Clock.systemUTC()).getEpochSecond() / 30));

        assertThat(secondFactor.state(viewer()).on()).isTrue();
        assertThat(secondFactor.proposal(viewer())).isEmpty();
        secondFactor.drop(viewer(), OLD);
        assertThat(secondFactor.state(viewer()).on()).isFalse();
    }

    @Test
    void neverLosesTheLastAdministrator() {
        jdbc.sql("delete from foundation.user_role where role = 'ADMIN'").update();
        var only = users.create(SYSTEM, new CreateUser("a" + login, "管理员", null, null, Set.of(Role.ADMIN), null, null));
        entities.flush();

        assertThatThrownBy(() -> users.deactivate(SYSTEM, only)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> users.grant(SYSTEM, only, Set.of(Role.MANAGER)))
                .isInstanceOf(RuleViolation.class);
        users.grant(SYSTEM, id, Set.of(Role.ADMIN));
        entities.flush();
        assertThatCode(() -> users.deactivate(SYSTEM, only)).doesNotThrowAnyException();
    }

    @Test
    void endsAllSessionsOfWhoeverIsDeactivated() {
        aSession("one");
        users.deactivate(SYSTEM, id);

        assertThat(sessions()).isEmpty();
    }

    @Test
    void refusesAnAddressThatSomebodyElseHas() {
        assertThatThrownBy(() -> users.create(
                        SYSTEM,
                        new CreateUser(
                                "b" + login, "李娜", login + "@EXAMPLE.com", null, Set.of(Role.SALES), null, null)))
                .hasFieldOrPropertyWithValue("field", "email");
    }

    @Test
    void findsUsersByTextRoleTeamAndState() {
        var team = teams.found(SYSTEM, new SaveTeam("一线" + login, "First line " + login, Set.of(id.value()), null));
        entities.flush();

        assertThat(logins(new UserFilter(login.toUpperCase(), null, null, null)))
                .containsExactly(login);
        assertThat(logins(new UserFilter(login, Role.SUPPORT_AGENT, team.value(), true)))
                .containsExactly(login);
        assertThat(logins(new UserFilter(login, Role.ADMIN, null, null))).isEmpty();
        assertThat(logins(new UserFilter(login, null, null, false))).isEmpty();
        assertThat(logins(new UserFilter("%", null, null, null))).isEmpty();
        assertThat(queries.require(SYSTEM, login.toUpperCase()).teamIds()).containsExactly(team.value());
        assertThatThrownBy(() -> queries.require(SYSTEM, "nobody" + login)).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsCustomersOutOfTeams() {
        users.grant(SYSTEM, id, Set.of(Role.CUSTOMER));
        entities.flush();

        assertThatThrownBy(() -> teams.found(SYSTEM, new SaveTeam("甲", "A", Set.of(id.value()), null)))
                .hasFieldOrPropertyWithValue("field", "members");
    }

    @Test
    void countsATeamsMembers() {
        var team = teams.found(SYSTEM, new SaveTeam("二线" + login, "Second " + login, Set.of(), null));
        entities.flush();
        teams.assign(SYSTEM, id, Set.of(team.value()));
        entities.flush();

        assertThat(teamQueries.require(SYSTEM, team).members()).containsExactly("张伟");
    }

    private java.util.List<String> logins(UserFilter filter) {
        return queries.page(SYSTEM, filter, PageRequest.first(10)).rows().stream()
                .map(UserRow::login)
                .toList();
    }

    private static BecomeAdministrator administrator(String code, String name) {
        return new BecomeAdministrator(code, name, "管理员", "", NEW, NEW);
    }

    private Viewer viewer() {
        return viewers.load(id).orElseThrow();
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
}

package io.throughline.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.people.SignIns.Result;
import io.throughline.test.CoreTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@CoreTest
class SignInTests {

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private final String login = "u" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void signsInWithTheRightPasswordOnly() {
        aUser(Set.of(Role.SUPPORT_AGENT));

        assertThat(signIns.attempt(login, "wrong", "10.0.0.1").result()).isEqualTo(Result.REFUSED);
        assertThat(signIns.attempt(login.toUpperCase(), "correct horse", "10.0.0.1")
                        .result())
                .isEqualTo(Result.OK);
        assertThat(signIns.attempt("nobody" + login, "correct horse", "10.0.0.1")
                        .result())
                .isEqualTo(Result.REFUSED);
    }

    @Test
    void locksTheNameAfterTenFailures() {
        aUser(Set.of(Role.SUPPORT_AGENT));
        for (int i = 0; i < SignIns.FREE_TRIES; i++) {
            signIns.attempt(login, "wrong", "10.0.0.2");
        }

        assertThat(signIns.attempt(login, "correct horse", "10.0.0.3").result()).isEqualTo(Result.LOCKED);
    }

    @Test
    void leavesNoMoreTriesToManyAtTheSameTime() throws Exception {
        aUser(Set.of(Role.SUPPORT_AGENT));
        var guesses = Collections.<Callable<Result>>nCopies(
                32, () -> signIns.attempt(login, "wrong", "10.0.0.4").result());
        var pool = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<Result>();
            for (var guess : pool.invokeAll(guesses)) {
                results.add(guess.get());
            }

            assertThat(results).filteredOn(Result.REFUSED::equals).hasSize(SignIns.FREE_TRIES);
            assertThat(results).filteredOn(Result.LOCKED::equals).hasSize(guesses.size() - SignIns.FREE_TRIES);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void givesATryBackThatWasGood() {
        aUser(Set.of(Role.SUPPORT_AGENT));

        for (int i = 0; i < 2 * SignIns.FREE_TRIES; i++) {
            assertThat(signIns.attempt(login, "correct horse", "10.0.0.5").result())
                    .isEqualTo(Result.OK);
        }
    }

    @Test
    void loadsTheViewerWithLiveRoles() {
        var id = aUser(Set.of(Role.MANAGER, Role.PROJECT_MANAGER));

        var viewer = viewers.load(id).orElseThrow();

        assertThat(viewer.roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.PROJECT_MANAGER);
        assertThat(viewer.isStaff()).isTrue();
    }

    @Test
    void refusesWhoMayNotCreateUsers() {
        var viewer = viewers.load(aUser(Set.of(Role.SUPPORT_AGENT))).orElseThrow();

        assertThatThrownBy(() -> users.create(
                        viewer, new CreateUser("x", "X", null, null, Set.of(Role.ADMIN), "correct horse", null)))
                .isInstanceOf(NotAllowed.class);
    }

    private UserId aUser(Set<Role> roles) {
        var id = users.create(
                Viewer.system("test"), new CreateUser(login, "王芳", null, null, roles, "correct horse", null));
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
        return id;
    }
}

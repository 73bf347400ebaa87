package io.throughline.foundation.activity;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@CoreTest
class AuditTests {

    @Autowired
    Users users;

    @Autowired
    Comments comments;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private final String login = "u" + UUID.randomUUID().toString().substring(0, 10);

    @Test
    void showsOldAndNewRolesOfAUser() {
        var id = aUser(Set.of(Role.PROJECT_MEMBER));
        CurrentActor.call(Viewer.system("review"), () -> {
            users.grant(Viewer.system("review"), id, Set.of(Role.MANAGER, Role.PROJECT_MEMBER));
            commit();
            return id;
        });

        assertThat(trail(id.value())).anySatisfy(row -> assertThat(row)
                .containsEntry("action", "CHANGED")
                .containsEntry("table_name", "foundation.app_user")
                .containsEntry("field", "roles")
                .containsEntry("old_value", "PROJECT_MEMBER")
                .containsEntry("new_value", "MANAGER, PROJECT_MEMBER")
                .containsEntry("actor_id", 0L)
                .containsEntry("cause", "review"));
    }

    @Test
    void showsCreationAndEachChangedFieldOnce() {
        var id = aUser(Set.of(Role.SUPPORT_AGENT));
        users.deactivate(Viewer.system("test"), id);
        commit();

        var trail = trail(id.value());
        assertThat(trail.get(0)).containsEntry("action", "CREATED");
        assertThat((String) trail.get(0).get("new_value"))
                .contains("login: " + login)
                .doesNotContain("version");
        assertThat(trail)
                .filteredOn(row -> "active".equals(row.get("field")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("old_value", "true").containsEntry("new_value", "false"));
        assertThat(trail).extracting(row -> row.get("field")).doesNotContain("changedAt", "version");
    }

    @Test
    void masksSecrets() {
        var id = aUser(Set.of(Role.SUPPORT_AGENT));

        var created = (String) trail(id.value()).get(0).get("new_value");

        assertThat(created).contains("passwordHash: " + AuditFields.MASK).doesNotContain("argon2");
    }

    @Test
    void writesNothingForWhatIsRolledBack() {
        var id = users.create(Viewer.system("test"), command(Set.of(Role.SUPPORT_AGENT)));
        TestTransaction.flagForRollback();
        TestTransaction.end();
        TestTransaction.start();

        assertThat(trail(id.value())).isEmpty();
    }

    @Test
    void namesTheRecordACommentIsAbout() {
        var agent = Viewer.system("test");
        var id = comments.add(agent, thing(42), new AddComment("text"));
        commit();

        assertThat(trail(id.value())).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("subject_type", "THING")
                .containsEntry("subject_id", 42L));
    }

    @Test
    void onlyGrows() {
        audit.record(null, AuditRecord.of(AuditAction.SIGN_IN_REFUSED, null, "10.0.0.9"));
        commit();

        assertThatThrownBy(() -> jdbc.sql("update foundation.audit_entry set new_value = 'x'")
                        .update())
                .hasStackTraceContaining("only grows");
        freshTransaction();
        assertThatThrownBy(() -> jdbc.sql("delete from foundation.audit_entry").update())
                .hasStackTraceContaining("only grows");
        freshTransaction();
        assertThatThrownBy(() -> jdbc.sql("truncate foundation.audit_entry").update())
                .hasStackTraceContaining("only grows");
        freshTransaction();
        var partition = jdbc.sql("select tableoid::regclass::text from foundation.audit_entry limit 1")
                .query(String.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql("delete from " + partition).update()).hasStackTraceContaining("only grows");
        freshTransaction();
    }

    @Test
    void keepsEachMonthInAPartitionOfItsOwn() {
        audit.record(null, AuditRecord.of(AuditAction.SIGN_IN_REFUSED, null, "10.0.0.9"));

        assertThat(jdbc.sql("select distinct tableoid::regclass::text from foundation.audit_entry")
                        .query(String.class)
                        .list())
                .allSatisfy(name -> assertThat(name).matches("foundation\\.audit_entry_\\d{6}"));
        assertThat(jdbc.sql("select foundation.make_month_partitions('audit_entry', 14)")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select foundation.make_month_partitions('audit_entry', 14)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private CreateUser command(Set<Role> roles) {
        return new CreateUser(login, "王芳", null, null, roles, "correct horse", null);
    }

    private UserId aUser(Set<Role> roles) {
        var id = users.create(Viewer.system("test"), command(roles));
        commit();
        return id;
    }

    private List<Map<String, Object>> trail(long record) {
        return jdbc.sql("select * from foundation.audit_entry where record_id = ? order by at, id")
                .param(record)
                .query()
                .listOfRows();
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        freshTransaction();
    }

    private static void freshTransaction() {
        TestTransaction.end();
        TestTransaction.start();
    }
}

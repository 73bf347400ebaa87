package io.throughline.project.lifecycle;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.transaction.TestTransaction;

@CoreTest
@RecordApplicationEvents
@Import(ProjectFixtures.class)
class ProjectTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    ProjectQueries queries;

    @Autowired
    ProjectListQueries lists;

    @Autowired
    PortalProjectQueries portal;

    @Autowired
    WorkCalendarQueries calendars;

    @Autowired
    JdbcClient jdbc;

    @Test
    void proposesAKeyNobodyEverHad() {
        var pm = given.a(Role.PROJECT_MANAGER);

        var command = ProjectFixtures.command("反应釜改造", Visibility.INTERNAL, null, null);

        assertThat(projects.create(pm, command).key()).isEqualTo("FYFGZ");
        assertThat(projects.create(pm, command).key()).isEqualTo("FYFGZ2");
    }

    @Test
    void leadsFromAFormerKeyToTheNewOne() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var project = given.aProject(pm);

        projects.edit(pm, project.key(), edit("HTC"));

        assertThat(queries.require(pm, "htc").id()).isEqualTo(project.id());
        assertThatThrownBy(() -> queries.require(pm, project.key()))
                .isInstanceOfSatisfying(
                        ProjectMoved.class, moved -> assertThat(moved.newKey()).isEqualTo("HTC"));
        assertThatThrownBy(() -> projects.create(pm, create(project.key())))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.field()).isEqualTo("key"));
    }

    @Test
    void keepsTheFirstPromiseBesideTheLatest() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();

        projects.edit(pm, key, promising(key, 100));
        projects.edit(pm, key, promising(key, 130));

        var detail = queries.detail(pm, key);
        assertThat(detail.committedDateR0()).isEqualTo(MONDAY.plusDays(100));
        assertThat(detail.committedDate()).isEqualTo(MONDAY.plusDays(130));
    }

    @Test
    void keepsTheHoursOfTheCalendarThatWasChosen(ApplicationEvents events) {
        var pm = given.a(Role.PROJECT_MANAGER);
        var project = given.aProject(pm);
        var calendar = calendars.list(pm).get(0);

        projects.edit(
                pm, project.key(), planned(pm, project.key(), calendar.id().value()));

        assertThat(queries.detail(pm, project.key()).calendarName()).isEqualTo(calendar.nameZh());
        assertThat(queries.require(pm, project.key()).calendarId())
                .isEqualTo(calendar.id().value());
        assertThat(events.stream(ProjectCalendarChanged.class))
                .containsExactly(
                        new ProjectCalendarChanged(project.id(), calendar.id().value()));
        projects.edit(
                pm, project.key(), planned(pm, project.key(), calendar.id().value()));
        projects.edit(pm, project.key(), planned(pm, project.key(), null));
        assertThat(events.stream(ProjectCalendarChanged.class)).hasSize(2);
        assertThat(queries.detail(pm, project.key()).calendarName()).isNull();
        assertThatThrownBy(() -> projects.edit(pm, project.key(), planned(pm, project.key(), -1L)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, no -> assertThat(no.field()).isEqualTo("calendarId"));
    }

    @Test
    void writesTheChoiceOfACalendarIntoTheTrail() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var project = given.aProject(pm);
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
        var calendar = calendars.list(pm).get(0).id().value();

        projects.edit(pm, project.key(), planned(pm, project.key(), calendar));
        TestTransaction.flagForCommit();
        TestTransaction.end();

        assertThat(jdbc.sql("""
                                select new_value from foundation.audit_entry
                                 where table_name = 'project.project' and record_id = ? and field = 'calendarId'
                                """).param(project.id().value()).query(String.class).list())
                .containsExactly(String.valueOf(calendar));
    }

    @Test
    void wantsAReasonForAmberAndRed() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();

        assertThatThrownBy(() -> projects.setHealth(pm, key, new SetHealth(Health.RED, " ")))
                .isInstanceOf(RuleViolation.class);

        projects.setHealth(pm, key, new SetHealth(Health.AMBER, "供应商延期两周"));
        assertThat(queries.detail(pm, key).healthReason()).isEqualTo("供应商延期两周");
    }

    @Test
    void showsPrivateProjectsToMembersAndManagersOnly() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var other = given.a(Role.PROJECT_MANAGER);
        var member = given.a(Role.PROJECT_MEMBER);
        var key = given.aProject(pm, Visibility.PRIVATE, null).key();
        projects.addMember(pm, key, member.id().value(), MemberRole.MEMBER);

        assertThat(queries.require(pm, key).manages()).isTrue();
        assertThat(queries.require(member, key).contributes()).isTrue();
        assertThat(queries.require(member, key).cost()).isFalse();
        assertThat(queries.require(given.a(Role.MANAGER), key).manages()).isTrue();
        assertThatThrownBy(() -> queries.require(other, key)).isInstanceOf(NotFound.class);
        assertThat(lists.list(other, ProjectFilter.everything(), PageRequest.first(50))
                        .rows())
                .extracting(ProjectRow::key)
                .doesNotContain(key);
    }

    @Test
    void letsOthersReadButNotLeadInternalProjects() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var other = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm).key();

        assertThat(queries.require(other, key).plan()).isTrue();
        assertThatThrownBy(() -> projects.setHealth(other, key, new SetHealth(Health.GREEN, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> queries.require(given.a(Role.PROJECT_MEMBER), key))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void showsAnAccountExecutiveOwnCustomersWithoutThePlan() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var ae = given.a(Role.ACCOUNT_EXECUTIVE);
        var key = given.aProjectFor(pm, given.aCustomer(ae)).key();

        assertThat(queries.require(ae, key).plan()).isFalse();
        assertThatThrownBy(() -> queries.requirePlan(ae, key)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.require(given.a(Role.ACCOUNT_EXECUTIVE), key))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void showsTheCustomersManagerOwnProjectsOnly() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var customer = given.aCustomer(null);
        var key = given.aProjectFor(pm, customer).key();

        assertThat(portal.list(given.aContact(customer, true)))
                .extracting(PortalProject::key)
                .containsExactly(key);
        assertThat(portal.list(given.aContact(customer, false))).isEmpty();
        assertThatThrownBy(() -> portal.require(given.aContact(given.aCustomer(null), true), key))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.require(given.aContact(customer, true), key))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void walksTheListInBothDirections() {
        var pm = given.a(Role.PROJECT_MANAGER);
        for (int i = 0; i < 5; i++) {
            given.aProject(pm);
        }
        var mine = new ProjectFilter(
                null, Set.of(), Set.of(), Set.of(), null, null, null, true, ProjectFilter.Sort.CHANGED);

        var first = lists.list(pm, mine, PageRequest.first(2));
        var second = lists.list(pm, mine, PageRequest.of(first.next(), null, 2));
        var back = lists.list(pm, mine, PageRequest.of(null, second.previous(), 2));

        assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(back.rows()).isEqualTo(first.rows());
        assertThat(lists.count(pm, mine)).isEqualTo(5);
        for (var sort : ProjectFilter.Sort.values()) {
            var filter = new ProjectFilter(
                    "缩机_", Set.of(ProjectStatus.ACTIVE), Set.of(), Set.of(), null, null, null, true, sort);
            assertThat(lists.list(pm, filter, PageRequest.first(2)).rows()).isEmpty();
        }
    }

    private static EditProject edit(String key) {
        return new EditProject(
                null, "压缩机站", key, null, null, true, null, Visibility.INTERNAL, null, null, null, null, null, null);
    }

    private static EditProject planned(Viewer pm, String key, @Nullable Long calendar) {
        var manager = pm.id().value();
        return new EditProject(
                null,
                "压缩机站",
                key,
                null,
                null,
                true,
                manager,
                Visibility.INTERNAL,
                null,
                null,
                null,
                null,
                null,
                calendar);
    }

    private EditProject promising(String key, int days) {
        var manager = queries.require(Viewer.system("test"), key).managerId();
        return new EditProject(
                null,
                "压缩机站",
                key,
                null,
                null,
                true,
                manager,
                Visibility.INTERNAL,
                MONDAY,
                null,
                MONDAY.plusDays(days),
                null,
                null,
                null);
    }

    private static CreateProject create(String key) {
        return new CreateProject(
                "别的项目", key, null, null, true, null, Visibility.INTERNAL, MONDAY, null, null, null, null);
    }
}

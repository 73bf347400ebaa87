package io.throughline.foundation.activity;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class AuditQueriesTests {

    @Autowired
    Audit audit;

    @Autowired
    AuditQueries queries;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    private final SubjectRef subject = thing(2 * new Random().nextInt(200_000));
    private Viewer admin;
    private Viewer agent;
    private LocalDate today;

    @BeforeEach
    void fill() {
        admin = people.aUser("管理员", Role.ADMIN);
        agent = people.anAgent("王芳芳");
        today = LocalDate.now(clock.withZone(admin.zone()));
        audit.record(agent, change("priority", "P3", "P1"));
        audit.record(Viewer.system("sla"), change("state", "OPEN", "OVERDUE"));
        audit.record(null, AuditRecord.of(AuditAction.SIGN_IN_REFUSED, null, "10.1.2.3"));
    }

    @Test
    void filtersByEachOfItsColumns() {
        assertThat(fields(of(agent.login(), null, null, null))).containsExactly("priority");
        assertThat(fields(of("王芳芳", null, null, null))).containsExactly("priority");
        assertThat(fields(of("SYSTEM", null, "state", null))).containsExactly("state");
        assertThat(fields(of("nobody-here", null, null, null))).isEmpty();
        assertThat(fields(of(null, null, null, subject))).containsExactly("state", "priority");
        assertThat(fields(of(null, AuditAction.CHANGED, "priority", subject))).containsExactly("priority");
        assertThat(queries.rows(admin, of(null, AuditAction.SIGN_IN_REFUSED, null, null), PageRequest.first(5))
                        .rows())
                .first()
                .satisfies(row -> assertThat(row.newValue()).isEqualTo("10.1.2.3"));
    }

    @Test
    void filtersByDaysOfTheViewersZone() {
        assertThat(fields(within(today, today))).containsExactly("state", "priority");
        assertThat(fields(within(today.plusDays(1), null))).isEmpty();
        assertThat(fields(within(null, today.minusDays(1)))).isEmpty();
    }

    @Test
    void namesTheRecordAndTheCause() {
        var row = queries.rows(admin, of(null, null, "state", subject), PageRequest.first(1))
                .rows()
                .get(0);

        assertThat(row.link())
                .isEqualTo(new ThingAccess().links(List.of(subject.id())).get(subject.id()));
        assertThat(row.cause()).isEqualTo("sla");
        assertThat(row.opens()).isTrue();
        assertThat(queries.subjectTypes(admin)).contains("THING");
    }

    @Test
    void namesARecordItsReaderMayNotOpen() {
        var sealed = thing(ThingAccess.SEALED);
        audit.record(agent, AuditRecord.of(AuditAction.CHANGED, sealed, "sealed"));

        var row = queries.rows(admin, of(null, null, null, sealed), PageRequest.first(1))
                .rows()
                .get(0);

        assertThat(row.link()).isNotNull();
        assertThat(row.opens()).isFalse();
    }

    @Test
    void pagesByCursor() {
        for (int i = 0; i < 7; i++) {
            audit.record(agent, change("step", String.valueOf(i), String.valueOf(i + 1)));
        }
        var filter = of(null, null, "step", subject);

        var first = queries.rows(admin, filter, PageRequest.of(null, null, 4));
        var second = queries.rows(admin, filter, PageRequest.of(first.next(), null, 4));
        var back = queries.rows(admin, filter, PageRequest.of(null, second.previous(), 4));

        assertThat(first.rows()).extracting(AuditRow::oldValue).containsExactly("6", "5", "4", "3");
        assertThat(second.rows()).extracting(AuditRow::oldValue).containsExactly("2", "1", "0");
        assertThat(second.next()).isNull();
        assertThat(back.rows()).isEqualTo(first.rows());
    }

    @Test
    void isForAdministratorsOnly() {
        assertThatThrownBy(() -> queries.rows(agent, AuditFilter.everything(), PageRequest.first(5)))
                .isInstanceOf(NotAllowed.class);
    }

    private AuditRecord change(String field, String from, String to) {
        return AuditRecord.change(subject, "test.thing", field, from, to);
    }

    private List<String> fields(AuditFilter filter) {
        return queries.rows(admin, filter, PageRequest.first(10)).rows().stream()
                .map(AuditRow::field)
                .toList();
    }

    private static AuditFilter of(String actor, AuditAction action, String field, SubjectRef subject) {
        return new AuditFilter(
                actor,
                action,
                subject == null ? null : subject.type(),
                subject == null ? null : subject.id(),
                field,
                null,
                null);
    }

    private AuditFilter within(LocalDate from, LocalDate to) {
        return new AuditFilter(null, null, subject.type(), subject.id(), null, from, to);
    }
}

package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.CoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class NotificationTests {

    private static final SubjectRef GATE = new SubjectRef("SAMPLE", 7);
    private static final String KIND = "test.notice.gatePassed";

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    Preferences preferences;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    private Viewer wang;
    private Viewer zhang;

    @BeforeEach
    void people() {
        wang = aUser("王芳");
        zhang = aUser("张伟");
    }

    @Test
    void reachesEverybodyOnceButWhoeverCausedIt() {
        CurrentActor.call(wang, () -> {
            tell(List.of(wang.id(), zhang.id(), zhang.id()), GATE, "HTC");
            return true;
        });

        assertThat(queries.unreadCount(wang)).isZero();
        var row = only(zhang, InboxView.UNREAD);
        assertThat(row.label()).isEqualTo("HTC");
        assertThat(row.path()).isEqualTo("/projects/HTC");
        assertThat(row.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(KIND);
            assertThat(notice.data()).containsEntry("actor", "王芳").containsEntry("gate", "启动");
        });
    }

    @Test
    void stacksNoticesByRecordAndCountsRecords() {
        tell(List.of(zhang.id()), GATE, "HTC");
        tell(List.of(zhang.id()), GATE, "HTC 2");
        tell(List.of(zhang.id()), new SubjectRef("OTHER_SAMPLE", 7), "TK");

        assertThat(queries.unreadCount(zhang)).isEqualTo(2);
        var rows = queries.page(zhang, InboxView.ALL, PageRequest.first(25)).rows();
        assertThat(rows).extracting(InboxRow::label).containsExactly("TK", "HTC 2");
        assertThat(rows).extracting(InboxRow::unread).containsExactly(1, 2);
        assertThat(rows.get(1).notices()).hasSize(2);
    }

    @Test
    void pagesByCursorForthAndBack() {
        for (int i = 0; i < 5; i++) {
            tell(List.of(zhang.id()), new SubjectRef("SMALL_SAMPLE", i), "T" + i);
        }

        var first = queries.page(zhang, InboxView.ALL, PageRequest.first(2));
        var second = queries.page(zhang, InboxView.ALL, PageRequest.of(first.next(), null, 2));
        var again = queries.page(zhang, InboxView.ALL, PageRequest.of(null, second.previous(), 2));

        assertThat(first.rows()).extracting(InboxRow::label).containsExactly("T4", "T3");
        assertThat(second.rows()).extracting(InboxRow::label).containsExactly("T2", "T1");
        assertThat(again.rows()).extracting(InboxRow::label).containsExactly("T4", "T3");
    }

    @Test
    void readsOneOrAll() {
        tell(List.of(zhang.id()), GATE, "HTC");
        tell(List.of(zhang.id()), new SubjectRef("OTHER_SAMPLE", 7), "TK");

        inbox.read(zhang, only(zhang, InboxView.UNREAD, "TK").id());
        assertThat(queries.unreadCount(zhang)).isEqualTo(1);
        assertThat(inbox.open(zhang, GATE)).isZero();
        assertThat(queries.unreadCount(zhang)).isZero();
        tell(List.of(zhang.id()), GATE, "HTC");
        assertThat(inbox.readAll(zhang)).isEqualTo(1);
        assertThat(queries.unreadCount(zhang)).isZero();
    }

    @Test
    void bringsASnoozedRecordBackUnreadWhenItsTimeComes() {
        tell(List.of(zhang.id()), GATE, "HTC");
        var entry = only(zhang, InboxView.UNREAD).id();

        inbox.snooze(zhang, entry, Instant.now().plus(Duration.ofDays(1)));
        assertThat(queries.unreadCount(zhang)).isZero();
        assertThat(only(zhang, InboxView.SNOOZED).id()).isEqualTo(entry);

        jdbc.sql("update foundation.inbox_entry set snoozed_until = now() - interval '1 second'")
                .update();
        assertThat(only(zhang, InboxView.UNREAD).id()).isEqualTo(entry);
        assertThatThrownBy(() -> inbox.snooze(zhang, entry, Instant.now().minusSeconds(1)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void hearsNothingMoreOfAMutedRecordUntilUnmuted() {
        tell(List.of(zhang.id()), GATE, "HTC");
        var entry = only(zhang, InboxView.UNREAD).id();
        inbox.mute(zhang, entry);

        tell(List.of(zhang.id()), GATE, "HTC");
        assertThat(queries.unreadCount(zhang)).isZero();

        inbox.unmute(zhang, entry);
        tell(List.of(zhang.id()), GATE, "HTC");
        assertThat(queries.unreadCount(zhang)).isEqualTo(1);
    }

    @Test
    void doesNotFindAnotherPersonsEntry() {
        tell(List.of(zhang.id()), GATE, "HTC");
        var entry = only(zhang, InboxView.UNREAD).id();

        assertThatThrownBy(() -> inbox.read(wang, entry)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inbox.mute(wang, entry)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.require(wang, entry)).isInstanceOf(NotFound.class);
    }

    @Test
    void followsThePersonsChoicePerKindAndChannel() {
        var kind = preferences.of(zhang).choices().get(0).kind();
        preferences.choose(zhang, new ChooseNotices(Set.of(), Set.of(kind), Digest.DAILY));

        notifications.notify(List.of(zhang.id()), GATE, kind, Map.of("label", "HTC"));

        assertThat(queries.unreadCount(zhang)).isZero();
        var due = jdbc.sql("select mail_due_at at time zone 'Asia/Shanghai' from foundation.notice where user_id = ?")
                .param(zhang.id().value())
                .query(java.time.LocalDateTime.class)
                .single();
        assertThat(due.toLocalTime()).isEqualTo("08:00");
        assertThat(preferences.of(zhang).digest()).isEqualTo(Digest.DAILY);
        assertThat(preferences.of(zhang).choices().get(0)).isEqualTo(new NoticeChoice(kind, false, true));
    }

    @Test
    void toldManyWithOneStatementEach() {
        var many = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> aUser("同事" + i).id())
                .toList();
        tell(many, GATE, "HTC");

        assertThat(jdbc.sql("select count(*) from foundation.inbox_entry where subject_type = 'SAMPLE' and unread = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    private void tell(Collection<UserId> whom, SubjectRef subject, String label) {
        notifications.notify(whom, subject, KIND, Map.of("gate", "启动", "label", label, "path", "/projects/" + label));
    }

    private InboxRow only(Viewer viewer, InboxView view) {
        var rows = queries.page(viewer, view, PageRequest.first(25)).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private InboxRow only(Viewer viewer, InboxView view, String label) {
        return queries.page(viewer, view, PageRequest.first(25)).rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Viewer aUser(String name) {
        var login = "u" + UUID.randomUUID().toString().substring(0, 12);
        var id = users.create(
                Viewer.system("test"),
                new CreateUser(login, name, login + "@example.com", null, Set.of(Role.PROJECT_MANAGER), null, null));
        jdbc.sql("select 1").query(Integer.class).single();
        entityManager.flush();
        return viewers.load(id).orElseThrow();
    }

    @Autowired
    jakarta.persistence.EntityManager entityManager;
}

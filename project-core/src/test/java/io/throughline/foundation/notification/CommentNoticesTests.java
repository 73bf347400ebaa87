package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(CommentNoticesTests.Papers.class)
class CommentNoticesTests {

    private static final SubjectRef PAPER = new SubjectRef("PAPER", 1);

    @Autowired
    Comments comments;

    @Autowired
    Watchers watchers;

    @Autowired
    InboxQueries queries;

    @Autowired
    Inbox inbox;

    @Autowired
    NoticeMails mails;

    @Autowired
    Papers papers;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private Viewer writer;
    private Viewer watcher;
    private Viewer named;

    @BeforeEach
    void people() {
        papers.hidden.clear();
        writer = aUser();
        watcher = aUser();
        named = aUser();
        watchers.watch(watcher, PAPER);
        watchers.watch(writer, PAPER);
    }

    @Test
    void tellWatchersOfACommentAndTheNamedOnlyOnceThatTheyWereNamed() {
        say("@" + named.login() + " 请看一下");

        assertThat(kinds(watcher)).containsExactly(CommentNotices.COMMENTED);
        assertThat(kinds(named)).containsExactly(CommentNotices.MENTIONED);
        assertThat(kinds(writer)).isEmpty();
        assertThat(queries.page(named, InboxView.MENTIONS, PageRequest.first(5)).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.label()).isEqualTo("文件 1");
                    assertThat(row.path()).isEqualTo("/papers/1");
                    assertThat(row.notices().get(0).data()).containsEntry("actor", writer.name());
                });
    }

    @Test
    void sayNothingAboutARecordOneMayNoLongerSee() {
        say("@" + named.login() + " 内部价格 42");
        papers.hidden.add(named.id().value());

        var row = queries.page(named, InboxView.UNREAD, PageRequest.first(5))
                .rows()
                .get(0);

        assertThat(row.label()).isEmpty();
        assertThat(row.path()).isNull();
        assertThat(row.notices()).isEmpty();
        due();
        assertThat(mails.collect()).isZero();
    }

    @Test
    void gatherWhatIsDueIntoOneMailAPersonUnlessItWasRead() {
        say("@" + named.login() + " eins");
        say("@" + named.login() + " zwei");
        assertThat(mails.collect()).as("two minutes have not passed").isZero();

        due();
        assertThat(mails.collect()).isEqualTo(1);
        assertThat(mails.collect()).isZero();
        assertThat(jdbc.sql("select data from foundation.outbox_mail where template = 'notices'")
                        .query(String.class)
                        .single())
                .contains("eins", "zwei", "/papers/1", "文件 1");

        say("@" + named.login() + " drei");
        inbox.open(named, PAPER);
        due();
        assertThat(mails.collect()).isZero();
    }

    private void say(String text) {
        comments.add(writer, PAPER, new AddComment(text, Visibility.STAFF));
        entities.flush();
    }

    private void due() {
        jdbc.sql("update foundation.notice set mail_due_at = now() - interval '1 second' where mail_due_at is not null")
                .update();
    }

    private List<String> kinds(Viewer viewer) {
        return queries.page(viewer, InboxView.UNREAD, PageRequest.first(5)).rows().stream()
                .flatMap(row -> row.notices().stream())
                .map(NoticeRow::kind)
                .toList();
    }

    private Viewer aUser() {
        var login = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var id = users.create(
                Viewer.system("test"),
                new CreateUser(
                        login, "同事" + login, login + "@example.com", null, Set.of(Role.PROJECT_MANAGER), null, null));
        entities.flush();
        return viewers.load(id).orElseThrow();
    }

    static class Papers implements SubjectAccess {

        final Set<Long> hidden = new HashSet<>();

        @Override
        public String type() {
            return "PAPER";
        }

        @Override
        public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
            return hidden.contains(viewer.id().value()) ? Set.of() : Set.copyOf(ids);
        }

        @Override
        public Map<Long, SubjectLink> links(Collection<Long> ids) {
            return ids.stream().collect(Collectors.toMap(id -> id, id -> new SubjectLink("文件 " + id, "/papers/" + id)));
        }
    }
}

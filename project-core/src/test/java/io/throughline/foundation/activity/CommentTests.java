package io.throughline.foundation.activity;

import static io.throughline.foundation.activity.People.aCustomer;
import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CoreTest
@RecordApplicationEvents
class CommentTests {

    @Autowired
    Comments comments;

    @Autowired
    ActivityQueries queries;

    @Autowired
    Activities activities;

    @Autowired
    Watchers watchers;

    @Autowired
    People people;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEvents events;

    private final SubjectRef subject = thing(2);

    @Test
    void showsDeedsAndCommentsTogetherNewestFirst() {
        var agent = people.anAgent("王芳");
        activities.record(agent, subject, "thing.opened", Map.of("colour", "红"));
        comments.add(agent, subject, new AddComment("**看过了**"));
        activities.record(agent, subject, "thing.closed", Map.of());
        entities.flush();

        var lines = queries.timeline(agent, subject, PageRequest.first(10)).rows();

        assertThat(lines).extracting(TimelineEntry::verb).containsExactly("thing.closed", null, "thing.opened");
        assertThat(lines.get(1).comment().html()).isEqualTo("<p><strong>看过了</strong></p>\n");
        assertThat(lines.get(2).data()).containsEntry("colour", "红");
    }

    @Test
    void pagesForwardsAndBackwardsWithoutLossOrRepeat() {
        var agent = people.anAgent("王芳");
        for (int i = 0; i < 7; i++) {
            activities.record(agent, subject, "thing.moved", Map.of("step", i));
            comments.add(agent, subject, new AddComment("step " + i));
        }
        entities.flush();
        var all = ids(PageRequest.first(50), agent);

        var first = queries.timeline(agent, subject, PageRequest.of(null, null, 5));
        var second = queries.timeline(agent, subject, PageRequest.of(first.next(), null, 5));
        var third = queries.timeline(agent, subject, PageRequest.of(second.next(), null, 5));
        var back = queries.timeline(agent, subject, PageRequest.of(null, third.previous(), 5));

        assertThat(all).hasSize(14);
        assertThat(first.previous()).isNull();
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third))
                .flatExtracting(
                        page -> page.rows().stream().map(TimelineEntry::id).toList())
                .containsExactlyElementsOf(all);
        assertThat(back.rows()).isEqualTo(second.rows());
    }

    @Test
    void neverShowsCustomersWhatIsInternal() {
        var agent = people.anAgent("王芳");
        activities.record(agent, subject, "thing.judged", Map.of());
        activities.record(agent, subject, "thing.answered", Map.of(), Visibility.EVERYONE);
        comments.add(agent, subject, new AddComment("internal"));
        comments.add(agent, subject, new AddComment("for both", Visibility.EVERYONE));
        comments.add(aCustomer(), subject, new AddComment("from outside", Visibility.STAFF));
        entities.flush();

        var lines =
                queries.timeline(aCustomer(), subject, PageRequest.first(10)).rows();

        assertThat(lines).extracting(TimelineEntry::visibility).containsOnly(Visibility.EVERYONE);
        assertThat(lines).hasSize(3);
        assertThat(queries.comments(aCustomer(), subject, PageRequest.first(10)).rows())
                .extracting(line -> line.comment().text())
                .containsExactly("from outside", "for both");
    }

    @Test
    void findsNothingOfARecordTheViewerMayNotSee() {
        var odd = thing(3);

        assertThatThrownBy(() -> comments.add(aCustomer(), odd, new AddComment("hello")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.timeline(aCustomer(), odd, PageRequest.first(5)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> watchers.watch(aCustomer(), odd)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        queries.timeline(people.anAgent("王芳"), new SubjectRef("NOBODY_KNOWS", 1), PageRequest.first(5)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void tellsTheMentionedAndMakesThemWatchers() {
        var author = people.anAgent("陈静");
        var byLogin = people.anAgent("Li Wei");
        var byName = people.anAgent("王芳芳");
        people.anAgent("王芳");

        comments.add(
                author, subject, new AddComment("@" + byLogin.login() + ", @王芳芳请看一下 @陈静 mail a@b.cn `@王芳` @nobody"));

        var mentioned = events.stream(Mentioned.class).findFirst().orElseThrow();
        assertThat(mentioned.users()).containsExactlyInAnyOrder(byLogin.id(), byName.id());
        assertThat(watchers.of(subject)).containsAll(mentioned.users());
        assertThat(watchers.isWatching(byName, subject)).isTrue();
        assertThat(events.stream(CommentAdded.class)).hasSize(1);
    }

    @Test
    void tellsOnlyTheNewlyMentionedWhenACommentIsEdited() {
        var author = people.anAgent("陈静");
        var first = people.anAgent("张一");
        var second = people.anAgent("张二");
        var id = comments.add(author, subject, new AddComment("@" + first.login()));
        events.clear();

        comments.edit(author, id, new EditComment("@" + first.login() + " @" + second.login(), null));

        assertThat(events.stream(Mentioned.class).flatMap(event -> event.users().stream()))
                .containsExactly(second.id());
    }

    @Test
    void mentionsNobodyWhoMayNotReadIt() {
        var author = people.anAgent("陈静");
        var customer = people.aUser("刘洋", Role.CUSTOMER);

        comments.add(author, subject, new AddComment("@" + customer.login() + " internal"));
        assertThat(events.stream(Mentioned.class)).isEmpty();

        comments.add(author, subject, new AddComment("@" + customer.login() + " open", Visibility.EVERYONE));
        assertThat(events.stream(Mentioned.class)).hasSize(1);
    }

    @Test
    void letsOnlyTheAuthorEditAndRemove() {
        var author = people.anAgent("陈静");
        var other = people.anAgent("王芳");
        var id = comments.add(author, subject, new AddComment("first"));
        entities.flush();

        assertThatThrownBy(() -> comments.edit(other, id, new EditComment("mine now", null)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> comments.remove(other, id)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> comments.edit(author, id, new EditComment("late", 99)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> comments.edit(aCustomer(), id, new EditComment("hidden from me", null)))
                .isInstanceOf(NotFound.class);

        comments.remove(author, id);
        entities.flush();
        var line =
                queries.comments(author, subject, PageRequest.first(5)).rows().get(0);
        assertThat(line.comment().removed()).isTrue();
        assertThat(line.comment().text() + line.comment().html()).isEmpty();
        assertThatThrownBy(() -> comments.remove(author, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void stopsWatchingOnRequest() {
        var agent = people.anAgent("王芳");
        watchers.watch(agent, subject);
        watchers.watch(agent, subject);
        assertThat(watchers.of(subject)).containsExactly(agent.id());

        watchers.unwatch(agent, subject);
        assertThat(watchers.isWatching(agent, subject)).isFalse();
    }

    private List<Long> ids(PageRequest request, io.throughline.foundation.people.Viewer viewer) {
        return queries.timeline(viewer, subject, request).rows().stream()
                .map(TimelineEntry::id)
                .toList();
    }
}

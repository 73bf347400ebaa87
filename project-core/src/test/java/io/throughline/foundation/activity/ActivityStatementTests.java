package io.throughline.foundation.activity;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.attachment.AttachmentQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.transaction.TestTransaction;

@CoreTest
@Import(Statements.class)
class ActivityStatementTests {

    @Autowired
    Comments comments;

    @Autowired
    Activities activities;

    @Autowired
    ActivityQueries queries;

    @Autowired
    AttachmentQueries attachments;

    @Autowired
    AuditQueries audit;

    @Autowired
    People people;

    @Autowired
    EntityManager entities;

    private final SubjectRef subject = thing(2 * new Random().nextInt(200_000));
    private final Viewer system = Viewer.system("test");

    @Test
    void readsATimelineOfAnyLengthInOneStatement() {
        var agent = people.anAgent("王芳");
        fill(agent, 3);
        var few = Statements.during(() -> queries.timeline(agent, subject, PageRequest.first(50)));
        fill(agent, 20);
        var many = Statements.during(() -> queries.timeline(agent, subject, PageRequest.first(50)));

        assertThat(few).hasSize(1);
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void resolvesAllMentionsInOneStatement() {
        var names = IntStream.range(0, 12)
                .mapToObj(i -> "@" + people.anAgent("同事" + i).login())
                .toList();

        var statements = Statements.during(() -> {
            comments.add(system, subject, new AddComment(String.join(" ", names)));
            entities.flush();
        });

        assertThat(statements.stream().filter(sql -> sql.contains("lower(login) = any")))
                .hasSize(1);
        assertThat(statements.stream().filter(sql -> sql.contains("insert into foundation.watcher")))
                .hasSize(1);
    }

    @Test
    void writesTheTrailOfAHundredChangesInOneBatch() {
        for (int i = 0; i < 100; i++) {
            comments.add(system, subject, new AddComment("comment " + i));
        }
        TestTransaction.flagForCommit();
        var statements = Statements.during(TestTransaction::end);

        assertThat(statements.stream().filter(sql -> sql.contains("insert into foundation.audit_entry")))
                .hasSize(1);
        TestTransaction.start();
        var filter = new AuditFilter(null, AuditAction.CREATED, "THING", subject.id(), null, null, null);
        assertThat(audit.rows(system, filter, PageRequest.first(200)).rows()).hasSize(100);
    }

    @Test
    void readsTheTrailAndTheFilesInOneStatementEach() {
        fill(system, 30);
        var trail = Statements.during(() -> audit.rows(system, AuditFilter.everything(), PageRequest.first(100)));
        var ids = queries.comments(system, subject, PageRequest.first(100)).rows().stream()
                .map(TimelineEntry::id)
                .collect(Collectors.toList());
        var files = Statements.during(() -> attachments.ofComments(system, new SeenSubject(subject), ids));

        assertThat(trail).hasSize(1);
        assertThat(files).hasSize(1);
    }

    private void fill(Viewer viewer, int lines) {
        for (int i = 0; i < lines; i++) {
            activities.record(viewer, subject, "thing.moved", Map.of("step", i));
            comments.add(viewer, subject, new AddComment("step " + i));
        }
        entities.flush();
    }
}

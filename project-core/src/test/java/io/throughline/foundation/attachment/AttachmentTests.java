package io.throughline.foundation.attachment;

import static io.throughline.foundation.activity.People.aCustomer;
import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.People;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class AttachmentTests {

    private static final byte[] PDF = "%PDF-1.7\nhello".getBytes();

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentQueries queries;

    @Autowired
    Comments comments;

    @Autowired
    Settings settings;

    @Autowired
    Upkeep upkeep;

    @Autowired
    People people;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final SubjectRef subject = thing(2);

    @Test
    void givesBackWhatWasStored() throws IOException {
        var agent = people.anAgent("王芳");
        var content = random(3 * DatabaseFileStore.CHUNK + 17);

        var id = store(agent, "长视频.mp4", content);

        var stored = queries.open(agent, id);
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.fileName()).isEqualTo("长视频.mp4");
        assertThat(stored.contentType()).isEqualTo("video/mp4");
        try (var in = stored.open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        try (var in = stored.open()) {
            assertThat(in.skip(2 * DatabaseFileStore.CHUNK + 5)).isEqualTo(2 * DatabaseFileStore.CHUNK + 5);
            assertThat(in.read()).isEqualTo(content[2 * DatabaseFileStore.CHUNK + 5] & 0xff);
        }
    }

    @Test
    void storesTheSameContentOnce() {
        var agent = people.anAgent("王芳");
        var content = random(2 * DatabaseFileStore.CHUNK + 3);
        long files = count("stored_file");
        long chunks = count("stored_chunk");

        store(agent, "a.mp4", content);
        store(agent, "b.mp4", content);
        store(agent, "small.pdf", PDF);
        store(agent, "again.pdf", PDF);

        assertThat(count("stored_file") - files).isEqualTo(2);
        assertThat(count("stored_chunk") - chunks).isEqualTo(4);
        assertThat(queries.list(agent, subject))
                .extracting(AttachmentRow::fileName)
                .containsExactly("a.mp4", "b.mp4", "small.pdf", "again.pdf");
    }

    @Test
    void refusesMoreThanTheLimit() {
        var agent = people.anAgent("王芳");
        settings.put(Viewer.system("test"), Setting.ATTACHMENT_LIMIT_MIB, "1");
        try {
            assertThatThrownBy(() -> store(agent, "a.mp4", random(DatabaseFileStore.CHUNK + 1)))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessage("foundation.attachment.tooLarge");
            store(agent, "b.mp4", random(DatabaseFileStore.CHUNK));
        } finally {
            settings.put(Viewer.system("test"), Setting.ATTACHMENT_LIMIT_MIB, "100");
        }
    }

    @Test
    void failsWithTheUploadThatBreaksOff() {
        var agent = people.anAgent("王芳");

        assertThatThrownBy(() -> attachments.store(
                        agent, subject, "a.mp4", null, new BreakingOff(random(2 * DatabaseFileStore.CHUNK))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void keepsInternalFilesFromCustomers() {
        var agent = people.anAgent("王芳");
        var internal = store(agent, "internal.pdf", PDF);
        var shared = attachments.store(
                agent, subject, "shared.pdf", null, new ByteArrayInputStream(PDF), Visibility.EVERYONE);
        entities.flush();

        assertThat(queries.list(aCustomer(), subject))
                .extracting(AttachmentRow::fileName)
                .containsExactly("shared.pdf");
        assertThat(queries.open(aCustomer(), shared).size()).isEqualTo(PDF.length);
        assertThatThrownBy(() -> queries.open(aCustomer(), internal)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.remove(aCustomer(), internal)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.remove(aCustomer(), shared)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void findsNothingOnARecordTheViewerMayNotSee() {
        var agent = people.anAgent("王芳");
        var id = attachments.store(agent, thing(3), "a.pdf", null, new ByteArrayInputStream(PDF), Visibility.EVERYONE);
        entities.flush();

        assertThatThrownBy(() -> queries.open(aCustomer(), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.list(aCustomer(), thing(3))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.store(aCustomer(), thing(3), "a.pdf", null, new ByteArrayInputStream(PDF)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void hangsFilesOnAComment() {
        var agent = people.anAgent("王芳");
        var comment = attachments.comment(
                agent,
                subject,
                new AddComment("see the file", Visibility.EVERYONE),
                List.of(new Upload("a.pdf", "application/pdf", new ByteArrayResource(PDF))));
        entities.flush();

        var files = queries.ofComments(aCustomer(), new SeenSubject(subject), List.of(comment.value()));
        assertThat(files.get(comment.value())).singleElement().satisfies(row -> assertThat(row.visibility())
                .isEqualTo(Visibility.EVERYONE));

        var id = new AttachmentId(files.get(comment.value()).get(0).id());
        comments.remove(agent, comment);
        entities.flush();
        assertThat(queries.list(agent, subject)).isEmpty();
        assertThatThrownBy(() -> queries.open(agent, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void dropsContentsThatNothingNeedsAnyMore() {
        var agent = people.anAgent("王芳");
        var content = random(DatabaseFileStore.CHUNK + 9);
        var kept = store(agent, "kept.mp4", random(DatabaseFileStore.CHUNK + 10));
        var first = store(agent, "first.mp4", content);
        var second = store(agent, "second.mp4", content);
        attachments.remove(agent, first);
        entities.flush();
        long files = count("stored_file");

        upkeep.run(clock.instant().plus(Upkeep.REMOVED_FOR).plus(Duration.ofHours(1)));
        assertThat(count("stored_file")).isEqualTo(files);

        attachments.remove(agent, second);
        entities.flush();
        upkeep.run(clock.instant().plus(Upkeep.REMOVED_FOR).plus(Duration.ofHours(1)));
        assertThat(count("stored_file")).isEqualTo(files - 1);
        assertThat(queries.open(agent, kept).size()).isEqualTo(DatabaseFileStore.CHUNK + 10);
    }

    private AttachmentId store(Viewer viewer, String name, byte[] content) {
        var id = attachments.store(viewer, subject, name, null, new ByteArrayInputStream(content));
        entities.flush();
        return id;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from foundation." + table)
                .query(Long.class)
                .single();
    }

    private static byte[] random(int size) {
        return Uploads.video(new Random(), size);
    }

    /** Ends in an error instead of its end. */
    private static final class BreakingOff extends InputStream {

        private final InputStream before;

        BreakingOff(byte[] content) {
            before = new ByteArrayInputStream(content);
        }

        @Override
        public int read() throws IOException {
            int next = before.read();
            if (next < 0) {
                throw new IOException("connection reset");
            }
            return next;
        }
    }
}

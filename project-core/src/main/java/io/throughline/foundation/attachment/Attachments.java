package io.throughline.foundation.attachment;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.CommentId;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hangs files on records and takes them off again. */
@Service
@Transactional(rollbackFor = IOException.class)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Attachments {

    private static final long MEBIBYTE = 1 << 20;

    private final AttachmentRepository attachments;
    private final FileStore store;
    private final Pictures pictures;
    private final SubjectAccesses accesses;
    private final Comments comments;
    private final Activities activities;
    private final Settings settings;
    private final Clock clock;

    /** As {@link #store(Viewer, SubjectRef, String, String, InputStream, Visibility)} with the viewer's default. */
    public AttachmentId store(
            Viewer viewer, SubjectRef subject, String fileName, @Nullable String contentType, InputStream content) {
        return store(viewer, subject, fileName, contentType, content, Visibility.defaultFor(viewer));
    }

    /**
     * Streams the content into the store; nothing is visible before the transaction ends, nor when the content breaks off.
     *
     * @param fileName as the sender calls it; cleaned here
     * @param contentType as the sender declares it; null or {@code application/octet-stream} when unknown
     * @param content read to its end, not closed
     * @param visibility what a customer attaches is always for everyone
     * @throws NotFound when the viewer may not comment on the record
     * @throws RuleViolation for a file too big, empty, of a type not allowed, or whose name, declared and real type differ
     */
    public AttachmentId store(
            Viewer viewer,
            SubjectRef subject,
            String fileName,
            @Nullable String contentType,
            InputStream content,
            Visibility visibility) {
        accesses.requireComment(viewer, subject);
        var attachment = take(viewer, subject, fileName, contentType, content, visibility);
        attachments.saveAndFlush(attachment);
        activities.record(
                viewer,
                subject,
                "foundation.attachment.added",
                Map.of("fileName", attachment.getFileName()),
                attachment.getVisibility());
        return new AttachmentId(attachment.requireId());
    }

    /**
     * As {@code store}, for files that nobody waits for at a form: one that is not allowed is left out and the rule said,
     * the others are kept. A declared type that does not fit the name is not believed.
     */
    public Kept keep(
            Viewer viewer, SubjectRef subject, String fileName, String type, byte[] content, Visibility visibility) {
        accesses.requireComment(viewer, subject);
        if (content.length > settings.number(Setting.ATTACHMENT_LIMIT_MIB) * MEBIBYTE) {
            return new Kept(null, "foundation.attachment.tooLarge");
        }
        @Nullable String refused = null;
        for (var declared : new String[] {type, "application/octet-stream"}) {
            try {
                var attachment =
                        take(viewer, subject, fileName, declared, new ByteArrayInputStream(content), visibility);
                return new Kept(
                        new AttachmentId(attachments.saveAndFlush(attachment).requireId()), null);
            } catch (RuleViolation no) {
                refused = no.getMessage();
            }
        }
        return new Kept(null, refused);
    }

    /**
     * What became of a file.
     *
     * @param refused key of the rule it breaks; null where it was kept
     */
    public record Kept(@Nullable AttachmentId id, @Nullable String refused) {}

    /** Several files with the viewer's default visibility, all or none. */
    public List<AttachmentId> store(Viewer viewer, SubjectRef subject, List<Upload> uploads) {
        return uploads.stream()
                .map(upload -> reading(
                        upload, content -> store(viewer, subject, upload.fileName(), upload.contentType(), content)))
                .toList();
    }

    /** A comment and its files, all or none. */
    public CommentId comment(Viewer viewer, SubjectRef subject, AddComment command, List<Upload> uploads) {
        var comment = comments.add(viewer, subject, command);
        var visibility = command.visibility() == null ? Visibility.defaultFor(viewer) : command.visibility();
        for (var upload : uploads) {
            var attachment = reading(
                    upload,
                    content -> take(viewer, subject, upload.fileName(), upload.contentType(), content, visibility));
            attachment.belongTo(comment);
            attachments.saveAndFlush(attachment);
        }
        return comment;
    }

    /** No longer listed or served; its content is dropped some weeks later, see {@link Upkeep}. */
    public SubjectRef remove(Viewer viewer, AttachmentId id) {
        var attachment = attachments
                .findById(id.value())
                .filter(found -> found.getVisibility().isOpenTo(viewer))
                .filter(found -> accesses.canComment(viewer, found.subject()))
                .orElseThrow(() -> new NotFound("attachment", id.value()));
        attachment.remove(viewer, clock.instant());
        attachments.saveAndFlush(attachment);
        activities.record(
                viewer,
                attachment.subject(),
                "foundation.attachment.removed",
                Map.of("fileName", attachment.getFileName()),
                attachment.getVisibility());
        return attachment.subject();
    }

    private static <T> T reading(Upload upload, Function<InputStream, T> use) {
        try (var content = upload.content().getInputStream()) {
            return use.apply(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attachment take(
            Viewer viewer,
            SubjectRef subject,
            String fileName,
            @Nullable String contentType,
            InputStream content,
            Visibility visibility) {
        long limit = settings.number(Setting.ATTACHMENT_LIMIT_MIB);
        try {
            var checked = CheckedContent.of(fileName, contentType, content);
            var stored = store.write(checked.content(), limit * MEBIBYTE);
            pictures.make(stored, checked.type());
            return new Attachment(
                    viewer,
                    subject,
                    checked.fileName(),
                    checked.type(),
                    checked.declaredType(),
                    stored,
                    viewer.isStaff() ? visibility : Visibility.EVERYONE);
        } catch (FileStore.TooLarge e) {
            throw new RuleViolation("foundation.attachment.tooLarge", FileNames.clean(fileName), limit).at("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

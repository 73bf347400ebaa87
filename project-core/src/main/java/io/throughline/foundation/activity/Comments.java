package io.throughline.foundation.activity;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about a record; whoever is named with {@code @} becomes a watcher and is told. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Comments {

    private final CommentRepository comments;
    private final SubjectAccesses accesses;
    private final MentionedUsers mentions;
    private final Watchers watchers;
    private final Clock clock;

    /** Throws {@link NotFound} when the viewer may not comment on the record. */
    public CommentId add(Viewer viewer, SubjectRef subject, AddComment command) {
        accesses.requireComment(viewer, subject);
        var comment = comments.save(new Comment(viewer, subject, command));
        var mentioned = mentions.in(comment);
        watchers.add(subject, mentioned);
        comment.announce(mentioned, clock.instant());
        comments.save(comment);
        return new CommentId(comment.requireId());
    }

    /**
     * Only users the old text did not name are told. Throws {@link RuleViolation} unless the comment is the viewer's own,
     * {@link StaleVersion} when it was changed since.
     */
    public void edit(Viewer viewer, CommentId id, EditComment command) {
        var comment = requireSeen(viewer, id);
        comment.requireVersion(command.version());
        Set<UserId> before = mentions.in(comment);
        comment.edit(viewer, command.text(), clock.instant());
        var added = new HashSet<>(mentions.in(comment));
        added.removeAll(before);
        watchers.add(comment.subject(), added);
        comment.announceMentions(added, clock.instant());
        comments.save(comment);
    }

    /** The comment's words are no longer shown, only that there was one; its author alone may do this. */
    public void remove(Viewer viewer, CommentId id) {
        var comment = requireSeen(viewer, id);
        comment.remove(viewer, clock.instant());
        comments.save(comment);
    }

    /** The viewer's own comment to be edited; {@link RuleViolation} for another's. */
    @Transactional(readOnly = true)
    public EditComment forEdit(Viewer viewer, CommentId id) {
        var comment = requireSeen(viewer, id);
        comment.requireAuthor(viewer);
        return new EditComment(comment.getText(), comment.getVersion());
    }

    /** The record a comment belongs to; throws {@link NotFound} when the viewer may not see it. */
    @Transactional(readOnly = true)
    public SubjectRef subjectOf(Viewer viewer, CommentId id) {
        return requireSeen(viewer, id).subject();
    }

    private Comment requireSeen(Viewer viewer, CommentId id) {
        return comments.findById(id.value())
                .filter(comment -> comment.getVisibility().isOpenTo(viewer))
                .filter(comment -> accesses.canSee(viewer, comment.subject()))
                .orElseThrow(() -> new NotFound("comment", id.value()));
    }
}

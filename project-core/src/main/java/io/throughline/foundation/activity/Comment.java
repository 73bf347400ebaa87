package io.throughline.foundation.activity;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "foundation", name = "comment")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Comment extends Aggregate implements Audited {

    static final int EXCERPT = 200;

    private String subjectType;
    private long subjectId;
    private long authorId;
    private String authorName;
    private String text;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private @Nullable Instant editedAt;
    private @Nullable Instant removedAt;

    Comment(Viewer author, SubjectRef subject, AddComment command) {
        subjectType = subject.type();
        subjectId = subject.id();
        authorId = author.id().value();
        authorName = author.name();
        text = written(command.text());
        visibility = command.visibility() == null || !author.isStaff()
                ? Visibility.defaultFor(author)
                : command.visibility();
    }

    SubjectRef subject() {
        return new SubjectRef(subjectType, subjectId);
    }

    @Override
    public SubjectRef auditSubject() {
        return subject();
    }

    void edit(Viewer viewer, String newText, Instant at) {
        requireAuthor(viewer);
        text = written(newText);
        editedAt = at;
    }

    void remove(Viewer viewer, Instant at) {
        requireAuthor(viewer);
        removedAt = at;
    }

    /** Tells of the comment when it is saved; the mentioned hear of being mentioned and not also of the comment. */
    void announce(Set<UserId> mentioned, Instant at) {
        var excerpt = Markdown.excerpt(text, EXCERPT);
        var author = new UserId(authorId);
        registerEvent(new CommentAdded(
                new CommentId(requireId()), subject(), author, authorName, visibility, mentioned, excerpt, at));
        announceMentions(mentioned, at);
    }

    void announceMentions(Set<UserId> mentioned, Instant at) {
        if (!mentioned.isEmpty()) {
            registerEvent(new Mentioned(
                    new CommentId(requireId()),
                    subject(),
                    mentioned,
                    new UserId(authorId),
                    authorName,
                    Markdown.excerpt(text, EXCERPT),
                    at));
        }
    }

    void requireAuthor(Viewer viewer) {
        if (removedAt != null) {
            throw new NotFound("comment", requireId());
        }
        if (authorId != viewer.id().value()) {
            throw new RuleViolation("foundation.activity.notYourComment");
        }
    }

    private static String written(String text) {
        if (text.isBlank()) {
            throw new RuleViolation("foundation.activity.emptyComment").at("text");
        }
        return text.replace("\0", "").strip();
    }
}

package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People named with {@code @} in a text of a feature's own, which is no comment, such as a note on a ticket. */
@Service
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Mentions {

    private final MentionedUsers mentioned;
    private final Watchers watchers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever is named and may read the text becomes a watcher of the record and is told, with the caller's commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Viewer viewer, SubjectRef subject, String markdown, Visibility visibility) {
        var users = mentioned.in(markdown, viewer.id().value(), visibility, subject);
        if (users.isEmpty()) {
            return;
        }
        watchers.add(subject, users);
        events.publishEvent(new Mentioned(
                null,
                subject,
                users,
                viewer.id(),
                viewer.name(),
                Markdown.excerpt(markdown, Comment.EXCERPT),
                clock.instant()));
    }
}

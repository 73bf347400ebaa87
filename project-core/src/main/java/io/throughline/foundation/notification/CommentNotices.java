package io.throughline.foundation.notification;

import static io.throughline.foundation.activity.Visibility.STAFF;

import io.throughline.foundation.activity.CommentAdded;
import io.throughline.foundation.activity.Mentioned;
import io.throughline.foundation.activity.Watchers;
import java.util.HashSet;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells watchers of new comments and people of being mentioned, in the transaction that stores the comment. */
@Component
@RequiredArgsConstructor
class CommentNotices {

    static final String COMMENTED = "foundation.notification.notice.commented";
    static final String MENTIONED = "foundation.notification.notice.mentioned";

    private final Notifications notifications;
    private final Watchers watchers;

    @Bean
    static NoticeKind commentedNotice() {
        return new NoticeKind(COMMENTED, true, false, true);
    }

    @Bean
    static NoticeKind mentionedNotice() {
        return new NoticeKind(MENTIONED, true, true, true);
    }

    @EventListener
    void on(CommentAdded added) {
        var others = new HashSet<>(watchers.of(added.subject()));
        others.removeAll(added.mentioned());
        others.remove(added.author());
        var data = Map.of("excerpt", added.excerpt());
        if (added.visibility() == STAFF) {
            notifications.notifyStaff(others, added.subject(), COMMENTED, data);
        } else {
            notifications.notify(others, added.subject(), COMMENTED, data);
        }
    }

    @EventListener
    void on(Mentioned mentioned) {
        notifications.notify(mentioned.users(), mentioned.subject(), MENTIONED, Map.of("excerpt", mentioned.excerpt()));
    }
}

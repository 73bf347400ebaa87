package io.throughline.web.inbox;

import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.InboxCount;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class UnreadCount implements InboxCount {

    private final InboxQueries queries;

    @Override
    public int unread(Viewer viewer) {
        return queries.unreadCount(viewer);
    }
}

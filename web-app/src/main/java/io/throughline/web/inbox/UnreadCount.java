package io.throughline.web.inbox;

import io.throughline.foundation.notification.Inbox;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.InboxCount;
import io.throughline.web.shell.OpenedRecord;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The number beside the bell. What is unread about the record of this page is read by showing it. */
@Component
@RequiredArgsConstructor
class UnreadCount implements InboxCount {

    private final InboxQueries queries;
    private final Inbox inbox;

    @Override
    public int unread(Viewer viewer) {
        return OpenedRecord.ofThisPage()
                .map(record -> inbox.open(viewer, record))
                .orElseGet(() -> queries.unreadCount(viewer));
    }
}

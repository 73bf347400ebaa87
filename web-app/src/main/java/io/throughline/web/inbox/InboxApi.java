package io.throughline.web.inbox;

import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.notification.Inbox;
import io.throughline.foundation.notification.InboxQueries;
import io.throughline.foundation.notification.InboxRow;
import io.throughline.foundation.notification.InboxView;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs: the owner's of the token. */
@RestController
@RequestMapping("/api/v1/inbox")
@RequiredArgsConstructor
class InboxApi {

    private final InboxQueries queries;
    private final Inbox inbox;

    @GetMapping
    Page<InboxRow> list(
            Viewer viewer,
            @RequestParam(defaultValue = "UNREAD") InboxView view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        return queries.page(viewer, view, PageRequest.of(after, before, size));
    }

    @GetMapping("/count")
    Unread count(Viewer viewer) {
        return new Unread(queries.unreadCount(viewer));
    }

    @PutMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Viewer viewer, @PathVariable long id) {
        inbox.read(viewer, id);
    }

    /** @param unread records with something unread, at most 100 */
    record Unread(int unread) {}
}

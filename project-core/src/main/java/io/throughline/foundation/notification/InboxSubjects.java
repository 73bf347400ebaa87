package io.throughline.foundation.notification;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names records as they are called now, for whom may see them now; two questions per type of record. */
@Component
@RequiredArgsConstructor
class InboxSubjects {

    private final SubjectAccesses accesses;

    /** The rows with today's names and addresses; without a name where the viewer lost the right to see the record. */
    List<InboxRow> named(Viewer viewer, List<InboxRow> rows) {
        var known = of(viewer, rows.stream().map(InboxRow::subject).toList());
        return rows.stream()
                .map(row -> known.link(row.subject(), row.label(), row.path())
                        .map(link -> row.named(link.label(), emptyToNull(link.pathFor(viewer))))
                        .orElseGet(() -> row.named("", null)))
                .toList();
    }

    Known of(Viewer viewer, Collection<SubjectRef> subjects) {
        var typed = subjects.stream()
                .filter(subject -> accesses.knows(subject.type()))
                .distinct()
                .toList();
        var visible = accesses.visible(viewer, typed);
        return new Known(Set.copyOf(typed), new HashMap<>(accesses.links(visible)));
    }

    static @Nullable String emptyToNull(@Nullable String path) {
        return path == null || path.isEmpty() ? null : path;
    }

    /**
     * @param typed records whose feature was asked
     * @param links those of them the viewer may see
     */
    record Known(Set<SubjectRef> typed, Map<SubjectRef, SubjectLink> links) {

        /** The record's link, the stored one where no feature answers; empty when it is not to be seen. */
        Optional<SubjectLink> link(SubjectRef subject, String storedLabel, @Nullable String storedPath) {
            if (!typed.contains(subject)) {
                return Optional.of(new SubjectLink(storedLabel, storedPath == null ? "" : storedPath));
            }
            return Optional.ofNullable(links.get(subject));
        }
    }
}

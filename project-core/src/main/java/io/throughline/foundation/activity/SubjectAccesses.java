package io.throughline.foundation.activity;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the {@link SubjectAccess} of a record. A record of an unknown type is seen by nobody; the system itself sees every
 * record of a known type.
 */
@Component
public class SubjectAccesses {

    /** Asked for on first use: the beans' own services may need this one. */
    private final Supplier<Map<String, SubjectAccess>> byType;

    SubjectAccesses(ObjectProvider<SubjectAccess> beans) {
        byType = SingletonSupplier.of(
                () -> beans.stream().collect(Collectors.toMap(SubjectAccess::type, Function.identity())));
    }

    public boolean knows(String type) {
        return find(type).isPresent();
    }

    public boolean canSee(Viewer viewer, SubjectRef subject) {
        return find(subject.type())
                .filter(access -> viewer.isSystem() || access.canSee(viewer, subject.id()))
                .isPresent();
    }

    public boolean canComment(Viewer viewer, SubjectRef subject) {
        return find(subject.type())
                .filter(access -> viewer.isSystem()
                        || access.canSee(viewer, subject.id()) && access.isCommentable(viewer, subject.id()))
                .isPresent();
    }

    /** Whether the viewer may comment on a record already let in to. */
    public boolean canComment(Viewer viewer, SeenSubject seen) {
        return find(seen.ref().type())
                .filter(access -> viewer.isSystem()
                        || access.isCommentable(viewer, seen.ref().id()))
                .isPresent();
    }

    /** Throws {@link NotFound} when the viewer may not see the record. */
    public SeenSubject see(Viewer viewer, SubjectRef subject) {
        requireSee(viewer, subject);
        return new SeenSubject(subject);
    }

    /** Throws {@link NotFound} when the viewer may not see the record. */
    public void requireSee(Viewer viewer, SubjectRef subject) {
        if (!canSee(viewer, subject)) {
            throw NotFound.of(subject);
        }
    }

    /** Throws {@link NotFound} when the viewer may neither see the record nor comment on it. */
    public void requireComment(Viewer viewer, SubjectRef subject) {
        if (!canComment(viewer, subject)) {
            throw NotFound.of(subject);
        }
    }

    /** Those of the records the viewer may see: one question per record type, however many records. */
    public Set<SubjectRef> visible(Viewer viewer, Collection<SubjectRef> subjects) {
        var seen = new HashSet<SubjectRef>();
        byType(subjects).forEach((type, ids) -> find(type)
                .map(access -> viewer.isSystem() ? Set.copyOf(ids) : access.visible(viewer, ids))
                .ifPresent(some -> some.forEach(id -> seen.add(new SubjectRef(type, id)))));
        return seen;
    }

    /** Names and addresses of the records, whoever asks; unknown ones are left out. One question per record type. */
    public Map<SubjectRef, SubjectLink> links(Collection<SubjectRef> subjects) {
        var links = new HashMap<SubjectRef, SubjectLink>();
        byType(subjects).forEach((type, ids) -> find(type).ifPresent(access -> access.links(ids)
                .forEach((id, link) -> links.put(new SubjectRef(type, id), link))));
        return links;
    }

    /** Throws {@link NotFound} for a record of an unknown type or id. */
    public SubjectLink link(SubjectRef subject) {
        var link = links(List.of(subject)).get(subject);
        if (link == null) {
            throw NotFound.of(subject);
        }
        return link;
    }

    /** The fields of such records that the timeline follows; see {@link SubjectAccess#followed()}. */
    Set<String> followed(String type) {
        return find(type).map(SubjectAccess::followed).orElse(Set.of());
    }

    SubjectAccess.Sentence followed(String type, SubjectAccess.Followed change) {
        return find(type).orElseThrow(() -> new IllegalStateException(type)).followed(change);
    }

    private Optional<SubjectAccess> find(String type) {
        return Optional.ofNullable(byType.get().get(type));
    }

    private static Map<String, List<Long>> byType(Collection<SubjectRef> subjects) {
        return subjects.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        SubjectRef::type, Collectors.mapping(SubjectRef::id, Collectors.toList())));
    }
}

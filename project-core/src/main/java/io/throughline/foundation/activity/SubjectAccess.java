package io.throughline.foundation.activity;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a feature answers about its records so that comments, attachments, notices and the audit trail can hang on them:
 * one bean per record type, in the feature that owns the record.
 *
 * <p>Both abstract questions are about many records and are answered by one statement each.
 */
public interface SubjectAccess {

    /** The code word of the record type as in {@link SubjectRef#type()}. */
    String type();

    /** Those of the records this viewer may see; unknown ids are left out. */
    Set<Long> visible(Viewer viewer, Collection<Long> ids);

    /** Name and addresses of the records, by id, whoever asks; unknown ids are left out. */
    Map<Long, SubjectLink> links(Collection<Long> ids);

    /**
     * Fields whose changes by another record's the timeline tells, though nobody did anything to this one.
     *
     * @return names as in the audit trail; none unless a feature says more
     */
    default Set<String> followed() {
        return Set.of();
    }

    /** How the timeline tells that such a field followed; for nobody but the fields of {@link #followed()}. */
    default Sentence followed(Followed change) {
        throw new IllegalStateException(change.field());
    }

    /**
     * A field that followed from a change elsewhere.
     *
     * @param cause what was changed, as people write it
     */
    record Followed(String field, String before, String after, String cause) {}

    /**
     * A line of the timeline.
     *
     * @param verb message key
     * @param data what the message names
     */
    record Sentence(String verb, Map<String, Object> data) {}

    default boolean canSee(Viewer viewer, long id) {
        return visible(viewer, List.of(id)).contains(id);
    }

    /** Whether who sees the record may comment on it and attach files; so it is unless a feature says less. */
    default boolean isCommentable(Viewer viewer, long id) {
        return true;
    }

    /** The record's page for staff. */
    default String path(long id) {
        return link(id).path();
    }

    default String label(long id) {
        return link(id).label();
    }

    private SubjectLink link(long id) {
        var link = links(List.of(id)).get(id);
        if (link == null) {
            throw new NotFound(type(), id);
        }
        return link;
    }
}

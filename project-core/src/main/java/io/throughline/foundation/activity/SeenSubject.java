package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;

/**
 * A record the viewer has been let in to: read through the viewer's own scope, or asked for by
 * {@link SubjectAccesses#see}. What hangs on it is read without asking its owner a second time.
 */
public record SeenSubject(SubjectRef ref) {

    /** Of a record just loaded through the viewer's scope. */
    public static SeenSubject of(String type, long id) {
        return new SeenSubject(new SubjectRef(type, id));
    }
}

package io.throughline.foundation.model;

/** "Not there, or not yours": the two are never told apart. Answered with 404. */
public class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        super(what + " " + id);
    }

    public static NotFound of(SubjectRef subject) {
        return new NotFound(subject.type(), subject.id());
    }
}

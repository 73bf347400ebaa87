package io.throughline.foundation.people;

/** The viewer's roles do not permit the call. Answered with 403. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super(what);
    }
}

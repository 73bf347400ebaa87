package io.throughline.foundation.notification;

/** Hears every live event of every node after its transaction committed; a bean. Must return at once. */
public interface LiveListener {

    void heard(LiveEvent event);

    /** The connection was lost for a while: events may have been missed. */
    default void mayHaveMissed() {}
}

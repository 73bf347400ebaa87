package io.throughline.foundation.notification;

import io.throughline.foundation.people.Viewer;

/** Who may hear the events of a feature's topics, for example {@code ticket:TK-2026-000042-3}; a bean. */
public interface TopicAccess {

    /** The topic's part before the colon. */
    String prefix();

    /** @param name the topic's part after the colon, as the page asked for it */
    boolean mayHear(Viewer viewer, String name);
}

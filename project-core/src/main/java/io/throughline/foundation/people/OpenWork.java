package io.throughline.foundation.people;

import java.util.List;

/** What a person still has in hand, told by each feature that gives people work; asked before a user is deactivated. */
public interface OpenWork {

    /** In the order in which it is due; as many as there are, up to 200. */
    List<Item> of(UserId user);

    /**
     * @param kind message key of what it is, for example {@code term.ticket}
     * @param label number and title
     * @param path of its page inside the application
     */
    record Item(String kind, String label, String path) {}
}

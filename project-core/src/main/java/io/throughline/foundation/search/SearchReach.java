package io.throughline.foundation.search;

import io.throughline.foundation.people.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scopes a viewer has through other records, beyond person, roles and teams; looked up with each search, so that records
 * everybody reaches by another way need not be written anew whenever such a way changes.
 */
public interface SearchReach {

    /** @param type code word of the one record type looked for, or null for all */
    Set<String> scopes(Viewer viewer, @Nullable String type);
}

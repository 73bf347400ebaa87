package io.throughline.aftersales.feedback;

import io.throughline.foundation.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who took a step.
 *
 * @param userId null for the system, and for a customer without an account
 */
record Actor(@Nullable Long userId, String name) {

    static Actor of(Viewer viewer) {
        return new Actor(viewer.personId(), viewer.name());
    }
}

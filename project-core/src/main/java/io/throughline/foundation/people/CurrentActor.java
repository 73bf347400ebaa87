package io.throughline.foundation.people;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whoever the running call acts for, known to the audit trail without being handed through every entity. */
public final class CurrentActor {

    private static final ThreadLocal<@Nullable Viewer> CURRENT = new ThreadLocal<>();

    private CurrentActor() {}

    public static Optional<Viewer> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs the work for the viewer; the one before comes back afterwards. */
    public static <T extends @Nullable Object> T call(Viewer viewer, Supplier<T> work) {
        var token = enter(viewer);
        try {
            return work.get();
        } finally {
            leave(token);
        }
    }

    static @Nullable Viewer enter(Viewer viewer) {
        var before = CURRENT.get();
        CURRENT.set(viewer);
        return before;
    }

    static void leave(@Nullable Viewer before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}

package io.throughline.project.lifecycle;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The draft in which this thread works; its key is a project's key only here. Opened by {@code PlanDrafts} alone, around a
 * transaction that is rolled back.
 */
public final class OpenDraft {

    private static final ThreadLocal<@Nullable DraftKey> CURRENT = new ThreadLocal<>();

    private OpenDraft() {}

    public static Optional<DraftKey> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The open draft, where this is its key. */
    static Optional<DraftKey> under(String key) {
        return current().filter(open -> open.toString().equals(key.toUpperCase(Locale.ROOT)));
    }

    /** @throws IllegalStateException within another draft */
    public static <T extends @Nullable Object> T within(DraftKey draft, Callable<T> work) throws Exception {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("already in draft " + CURRENT.get());
        }
        CURRENT.set(draft);
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }
}

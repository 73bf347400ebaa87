package io.throughline.foundation.activity;

import io.throughline.foundation.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * How a record is named and reached.
 *
 * @param label what people call it, for example {@code TK-2026-000123-3 · 主轴异响}
 * @param path its page for staff, from the application's root
 * @param portalPath its page in the customer portal; null when customers have none
 */
public record SubjectLink(
        String label, String path, @Nullable String portalPath) {

    public SubjectLink(String label, String path) {
        this(label, path, null);
    }

    /** The page this viewer may open; the staff page where the portal has none. */
    public String pathFor(Viewer viewer) {
        return viewer.isStaff() || portalPath == null ? path : portalPath;
    }
}

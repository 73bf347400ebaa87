package io.throughline.web.rest;

import io.throughline.foundation.model.StaleVersion;
import org.jspecify.annotations.Nullable;

/** Versions of records as entity tags. */
public final class Versions {

    private Versions() {}

    /** {@code "7"}, for {@code ETag}. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller saw, from {@code If-Match}.
     *
     * @throws VersionRequired without the header
     * @throws StaleVersion when the tag never was a version of ours
     */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new VersionRequired();
        }
        var tag = ifMatch.strip();
        if (tag.startsWith("W/")) {
            tag = tag.substring(2);
        }
        try {
            return Integer.parseInt(tag.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new StaleVersion(-1, -1);
        }
    }
}

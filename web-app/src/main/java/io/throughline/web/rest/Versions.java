package io.throughline.web.rest;

import io.throughline.foundation.model.StaleVersion;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Versions of records as entity tags. */
public final class Versions {

    private Versions() {}

    /** The record as it stands; who sent the tag in {@code If-None-Match} is answered 304 by the framework. */
    public static <T> ResponseEntity<T> tagged(T record, int version) {
        return ResponseEntity.ok().eTag(tag(version)).body(record);
    }

    /** The record that was just made, and where it stands. */
    public static <T> ResponseEntity<T> created(String address, T record, int version) {
        return ResponseEntity.created(URI.create(address)).eTag(tag(version)).body(record);
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

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}

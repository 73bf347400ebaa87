package io.throughline.project.resource;

import org.jspecify.annotations.Nullable;

/**
 * Which resources are wanted; null where it does not matter.
 *
 * @param text part of the name
 * @param team id of a team its user belongs to
 * @param project key of a plan: those that it alone knows; without, those of the pool
 */
public record ResourceFilter(
        @Nullable String text,
        @Nullable ResourceKind kind,
        @Nullable Long team,
        @Nullable String skill,
        @Nullable String project,
        @Nullable Boolean active) {

    public static ResourceFilter none() {
        return new ResourceFilter(null, null, null, null, null, null);
    }

    public boolean isSet() {
        return !equals(none());
    }
}

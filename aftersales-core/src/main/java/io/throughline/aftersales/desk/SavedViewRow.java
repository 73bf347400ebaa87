package io.throughline.aftersales.desk;

import org.jspecify.annotations.Nullable;

/**
 * A list of tickets kept under a name.
 *
 * @param query what stands behind the question mark of the list's address
 * @param kept whether the viewer may change it
 */
public record SavedViewRow(
        long id,
        String name,
        String query,
        Sharing sharing,
        @Nullable String teamZh,
        @Nullable String teamEn,
        boolean kept) {}

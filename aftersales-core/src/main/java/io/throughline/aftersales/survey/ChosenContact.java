package io.throughline.aftersales.survey;

import org.jspecify.annotations.Nullable;

/**
 * A contact who could be asked.
 *
 * @param leftOut why the contact would not be mailed now; null for those who would
 */
public record ChosenContact(
        long id,
        String name,
        @Nullable String email,
        String customer,
        @Nullable LeftOut leftOut) {}

package io.throughline.journey;

import java.util.Locale;

/** The themes of the product, by the word its cookie knows. */
enum Theme {
    LIGHT,
    DARK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

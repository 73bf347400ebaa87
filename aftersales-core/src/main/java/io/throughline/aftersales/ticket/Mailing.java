package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Whom an answer is mailed to, as its writer typed it.
 *
 * @param to addresses; null for the one who asked, blank for nobody
 * @param copies addresses of those who get a copy; null for everybody else who takes part by mail, blank for nobody
 */
public record Mailing(@Nullable String to, @Nullable String copies) {

    public static final Mailing USUAL = new Mailing(null, null);
}

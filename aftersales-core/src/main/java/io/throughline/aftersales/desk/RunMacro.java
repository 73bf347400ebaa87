package io.throughline.aftersales.desk;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Runs a macro on a ticket.
 *
 * @param body the text as the agent left it; null for the template's own, blank to say nothing
 * @param seen the last public message the agent saw; a newer one must be confirmed; null does not ask
 * @param confirmed the agent saw the newer messages and goes on
 */
public record RunMacro(
        @Nullable @Size(max = 65536) String body,
        @Nullable Long seen,
        @Nullable Boolean confirmed) {}

package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.StepPreview;
import org.jspecify.annotations.Nullable;

/**
 * What a macro would do to one ticket.
 *
 * @param reply the text it says, filled for the ticket; null for none
 * @param steps the changes beside
 */
public record MacroPreview(MacroRow macro, @Nullable FilledReply reply, StepPreview steps) {}

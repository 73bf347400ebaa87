package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param note why it is closed without the customer's consent; needed only then */
public record CloseComplaint(@Nullable @Size(max = 1000) String note) {}

package io.throughline.project.schedule.planfile;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a sheet as it stands there; formulas count by the value stored with them and are never computed.
 *
 * @param text as a person reads it, empty for an empty cell
 * @param number the value of a numeric cell
 * @param date the value of a cell formatted as a date
 * @param percent whether the number is shown as a percentage, so that 0.5 means 50
 * @param broken an error value, or a formula without a stored value
 */
record Cell(
        String text, @Nullable BigDecimal number, @Nullable LocalDateTime date, boolean percent, boolean broken) {
    static final Cell EMPTY = new Cell("", null, null, false, false);

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null, null, false, false);
    }

    boolean isEmpty() {
        return !broken && text.isBlank();
    }
}

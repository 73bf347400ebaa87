package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.SavedViewRow;
import org.jspecify.annotations.Nullable;

/**
 * A saved view in the side list.
 *
 * @param count how many tickets it finds; null where they are not counted
 * @param most where counting ends
 */
record ViewLink(SavedViewRow view, @Nullable Integer count, int most) {

    /** Where it is listed; the address stays the filter's own, and says whose name it bears. */
    public String href() {
        return "/tickets?" + view.query() + (view.query().isEmpty() ? "" : "&") + "saved=" + view.id();
    }

    public String counted() {
        return count == null ? "" : count > most ? most + "+" : String.valueOf(count);
    }
}

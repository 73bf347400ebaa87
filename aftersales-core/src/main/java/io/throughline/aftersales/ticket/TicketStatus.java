package io.throughline.aftersales.ticket;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A status a ticket can have.
 *
 * @param code stored with the ticket
 * @param category what the status means to clocks and lists
 * @param builtIn labelled from the message bundles ({@code enum.TicketStatus.<code>}), not by the two names
 * @param nameZh Chinese name of a status an administrator added; falls back to the English one
 * @param nameEn English name of a status an administrator added; falls back to the Chinese one
 */
public record TicketStatus(
        String code,
        StatusCategory category,
        boolean builtIn,
        @Nullable String nameZh,
        @Nullable String nameEn) {

    public static final String NEW = "NEW";
    public static final String IN_PROGRESS = "IN_PROGRESS";
    public static final String WAITING_CUSTOMER = "WAITING_CUSTOMER";
    public static final String WAITING_THIRD_PARTY = "WAITING_THIRD_PARTY";
    public static final String ON_HOLD = "ON_HOLD";
    public static final String RESOLVED = "RESOLVED";
    public static final String CLOSED = "CLOSED";
    public static final String CANCELLED = "CANCELLED";
    public static final String MERGED = "MERGED";

    /** The name in the language, empty for a built-in status. */
    public String name(Locale locale) {
        var wanted = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? nameZh : nameEn;
        var other = wanted == nameZh ? nameEn : nameZh;
        return wanted != null ? wanted : other != null ? other : "";
    }

    /** Whether the course leads here from the other status (service rule 16). */
    public boolean leadsFrom(TicketStatus from) {
        return StatusCourse.leads(from.code, from.category, this);
    }

    boolean is(String wanted) {
        return code.equals(wanted);
    }
}

package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import java.util.Arrays;
import java.util.Locale;

/**
 * The orders a list of tickets is offered in. All but {@link #CREATED} are orders of current work: they are refused for
 * lists that hold closed tickets too.
 */
public enum TicketSort {
    CREATED("t.opened_at", "timestamptz", false),
    UPDATED("t.active_at", "timestamptz", true),
    DUE("coalesce(t.due_at, 'infinity'::timestamptz)", "timestamptz", true),
    PRIORITY("t.priority", "varchar", true);

    private final String column;
    private final String type;
    private final boolean liveOnly;

    TicketSort(String column, String type, boolean liveOnly) {
        this.column = column;
        this.type = type;
        this.liveOnly = liveOnly;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isLiveOnly() {
        return liveOnly;
    }

    /** Throws {@link RuleViolation} at {@code sort} for a word no list knows. */
    public static TicketSort ofWord(String word) {
        return Arrays.stream(values())
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("aftersales.ticket.unknownSort", word).at("sort"));
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }
}

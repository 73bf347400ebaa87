package io.throughline.aftersales.ticket;

import java.util.List;

/** How many tickets wait where; each figure is exact up to {@link #EXACT_TO}, above it stands one more. */
public record TicketCounts(int my, int unassigned, int open, int overdue, List<TeamCount> teams) {

    public static final int EXACT_TO = 1000;

    public TicketCounts {
        teams = List.copyOf(teams);
    }

    public int of(TicketView view) {
        return switch (view) {
            case MY -> my;
            case UNASSIGNED -> unassigned;
            case OPEN -> open;
            case OVERDUE -> overdue;
            case ALL -> 0;
        };
    }

    /** The open tickets of one team. */
    public record TeamCount(long id, String nameZh, String nameEn, int open) {}
}

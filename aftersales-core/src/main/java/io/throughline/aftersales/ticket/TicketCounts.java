package io.throughline.aftersales.ticket;

import java.util.List;

/** How many tickets wait where. */
public record TicketCounts(int my, int unassigned, int open, int overdue, List<TeamCount> teams) {

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

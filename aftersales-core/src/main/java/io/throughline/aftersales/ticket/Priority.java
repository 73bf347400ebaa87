package io.throughline.aftersales.ticket;

/** P1 is the most pressing. */
public enum Priority {
    P1,
    P2,
    P3,
    P4;

    /** The next more pressing; P1 stays. */
    public Priority higher() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /**
     * The usual three by three of impact and urgency (ITIL 4): both high P1; one high, one medium P2; high with low, or
     * both medium P3; anything less P4.
     */
    public static Priority of(Level impact, Level urgency) {
        return switch (impact.ordinal() + urgency.ordinal()) {
            case 4 -> P1;
            case 3 -> P2;
            case 2 -> P3;
            default -> P4;
        };
    }
}

package io.throughline.aftersales.sla.clock;

/** In what the distance to a due time is counted. */
public enum OffsetUnit {
    MINUTES("m"),
    HOURS("h"),
    WORKING_DAYS("bd"),
    PERCENT("%");

    private final String sign;

    OffsetUnit(String sign) {
        this.sign = sign;
    }

    /** How it is written behind the amount. */
    public String sign() {
        return sign;
    }
}

package io.throughline.foundation.calendar;

/** Names a stored calendar. */
public record WorkCalendarId(long value) {

    /** The calendar a new installation counts with: Mon–Fri 09–12, 13–18 in Shanghai with China's holidays. */
    public static final WorkCalendarId CHINA_STANDARD = new WorkCalendarId(1);

    public static final WorkCalendarId EUROPE_BERLIN = new WorkCalendarId(2);

    public static final WorkCalendarId ALWAYS = new WorkCalendarId(3);
}

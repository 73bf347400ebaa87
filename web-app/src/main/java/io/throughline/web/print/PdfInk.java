package io.throughline.web.print;

import java.awt.Color;

/** The light colours of the screen (tokens.css), for paper is always light. */
public final class PdfInk {

    public static final Color TEXT = new Color(0x171b22);
    public static final Color PLAIN = new Color(0x2f3742);
    public static final Color QUIET = new Color(0x47505d);
    public static final Color LINE = new Color(0x868f9c);
    public static final Color FAINT = new Color(0xd5dae1);
    public static final Color CLOSED = new Color(0xf0f2f5);
    public static final Color BRAND = new Color(0x2448c6);
    public static final Color BRAND_SOFT = new Color(0xe9eefc);
    public static final Color CRITICAL = new Color(0xc92a38);
    public static final Color CRITICAL_SOFT = new Color(0xfdebec);
    public static final Color WARN = new Color(0xb27100);
    public static final Color GHOST = new Color(0x6b7583);
    public static final Color STATUS = new Color(0x6d4aa8);

    private PdfInk() {}
}

package io.throughline.web.project.schedule;

import java.awt.Color;

/** The light colours of the screen (tokens.css), for paper is always light. */
final class GanttInk {

    static final Color TEXT = new Color(0x171b22);
    static final Color PLAIN = new Color(0x2f3742);
    static final Color QUIET = new Color(0x47505d);
    static final Color LINE = new Color(0x868f9c);
    static final Color FAINT = new Color(0xd5dae1);
    static final Color CLOSED = new Color(0xf0f2f5);
    static final Color BRAND = new Color(0x2448c6);
    static final Color BRAND_SOFT = new Color(0xe9eefc);
    static final Color CRITICAL = new Color(0xc92a38);
    static final Color CRITICAL_SOFT = new Color(0xfdebec);
    static final Color WARN = new Color(0xb27100);
    static final Color GHOST = new Color(0x6b7583);
    static final Color STATUS = new Color(0x6d4aa8);

    private GanttInk() {}
}

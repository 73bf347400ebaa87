package io.throughline.journey;

import com.microsoft.playwright.options.ViewportSize;

/** Windows of a desk and of a phone, and the narrowest one WCAG 1.4.10 asks for. */
enum Width {
    DESK(1440, 900),
    PHONE(390, 844),
    NARROWEST(320, 640);

    private final int width;
    private final int height;

    Width(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int pixels() {
        return width;
    }

    ViewportSize viewport() {
        return new ViewportSize(width, height);
    }
}

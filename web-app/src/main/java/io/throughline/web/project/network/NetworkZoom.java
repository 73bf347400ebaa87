package io.throughline.web.project.network;

import io.throughline.project.schedule.NetworkView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How much a node of the diagram says, and so how much of a large plan is shown at once; sizes in pixels. */
enum NetworkZoom {
    CARD("card", new NetworkView.Size(150, 9, 14), 196, 92, 56, 26),
    NAME("name", new NetworkView.Size(250, 14, 16), 156, 44, 48, 20),
    DOT("dot", new NetworkView.Size(600, 25, 24), 52, 26, 34, 14);

    private final String word;
    private final NetworkView.Size size;
    private final int width;
    private final int height;
    private final int gapX;
    private final int gapY;

    NetworkZoom(String word, NetworkView.Size size, int width, int height, int gapX, int gapY) {
        this.word = word;
        this.size = size;
        this.width = width;
        this.height = height;
        this.gapX = gapX;
        this.gapY = gapY;
    }

    /** What was asked for; {@link #CARD} where nothing was. */
    static NetworkZoom of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(zoom -> zoom.word.equals(word))
                .findFirst()
                .orElse(CARD);
    }

    /** As it stands in the address, and last part of its message key. */
    public String word() {
        return word;
    }

    NetworkView.Size size() {
        return size;
    }

    /** Of a node. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Between two ranks. */
    int gapX() {
        return gapX;
    }

    /** Between two lanes. */
    int gapY() {
        return gapY;
    }
}

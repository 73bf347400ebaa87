package io.throughline.web.project.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network diagram ready to be written into a page.
 *
 * @param boxWidth of every node, {@code boxHeight} its height
 * @param overview null where all of it is shown
 */
record NetworkPicture(
        int width,
        int height,
        int boxWidth,
        int boxHeight,
        List<Box> boxes,
        List<Arrow> arrows,
        @Nullable Overview overview) {

    /**
     * A node.
     *
     * @param name what a screen reader says
     * @param kind classes of its shape
     * @param shape path of its outline, from its own corner
     * @param title lines of its name
     * @param done width of its progress, 0 for none
     * @param inset of what is written in its corners
     */
    record Box(
            int number,
            int x,
            int y,
            String name,
            String kind,
            String shape,
            List<String> title,
            String early,
            String duration,
            String earlyEnd,
            String late,
            String slack,
            String lateEnd,
            int done,
            int inset) {}

    /** @param labelX where its label ends */
    record Arrow(String kind, String path, String label, int labelX, int labelY) {}

    /**
     * The whole diagram, small.
     *
     * @param plain path of the nodes that are not critical, {@code critical} of those that are
     * @param tiles parts to jump to
     */
    record Overview(int width, int height, String plain, String critical, Tile here, List<Tile> tiles) {}

    record Tile(int rank, int lane, int x, int y, int width, int height) {}
}

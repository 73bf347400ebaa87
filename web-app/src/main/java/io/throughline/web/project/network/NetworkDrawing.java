package io.throughline.web.project.network;

import io.throughline.project.schedule.NetworkChart;
import io.throughline.project.schedule.NetworkChart.Dot;
import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.NetworkChart.Node;
import io.throughline.project.schedule.NetworkChart.Place;
import io.throughline.project.schedule.NetworkChart.Tie;
import io.throughline.web.project.network.NetworkPicture.Arrow;
import io.throughline.web.project.network.NetworkPicture.Box;
import io.throughline.web.project.network.NetworkPicture.Overview;
import io.throughline.web.project.network.NetworkPicture.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws the part of a network diagram that is looked at. Arrows leave a box at its right, enter one at its left, and turn
 * in the channels between columns and rows, so that they run through no box.
 */
@Component
@RequiredArgsConstructor
class NetworkDrawing {

    static final int MARGIN = 16;
    private static final int INSET = 10;
    private static final int STEP = 4;
    private static final int TRACKS = 5;
    /** Units of a letter; a Chinese one is two. */
    private static final int CARD_LINE = 28;

    private static final int NAME_LINE = 22;

    private final NetworkWords words;

    NetworkPicture draw(NetworkChart chart, NetworkZoom zoom) {
        var frame = chart.frame();
        var grid = new Grid(zoom, frame.rank(), frame.lane());
        return new NetworkPicture(
                2 * MARGIN + frame.width() * (zoom.width() + zoom.gapX()) - zoom.gapX(),
                2 * MARGIN + frame.height() * (zoom.height() + zoom.gapY()) - zoom.gapY(),
                zoom.width(),
                zoom.height(),
                chart.nodes().stream().map(node -> box(node, grid, chart)).toList(),
                chart.ties().stream().map(tie -> arrow(tie, grid)).toList(),
                frame.isWhole() ? null : overview(chart));
    }

    private record Grid(NetworkZoom zoom, int rank, int lane) {

        int x(int at) {
            return MARGIN + (at - rank) * (zoom.width() + zoom.gapX());
        }

        int y(int at) {
            return MARGIN + (at - lane) * (zoom.height() + zoom.gapY());
        }

        int right(Place place) {
            return x(place.rank()) + zoom.width();
        }

        int middle(Place place) {
            return y(place.lane()) + zoom.height() / 2;
        }
    }

    private Box box(Node node, Grid grid, NetworkChart chart) {
        var zoom = grid.zoom();
        var dates = node.dates();
        boolean card = zoom == NetworkZoom.CARD;
        return new Box(
                node.number(),
                grid.x(node.rank()),
                grid.y(node.lane()),
                zoom == NetworkZoom.DOT ? words.shortName(node) : words.name(node),
                kind(node, chart),
                shape(node, zoom),
                title(node, zoom),
                card ? words.day(dates.earlyStart()) : "",
                card ? words.duration(node) : "",
                card ? words.day(dates.earlyFinish()) : "",
                card ? words.day(dates.lateStart()) : "",
                card ? words.slack(node) : "",
                card ? words.day(dates.lateFinish()) : "",
                node.kind() == Kind.TASK ? (zoom.width() - 2) * node.percent() / 100 : 0,
                node.kind() == Kind.MILESTONE ? 2 * INSET : INSET);
    }

    private static String kind(Node node, NetworkChart chart) {
        var kind = node.isEnd() ? "end" : node.kind() == Kind.MILESTONE ? "milestone" : "task";
        var drawn = node.critical() ? kind + " critical" : kind;
        boolean looked = Integer.valueOf(node.number()).equals(chart.found())
                || Integer.valueOf(node.number()).equals(chart.task());
        return looked && !node.isEnd() ? drawn + " found" : drawn;
    }

    /** A box, a milestone with pointed sides, the end of a summary a flat pill in the middle. */
    private static String shape(Node node, NetworkZoom zoom) {
        int w = zoom.width();
        int h = zoom.height();
        if (node.isEnd()) {
            int flat = Math.min(26, h);
            int top = (h - flat) / 2;
            return "M8 %dH%dl8 %dl-8 %dH8l-8-%dz".formatted(top, w - 8, flat / 2, flat / 2, flat / 2);
        }
        if (node.kind() == Kind.MILESTONE) {
            return "M12 0H%dL%d %dL%d %dH12L0 %dz".formatted(w - 12, w, h / 2, w - 12, h, h / 2);
        }
        return "M0 0h%dv%dH0z".formatted(w, h);
    }

    private List<String> title(Node node, NetworkZoom zoom) {
        if (zoom == NetworkZoom.DOT) {
            return List.of(String.valueOf(node.number()));
        }
        if (node.isEnd()) {
            return List.of(words.end(node, zoom == NetworkZoom.CARD ? CARD_LINE - 6 : NAME_LINE - 6));
        }
        return Letters.lines(node.number() + " " + node.name(), zoom == NetworkZoom.CARD ? CARD_LINE : NAME_LINE, 2);
    }

    private static Arrow arrow(Tie tie, Grid grid) {
        var zoom = grid.zoom();
        int x1 = grid.right(tie.from());
        int y1 = grid.middle(tie.from());
        int x2 = grid.x(tie.to().rank());
        int y2 = grid.middle(tie.to());
        int track = track(tie.from());
        int leave = x1 + zoom.gapX() / 2 + track;
        int enter = x2 - zoom.gapX() / 2 + track;
        var way =
                switch (tie.way()) {
                    case STRAIGHT -> "";
                    case ALONG_FROM -> "H" + enter + "V" + y2;
                    case ALONG_TO -> "H" + leave + "V" + y2;
                    case BETWEEN -> "H" + leave + "V" + between(tie, grid) + "H" + enter + "V" + y2;
                };
        return new Arrow(
                tie.critical() ? "n-tie critical" : "n-tie",
                "M" + x1 + " " + y1 + way + "H" + x2 + "m-6-4l6 4-6 4",
                zoom == NetworkZoom.DOT ? "" : tie.label(),
                x2 - 8,
                y2 - 5);
    }

    /** In the gap beside the lane it goes to, on the side it comes from. */
    private static int between(Tie tie, Grid grid) {
        var zoom = grid.zoom();
        boolean fromBelow = tie.from().lane() > tie.to().lane();
        int top = grid.y(tie.to().lane());
        int gap = fromBelow ? top + zoom.height() + zoom.gapY() / 2 : top - zoom.gapY() / 2;
        return gap + track(tie.from()) / 2;
    }

    /** Arrows of neighbours do not lie upon each other. */
    private static int track(Place from) {
        return ((from.lane() * 2 + from.rank() * 3) % TRACKS - TRACKS / 2) * STEP;
    }

    private static @Nullable Overview overview(NetworkChart chart) {
        var frame = chart.frame();
        var plain = new StringBuilder();
        var critical = new StringBuilder();
        var dots = chart.dots().stream()
                .sorted(Comparator.comparing(Dot::critical)
                        .thenComparing(Dot::lane)
                        .thenComparing(Dot::rank))
                .toList();
        for (int i = 0; i < dots.size(); ) {
            var first = dots.get(i);
            int end = i + 1;
            while (end < dots.size() && isBeside(dots.get(end - 1), dots.get(end))) {
                end++;
            }
            (first.critical() ? critical : plain)
                    .append('M')
                    .append(first.rank() * STEP)
                    .append(' ')
                    .append(first.lane() * STEP + 2)
                    .append('h')
                    .append((end - i) * STEP - 1);
            i = end;
        }
        return new Overview(
                frame.ranks() * STEP,
                frame.lanes() * STEP,
                plain.toString(),
                critical.toString(),
                tile(frame, frame.rank(), frame.lane()),
                tiles(frame));
    }

    /** Dots side by side are one line, which the style sheet dashes. */
    private static boolean isBeside(Dot one, Dot next) {
        return one.critical() == next.critical() && one.lane() == next.lane() && one.rank() + 1 == next.rank();
    }

    private static List<Tile> tiles(NetworkChart.Frame frame) {
        var tiles = new ArrayList<Tile>();
        for (int rank = 0; rank < frame.ranks(); rank += frame.width()) {
            for (int lane = 0; lane < frame.lanes(); lane += frame.height()) {
                tiles.add(tile(frame, rank, lane));
            }
        }
        return tiles;
    }

    private static Tile tile(NetworkChart.Frame frame, int rank, int lane) {
        return new Tile(
                rank,
                lane,
                rank * STEP,
                lane * STEP,
                Math.min(frame.width(), frame.ranks() - rank) * STEP,
                Math.min(frame.height(), frame.lanes() - lane) * STEP);
    }
}

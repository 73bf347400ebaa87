package io.throughline.project.schedule;

import io.throughline.project.schedule.NetworkChart.Dot;
import io.throughline.project.schedule.NetworkChart.Frame;
import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.NetworkChart.Place;
import io.throughline.project.schedule.diagram.RailLayout;
import io.throughline.project.schedule.network.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The graph as far as it is asked for, laid out, and what of it is seen. */
final class NetworkPart {

    private final NetworkLaid laid;
    private final RailLayout layout;
    private final @Nullable Integer found;
    private final int rank;
    private final int lane;
    private final int width;
    private final int height;

    NetworkPart(NetworkLaid laid, NetworkView view, OutlineSkeleton skeleton) {
        this.laid = laid;
        layout = laid.layout();
        boolean whole = count() <= view.size().most();
        width = whole ? layout.ranks() : Math.min(layout.ranks(), view.size().width());
        height = whole ? layout.lanes() : Math.min(layout.lanes(), view.size().height());
        int index = view.at() == null ? -1 : skeleton.find(view.at());
        int target = index < 0 ? -1 : first(skeleton.line(index).number());
        found = target < 0 ? null : Integer.valueOf(skeleton.line(index).number());
        int focus = target >= 0 ? target : main();
        rank = begin(target >= 0 ? null : view.rank(), target >= 0 ? layout.rank(focus) : 0, width, layout.ranks());
        lane = begin(target >= 0 ? null : view.lane(), focus < 0 ? 0 : layout.lane(focus), height, layout.lanes());
    }

    private int count() {
        return laid.nodes().size();
    }

    private int first(int number) {
        for (int i = 0; i < count(); i++) {
            if (node(i).line().number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** Something of the critical path, to be looked at first. */
    private int main() {
        for (int i = 0; i < count(); i++) {
            if (node(i).critical()) {
                return i;
            }
        }
        return count() == 0 ? -1 : 0;
    }

    private static int begin(@Nullable Integer asked, int focus, int size, int all) {
        int begin = asked == null ? focus - size / 2 : asked;
        return Math.max(0, Math.min(begin, all - size));
    }

    /** Number of the task that was looked for. */
    @Nullable
    Integer found() {
        return found;
    }

    NetworkNodes.Node node(int i) {
        return laid.nodes().get(i);
    }

    List<Integer> seen() {
        return IntStream.range(0, count()).filter(this::isSeen).boxed().toList();
    }

    private boolean isSeen(int i) {
        return layout.rank(i) >= rank
                && layout.rank(i) < rank + width
                && layout.lane(i) >= lane
                && layout.lane(i) < lane + height;
    }

    NetworkChart.Node shown(int i, Schedule schedule, Map<Integer, TaskRow> rows) {
        var node = node(i);
        var line = node.line();
        boolean leaf = node.kind() == Kind.TASK || node.kind() == Kind.MILESTONE;
        return new NetworkChart.Node(
                node.kind(),
                line.number(),
                line.name(),
                layout.rank(i),
                layout.lane(i),
                node.critical(),
                schedule.of(line.number()),
                leaf ? rows.get(line.number()) : null);
    }

    List<NetworkChart.Tie> ties() {
        var drawn = new ArrayList<NetworkChart.Tie>();
        for (var tie : laid.ties()) {
            int from = tie.from();
            int to = tie.to();
            if (isSeen(from) || isSeen(to)) {
                drawn.add(new NetworkChart.Tie(
                        new Place(layout.rank(from), layout.lane(from)),
                        new Place(layout.rank(to), layout.lane(to)),
                        label(tie),
                        tie.critical(),
                        layout.way(from, to)));
            }
        }
        return drawn;
    }

    /** {@code SS+2d}; nothing for what needs no word. */
    private static String label(NetworkNodes.Tie tie) {
        var link = tie.link();
        if (link == null) {
            return "";
        }
        var unit = LagUnit.valueOf(link.lag().unit().name());
        var text = new PredecessorView(0, "", link.type(), link.lag().amount(), unit).text();
        return text.substring(1);
    }

    List<Dot> dots() {
        if (width >= layout.ranks() && height >= layout.lanes()) {
            return List.of();
        }
        return IntStream.range(0, count())
                .mapToObj(i -> new Dot(layout.rank(i), layout.lane(i), node(i).critical()))
                .toList();
    }

    Frame frame(int lines, int pathFirst, int pathLength) {
        return new Frame(
                lines,
                count(),
                layout.ranks(),
                layout.lanes(),
                rank,
                lane,
                width,
                height,
                Math.min(pathFirst, pathLength),
                pathLength);
    }
}

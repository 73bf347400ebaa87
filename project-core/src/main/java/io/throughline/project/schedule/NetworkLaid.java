package io.throughline.project.schedule;

import io.throughline.project.schedule.diagram.RailLayout;
import io.throughline.project.schedule.diagram.RailLayout.Edge;
import io.throughline.project.schedule.network.Schedule;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan's graph, or some of it, laid out.
 *
 * @param nodes those laid out, of the graph
 * @param ties between them, ends as places among {@code nodes}
 */
record NetworkLaid(List<NetworkNodes.Node> nodes, List<NetworkNodes.Tie> ties, RailLayout layout) {

    /** @param kept whether each node of the graph is laid out */
    static NetworkLaid of(NetworkNodes graph, Schedule schedule, boolean[] kept) {
        var all = graph.nodes();
        var at = new int[all.size()];
        Arrays.fill(at, -1);
        int count = 0;
        for (int i = 0; i < at.length; i++) {
            if (kept[i]) {
                at[i] = count++;
            }
        }
        var nodes = IntStream.range(0, at.length)
                .filter(i -> kept[i])
                .mapToObj(all::get)
                .toList();
        var ties = graph.ties().stream()
                .filter(tie -> at[tie.from()] >= 0 && at[tie.to()] >= 0)
                .map(tie -> new NetworkNodes.Tie(at[tie.from()], at[tie.to()], tie.link(), tie.critical()))
                .toList();
        var edges = ties.stream().map(tie -> edge(tie, nodes, schedule)).toList();
        return new NetworkLaid(nodes, ties, RailLayout.of(count, edges));
    }

    private static Edge edge(NetworkNodes.Tie tie, List<NetworkNodes.Node> nodes, Schedule schedule) {
        long finish = schedule.finishOf(nodes.get(tie.from()).line().number()).toEpochSecond(ZoneOffset.UTC);
        return new Edge(tie.from(), tie.to(), tie.critical(), finish);
    }
}

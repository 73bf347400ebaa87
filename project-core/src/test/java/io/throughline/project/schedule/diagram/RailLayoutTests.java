package io.throughline.project.schedule.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.project.schedule.diagram.RailLayout.Edge;
import io.throughline.project.schedule.diagram.RailLayout.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RailLayoutTests {

    @Test
    void drawsTheMainChainStraightAndTheOthersBeside() {
        var layout = RailLayout.of(4, List.of(main(0, 1), main(1, 2), edge(0, 3), edge(3, 2)));

        assertThat(ranks(layout, 4)).containsExactly(0, 1, 2, 1);
        assertThat(layout.lane(0)).isEqualTo(layout.lane(1)).isEqualTo(layout.lane(2));
        assertThat(Math.abs(layout.lane(3) - layout.lane(0))).isEqualTo(1);
        assertThat(layout.lanes()).isEqualTo(2);
        assertThat(layout.ranks()).isEqualTo(3);
    }

    @Test
    void putsWhatNothingLeadsToRightBeforeWhatItLeadsTo() {
        var layout = RailLayout.of(4, List.of(edge(0, 1), edge(1, 2), edge(3, 2)));

        assertThat(layout.rank(3)).isEqualTo(1);
    }

    @Test
    void putsWhatIsTiedToNothingBelow() {
        var layout = RailLayout.of(10, List.of(edge(0, 1)));

        for (int node = 2; node < 10; node++) {
            assertThat(layout.lane(node)).isPositive();
        }
        assertThat(layout.lanes()).as("two rows of six").isEqualTo(3);
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(RailLayout.of(0, List.of()).lanes()).isZero();
    }

    @Test
    void refusesACircle() {
        assertThatIllegalArgumentException().isThrownBy(() -> RailLayout.of(2, List.of(edge(0, 1), edge(1, 0))));
    }

    @Test
    void leadsArrowsAroundWhatLiesBetween() {
        var straight = RailLayout.of(3, List.of(main(0, 1), main(1, 2), edge(0, 2)));

        assertThat(straight.way(0, 1)).isEqualTo(Way.STRAIGHT);
        assertThat(straight.way(0, 2)).isEqualTo(Way.BETWEEN);
    }

    @Test
    void neverPutsTwoInOnePlaceAndRunsAlwaysToTheRight() {
        for (long seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            int nodes = 2 + random.nextInt(120);
            var edges = random(random, nodes, nodes * 2);

            var layout = RailLayout.of(nodes, edges);

            var places = new HashSet<String>();
            for (int node = 0; node < nodes; node++) {
                assertThat(places.add(layout.rank(node) + " " + layout.lane(node)))
                        .as("seed %d, node %d", seed, node)
                        .isTrue();
            }
            for (var edge : edges) {
                assertThat(layout.rank(edge.to())).as("seed %d", seed).isGreaterThan(layout.rank(edge.from()));
            }
        }
    }

    @Test
    void runsNoArrowThroughABox() {
        for (long seed = 1; seed <= 30; seed++) {
            int nodes = 60;
            var edges = random(new Random(seed), nodes, 100);
            var layout = RailLayout.of(nodes, edges);
            for (var edge : edges) {
                int lane =
                        switch (layout.way(edge.from(), edge.to())) {
                            case STRAIGHT, ALONG_FROM -> layout.lane(edge.from());
                            case ALONG_TO -> layout.lane(edge.to());
                            case BETWEEN -> -1;
                        };
                for (int node = 0; node < nodes; node++) {
                    boolean between =
                            layout.rank(node) > layout.rank(edge.from()) && layout.rank(node) < layout.rank(edge.to());
                    assertThat(between && layout.lane(node) == lane)
                            .as("seed %d, node %d", seed, node)
                            .isFalse();
                }
            }
        }
    }

    /** Chains beside each other with few ties between them: drawn as such, whatever their numbers. */
    @Test
    void keepsChainsTogether() {
        var edges = new ArrayList<Edge>();
        int chains = 50;
        int length = 20;
        for (int i = 0; i < chains * length; i++) {
            if (i % length > 0) {
                edges.add(new Edge(i - 1, i, i < length, 0));
            }
        }
        var layout = RailLayout.of(chains * length, edges);

        assertThat(layout.bends()).isZero();
        assertThat(layout.lanes()).isEqualTo(chains);
        assertThat(layout.ranks()).isEqualTo(length);
    }

    private static List<Edge> random(Random random, int nodes, int count) {
        var edges = new ArrayList<Edge>();
        for (int k = 0; k < count; k++) {
            int to = 1 + random.nextInt(nodes - 1);
            edges.add(new Edge(random.nextInt(to), to, random.nextInt(4) == 0, random.nextInt(9)));
        }
        return edges;
    }

    private static List<Integer> ranks(RailLayout layout, int nodes) {
        var ranks = new ArrayList<Integer>();
        for (int node = 0; node < nodes; node++) {
            ranks.add(layout.rank(node));
        }
        return ranks;
    }

    private static Edge main(int from, int to) {
        return new Edge(from, to, true, 0);
    }

    private static Edge edge(int from, int to) {
        return new Edge(from, to, false, 0);
    }
}

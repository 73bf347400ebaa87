package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkGraphTests {

    private final LinkGraph graph = new LinkGraph();

    @Test
    void findsTheWayAlongLinks() {
        graph.link(1, 2);
        graph.link(2, 3);

        assertThat(graph.way(1, 3)).containsExactly(1, 2, 3);
        assertThat(graph.way(3, 1)).isEmpty();
    }

    @Test
    void findsTheWayThroughTheHierarchy() {
        graph.parent(5, 4);
        graph.parent(6, 4);
        graph.link(4, 7);

        assertThat(graph.way(5, 7)).containsExactly(5, 4, 7);
        assertThat(graph.way(4, 6)).containsExactly(4, 6);
        assertThat(graph.way(5, 6)).isEmpty();
    }

    @Test
    void seesACircleThatAPlaceUnderASummaryCloses() {
        graph.parent(2, 1);
        graph.link(1, 3);
        graph.parent(3, 1);

        assertThat(graph.circle(3, 1)).isNotEmpty();
    }

    @Test
    void walksAChainOfAHundredThousand() {
        for (int i = 1; i < 100_000; i++) {
            graph.link(i, i + 1);
        }

        assertThat(graph.way(1, 100_000)).hasSize(100_000);
    }
}

package io.throughline.web.project.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.NetworkChart.Frame;
import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.NetworkChart.Node;
import io.throughline.project.schedule.network.TaskDates;
import io.throughline.web.print.PdfPaper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkSheetsTests {

    @Test
    void aSmallPlanStandsOnOneSheet() {
        var sheets = NetworkSheets.of(frame(4, 3), NetworkZoom.CARD, PdfPaper.A4);

        assertThat(sheets.isOne()).isTrue();
        assertThat(sheets.zoom()).isEqualTo(NetworkZoom.CARD);
        assertThat(sheets.filled(nodes(4, 3))).hasSize(1);
    }

    @Test
    void cutsALargerOneBetweenColumnsAndRowsSoThatEachBoxStandsOnOneSheet() {
        var sheets = NetworkSheets.of(frame(40, 12), NetworkZoom.CARD, PdfPaper.A4);
        var nodes = nodes(40, 12);

        assertThat(sheets.isOne()).isFalse();
        var tiles = sheets.filled(nodes);
        assertThat(nodes).allSatisfy(node -> assertThat(tiles.stream().filter(tile -> sheets.holds(tile, node)))
                .hasSize(1));
        double box = (NetworkZoom.CARD.width() + NetworkZoom.CARD.gapX()) * sheets.unit();
        assertThat(sheets.columns() * box).isLessThanOrEqualTo(sheets.width());
    }

    @Test
    void printsNoEmptySheets() {
        var sheets = NetworkSheets.of(frame(200, 200), NetworkZoom.NAME, PdfPaper.A4);
        var chain = IntStream.range(0, 200).mapToObj(i -> node(i, i)).toList();

        assertThat(sheets.filled(chain).size()).isLessThan(60);
    }

    @Test
    void saysLessInEachBoxBeforeItTakesMoreSheetsThanAnybodyPrints() {
        var sheets = NetworkSheets.of(frame(60, 900), NetworkZoom.CARD, PdfPaper.A4);

        assertThat(sheets.zoom()).isNotEqualTo(NetworkZoom.CARD);
        assertThat(sheets.filled(nodes(60, 900)).size()).isLessThanOrEqualTo(400);
    }

    private static Frame frame(int ranks, int lanes) {
        return new Frame(ranks * lanes, ranks * lanes, ranks, lanes, 0, 0, ranks, lanes, 0, 0);
    }

    private static List<Node> nodes(int ranks, int lanes) {
        return IntStream.range(0, ranks * lanes)
                .mapToObj(i -> node(i % ranks, i / ranks))
                .toList();
    }

    private static Node node(int rank, int lane) {
        var day = LocalDateTime.of(2026, 3, 2, 8, 0);
        var dates = new TaskDates(1, false, day, day, day, day, day, day, 0, 0, false);
        return new Node(Kind.OPENING, 1, "任务", rank, lane, false, dates, null);
    }
}

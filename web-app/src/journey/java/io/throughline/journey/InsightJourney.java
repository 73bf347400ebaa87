package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manager opens the list behind each number; the list has as many rows as the tile says. */
class InsightJourney {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");
    private static final int PAGES = 40;

    @ParameterizedTest
    @EnumSource
    void everyTileCountsWhatItsListShows(Lang lang) {
        try (var manager = SignedIn.as("manager", lang)) {
            manager.open("/insights");
            var tiles = tiles(manager);
            assertThat(tiles).isNotEmpty();
            for (var tile : tiles) {
                manager.page().navigate(tile.href());
                assertThat(rows(manager)).as(tile.toString()).isEqualTo(tile.count());
            }
        }
    }

    private static List<Tile> tiles(SignedIn manager) {
        var tiles = new ArrayList<Tile>();
        for (var tile : manager.page().locator(".tile").all()) {
            var link = tile.locator("a");
            var name = link.textContent();
            var behind = manager.word("shell.tile.n", "#").replaceAll("#.*", "");
            long count =
                    tile
                            .locator(".tile-foot > span")
                            .filter(new Locator.FilterOptions().setHasText(behind))
                            .all()
                            .stream()
                            .mapToLong(foot -> number(foot.textContent()))
                            .findFirst()
                            .orElseGet(() -> number(tile.locator(".tile-value").textContent()));
            tiles.add(new Tile(name, (String) link.evaluate("a => a.href"), count));
        }
        return tiles;
    }

    private static long rows(SignedIn manager) {
        long rows = manager.page().locator("table.list tbody tr").count();
        var next = manager.page().locator("a[rel=next], .paging a:has-text('" + manager.word("shell.list.next") + "')");
        for (int page = 0; page < PAGES && next.count() > 0; page++) {
            next.first().click();
            assertThat(manager.page().locator("h1")).hasCount(1);
            rows += manager.page().locator("table.list tbody tr").count();
        }
        return rows;
    }

    private static long number(String text) {
        var found = NUMBER.matcher(text);
        return found.find() ? Long.parseLong(found.group().replace(",", "")) : 0;
    }

    /**
     * @param count of the cases behind the number
     */
    private record Tile(String name, String href, long count) {}
}

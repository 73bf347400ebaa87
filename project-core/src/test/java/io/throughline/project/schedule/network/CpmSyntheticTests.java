package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.DependencyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten networks with every date, slack and flag; instants without working time between them count as equal. */
class CpmSyntheticTests {

    private static final LocalHours OFFICE = NetworkFixtures.office();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesOnEveryDateSlackAndFlag(int seed) {
        var tasks = rows("tasks.csv", seed);
        var builder = Network.in(PlanFrame.startingAt(LocalDateTime.parse("2026-01-05T08:00"), OFFICE));
        tasks.forEach(row -> builder.task(row.number(1)).duration(row.number(2) * 480));
        rows("links.csv", seed)
                .forEach(row -> builder.link(row.number(1), row.number(2), type(row.text(3)), row.lag()));

        var schedule = CriticalPath.of(builder.build());

        assertThat(tasks).hasSize(102);
        var softly = new SoftAssertions();
        for (var row : tasks) {
            var dates = schedule.of(row.number(1));
            var name = "task " + row.number(1);
            softly.assertThat(same(dates.earlyStart(), row.text(3)))
                    .as(name + " early start")
                    .isTrue();
            softly.assertThat(same(dates.earlyFinish(), row.text(4)))
                    .as(name + " early finish")
                    .isTrue();
            softly.assertThat(same(dates.lateStart(), row.text(5)))
                    .as(name + " late start")
                    .isTrue();
            softly.assertThat(same(dates.lateFinish(), row.text(6)))
                    .as(name + " late finish")
                    .isTrue();
            softly.assertThat(dates.totalSlack()).as(name + " total slack").isEqualTo(row.number(7));
            softly.assertThat(dates.freeSlack()).as(name + " free slack").isEqualTo(row.number(8));
            softly.assertThat(dates.critical()).as(name + " critical").isEqualTo(row.number(9) == 1);
        }
        softly.assertAll();
    }

    private static boolean same(LocalDateTime ours, String theirs) {
        return OFFICE.between(Seconds.of(ours), Seconds.of(LocalDateTime.parse(theirs))) == 0;
    }

    private static DependencyType type(String code) {
        return Arrays.stream(DependencyType.values())
                .filter(type -> type.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    private static List<Row> rows(String file, int seed) {
        try (var in = CpmSyntheticTests.class.getResourceAsStream("/cpm-synthetic/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> new Row(line.split(",")))
                    .filter(row -> row.number(0) == seed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String[] cells) {

        String text(int column) {
            return cells[column];
        }

        long number(int column) {
            return Long.parseLong(cells[column]);
        }

        Lag lag() {
            return Lag.working(480 * number(4));
        }
    }
}

package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check values of the generator, and plans that are deep. */
class GeneratedNetworksTests {

    @ParameterizedTest
    @CsvSource({
        "1000,   1996,   2027-04-08T17:00, 52",
        "10000,  19997,  2027-04-20T17:00, 50",
        "100000, 199995, 2027-05-11T17:00, 100",
    })
    void agreesWithTheCheckValues(int size, int links, LocalDateTime finish, int critical) {
        var generated = GeneratedNetworks.of(size, 50, 1, 42);

        var schedule = CriticalPath.of(generated.network());

        assertThat(generated.links()).hasSize(links);
        assertThat(schedule.projectFinish()).isEqualTo(finish);
        assertThat(schedule.all()).filteredOn(TaskDates::critical).hasSize(critical);
    }

    @Test
    void schedulesAChainOfAHundredThousandTasks() {
        var schedule = CriticalPath.of(GeneratedNetworks.chain(100_000).network());

        assertThat(schedule.of(99_999).start()).isEqualTo(LocalDateTime.parse("2409-04-24T08:00"));
        assertThat(schedule.all()).filteredOn(task -> task.id() < 100_000).allMatch(TaskDates::critical);
    }

    @Test
    void movesTheWholeOfAChainWhenItsFirstTaskGrows() {
        var schedule = CriticalPath.of(GeneratedNetworks.chain(100_000).network());
        var longer = schedule.network().with(schedule.network().describe(0).duration(960));

        var preview = schedule.preview(longer);

        assertThat(preview.moved()).hasSize(100_000);
        assertThat(preview.finishAfter()).isEqualTo(CriticalPath.of(longer).projectFinish());
    }
}

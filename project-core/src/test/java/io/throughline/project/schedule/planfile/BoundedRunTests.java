package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.Refusals.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedRunTests {

    @Test
    void givesUpAfterTheDeadlineAndKeepsThePlaceUntilTheRunawayEnds() {
        var limits = new PlanFileLimits(1, 1, 1, 1, 1, 1, 1, 1, Duration.ofMillis(100), 1);
        var run = new BoundedRun(limits);
        var end = new CountDownLatch(1);
        var slow = catchThrowableOfType(
                PlanFileException.class, () -> run.call(() -> waitDeafly(end), Duration.ofMillis(100)));
        assertThat(slow.code()).endsWith("tooSlow");
        var busy = catchThrowableOfType(PlanFileException.class, () -> run.call(() -> 1, Duration.ofMillis(100)));
        assertThat(busy.code()).endsWith("busy");
        end.countDown();
        assertThat(retry(run)).isEqualTo(1);
    }

    /** Three times, with two places: each reader must have left its own. */
    @Test
    void stopsALibraryThatWouldCountDaysForHours() throws IOException {
        var limits = new PlanFileLimits(8 << 20, 8 << 20, 50, 100, 40, 300_000, 20_000, 100, Duration.ofSeconds(2), 2);
        var reader = new PlanFileReader(limits);
        var task = "<Task><UID>%d</UID><ID>%d</ID><Name>A</Name><Start>2026-03-%02dT08:00:00</Start>"
                + "<Duration>PT%dH0M0S</Duration></Task>";
        var tasks = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            tasks.append(task.formatted(i, i, 1 + i % 28, 80_000 + i % 28));
        }
        var file = Files.createTempFile("plan-test", ".xml");
        try {
            Files.writeString(file, "<Project><Tasks>" + tasks + "</Tasks></Project>");
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(PlanFileException.class, () -> reader.read("plan.xml", file))
                                .code())
                        .endsWith(".tooSlow");
            }
            Files.writeString(file, "<Project><Tasks>" + task.formatted(1, 1, 2, 40) + "</Tasks></Project>");
            assertThat(reader.read("plan.xml", file).tasks()).hasSize(1);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void turnsLackOfMemoryIntoAReport() {
        var run = new BoundedRun(SMALL);
        var refusal = catchThrowableOfType(
                PlanFileException.class, () -> run.call(() -> new long[Integer.MAX_VALUE - 8], Duration.ofSeconds(20)));
        assertThat(refusal.code()).endsWith("tooMuchMemory");
    }

    private static Integer waitDeafly(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // a parser that does not heed interrupts
                ended = false;
            }
        }
        return 0;
    }

    private static Integer retry(BoundedRun run) {
        for (int i = 0; i < 50; i++) {
            try {
                return run.call(() -> 1, Duration.ofMillis(100));
            } catch (PlanFileException e) {
                assertThat(e.code()).endsWith("busy");
            }
        }
        return -1;
    }
}

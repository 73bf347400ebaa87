package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileLink.Type;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.MPXJException;
import org.mpxj.mpp.MPPReader;

/** Files that Microsoft Project and Excel have saved themselves; test resources, plans/README.md says whence. */
@Timeout(240)
class MicrosoftProjectFileTests {

    private static final LocalDateTime THURSDAY = LocalDateTime.of(2011, 11, 24, 8, 0);

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void takesTasksLinksAndPeopleAsThePlannerSawThem(String name) {
        var plan = PlanFiles.read(name, PlanFiles.saved(name));

        assertThat(plan.format()).isEqualTo(PlanFormat.MPP);
        assertThat(plan.title()).isEqualTo("The quick brown fox jumps over the lazy dog");
        assertThat(plan.start()).isEqualTo(THURSDAY);
        assertThat(plan.finish()).isEqualTo(THURSDAY.plusDays(1).withHour(17));
        assertThat(plan.calendarName()).isEqualTo("Standard");
        assertThat(plan.minutesPerDay()).isEqualTo(480);
        assertThat(plan.tasks())
                .extracting(
                        PlanFileTask::row,
                        PlanFileTask::wbs,
                        PlanFileTask::name,
                        PlanFileTask::start,
                        PlanFileTask::finish,
                        PlanFileTask::durationMinutes)
                .containsExactly(
                        tuple(1, "1", "Aquire fox", THURSDAY, THURSDAY.withHour(17), 480L),
                        tuple(2, "2", "Obtain Dog", THURSDAY, THURSDAY.withHour(17), 480L),
                        tuple(
                                3,
                                "3",
                                "Fox does his jump",
                                THURSDAY.plusDays(1),
                                THURSDAY.plusDays(1).withHour(17),
                                480L));
        assertThat(plan.links())
                .containsExactlyInAnyOrder(
                        new PlanFileLink(1, 3, Type.FINISH_TO_START, Lag.NONE),
                        new PlanFileLink(2, 3, Type.FINISH_TO_START, Lag.NONE));
        assertThat(plan.resources()).extracting(PlanFileResource::name).containsExactly("Fox", "Dog");
        assertThat(plan.assignments())
                .containsExactlyInAnyOrder(
                        new PlanFileAssignment(1, 1, 100, 480), new PlanFileAssignment(2, 2, 100, 480));
        assertThat(plan.report().problemCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void agreesWithThePlanLibrary(String name) throws MPXJException {
        var bytes = PlanFiles.saved(name);
        var same = new AsWritten(PlanFiles.read(name, bytes), new MPPReader().read(new ByteArrayInputStream(bytes)));
        same.assertTasks();
        same.assertLinks();
        same.assertAssignments();
    }

    @Test
    void saysThatAWorkbookHasAPassword() {
        var refusal = catchThrowableOfType(
                PlanFileException.class, () -> PlanFiles.read("protected.xlsx", PlanFiles.saved("protected.xlsx")));
        assertThat(refusal.code()).endsWith(".encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick-brown-fox-2003.mpp", "quick-brown-fox-2007.mpp"})
    void givesAPlanOrAReportHoweverTheFileWasDamaged(String name) {
        var content = PlanFiles.saved(name);
        var random = new Random(20261122);
        int plans = 0;
        int reports = 0;
        for (int round = 0; round < 150; round++) {
            try {
                assertThat(PlanFiles.read(name, damaged(content, random)).tasks())
                        .hasSizeLessThan(10_000);
                plans++;
            } catch (PlanFileException e) {
                assertThat(e.code()).as("round " + round).doesNotEndWith("tooSlow");
                reports++;
            }
        }
        assertThat(plans).as("small damage leaves a plan").isPositive();
        assertThat(reports).as("large damage leaves none").isPositive();
    }

    private static byte[] damaged(byte[] content, Random random) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return Arrays.copyOf(content, 1 + random.nextInt(content.length));
        }
        var bytes = content.clone();
        if (kind == 1) {
            int from = random.nextInt(bytes.length);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + random.nextInt(8_192)), (byte) random.nextInt(256));
            return bytes;
        }
        for (int i = 1 + random.nextInt(kind == 2 ? 8 : 2_000); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}

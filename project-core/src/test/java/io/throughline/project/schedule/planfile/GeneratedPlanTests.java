package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.planfile.PlanFileTask.ConstraintType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans written by the plan library come back from the file as they were. */
class GeneratedPlanTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsEveryTaskLinkAndAssignmentOfAnXmlPlan(long seed) {
        var source = GeneratedPlan.of(seed, 300);
        var plan = PlanFiles.read("plan.xml", PlanFiles.mspdi(source));
        var same = new AsWritten(plan, source);
        same.assertTasks();
        same.assertLinks();
        same.assertAssignments();
        assertThat(plan.tasks()).extracting(PlanFileTask::constraint).contains(ConstraintType.values());
        assertThat(plan.report().problems()).isEmpty();
    }

    @Test
    void readsTenThousandTasks() {
        var source = GeneratedPlan.of(11, 10_000);
        var plan = PlanFiles.read("plan.xml", PlanFiles.mspdi(source));
        assertThat(plan.tasks()).hasSize(10_000);
        new AsWritten(plan, source).assertLinks();
    }
}

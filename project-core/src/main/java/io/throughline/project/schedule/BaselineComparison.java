package io.throughline.project.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A baseline beside the plan or a later baseline.
 *
 * @param from the baseline
 * @param to the later one; null for the plan as it stands
 * @param finishSlip working days by which the whole ends later; null where one side has no dates
 * @param changes every task of both, in the plan's order; tasks that left the plan last
 */
public record BaselineComparison(
        BaselineRow from,
        @Nullable BaselineRow to,
        @Nullable LocalDate finishBefore,
        @Nullable LocalDate finishAfter,
        @Nullable Long finishSlip,
        List<BaselineChange> changes) {

    public Map<TaskVariance, Long> counts() {
        return changes.stream().collect(Collectors.groupingBy(BaselineChange::variance, Collectors.counting()));
    }

    public long count(TaskVariance variance) {
        return counts().getOrDefault(variance, 0L);
    }

    /** The tasks of one kind; for null all that differ. */
    public List<BaselineChange> of(@Nullable TaskVariance variance) {
        return changes.stream()
                .filter(change ->
                        variance == null ? change.variance() != TaskVariance.SAME : change.variance() == variance)
                .toList();
    }
}

package io.throughline.project.schedule;

import java.time.LocalDate;
import java.util.List;
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

    public long count(TaskVariance variance) {
        return of(variance).size();
    }

    /** The tasks of one kind; for null all that differ. */
    public List<BaselineChange> of(@Nullable TaskVariance variance) {
        return changes.stream()
                .filter(change ->
                        variance == null ? change.variance() != TaskVariance.SAME : change.variance() == variance)
                .toList();
    }
}

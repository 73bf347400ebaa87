package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a task may take, in minutes of its duration: working ones, or elapsed where the duration is.
 *
 * @param optimisticMinutes if all goes well
 * @param likelyMinutes as it usually goes
 * @param pessimisticMinutes if all goes wrong
 */
@Embeddable
public record ThreePointEstimate(long optimisticMinutes, long likelyMinutes, long pessimisticMinutes) {

    /** @throws RuleViolation unless 0 ≤ optimistic ≤ likely ≤ pessimistic, at the field that breaks it */
    public ThreePointEstimate {
        if (optimisticMinutes < 0) {
            throw new RuleViolation("project.schedule.estimateNegative").at("optimisticMinutes");
        }
        if (likelyMinutes < optimisticMinutes) {
            throw new RuleViolation("project.schedule.likelyTooShort").at("likelyMinutes");
        }
        if (pessimisticMinutes < likelyMinutes) {
            throw new RuleViolation("project.schedule.pessimisticTooShort").at("pessimisticMinutes");
        }
    }

    /**
     * All three, or none.
     *
     * @throws RuleViolation where one is missing, at that field
     */
    static @Nullable ThreePointEstimate of(
            @Nullable Long optimistic, @Nullable Long likely, @Nullable Long pessimistic) {
        if (optimistic == null && likely == null && pessimistic == null) {
            return null;
        }
        return new ThreePointEstimate(
                given(optimistic, "optimisticMinutes"),
                given(likely, "likelyMinutes"),
                given(pessimistic, "pessimisticMinutes"));
    }

    /**
     * Of points as typed, which are three or none.
     *
     * @param elapsed whether the duration runs by the clock
     * @throws RuleViolation for points of the other kind of time
     */
    static @Nullable ThreePointEstimate of(List<TaskDuration> points, boolean elapsed) {
        return points.isEmpty()
                ? null
                : new ThreePointEstimate(
                        points.get(0).minutes(elapsed),
                        points.get(1).minutes(elapsed),
                        points.get(2).minutes(elapsed));
    }

    /** Of a beta-PERT distribution: (a + 4m + b) / 6. */
    public long meanMinutes() {
        return Math.round(expectedMinutes());
    }

    /** The same, unrounded. */
    public double expectedMinutes() {
        return (optimisticMinutes + 4.0 * likelyMinutes + pessimisticMinutes) / 6;
    }

    /** Of the analytic card: (b − a) / 6. The variance of a beta-PERT distribution is another number. */
    public double sigmaMinutes() {
        return (pessimisticMinutes - optimisticMinutes) / 6.0;
    }

    /**
     * As planners write it, in days of eight hours, {@code 3/5/9}, or by the clock: {@code 2ed/3ed/5ed}.
     *
     * @param elapsed whether the duration is
     */
    public String text(boolean elapsed) {
        return Stream.of(optimisticMinutes, likelyMinutes, pessimisticMinutes)
                .map(minutes -> new TaskDuration(minutes, elapsed).text())
                .collect(Collectors.joining("/"));
    }

    /** Of as many days of the other kind: three working days become three by the clock, or the other way round. */
    ThreePointEstimate turned(boolean elapsed) {
        return new ThreePointEstimate(
                TaskDuration.turned(optimisticMinutes, elapsed),
                TaskDuration.turned(likelyMinutes, elapsed),
                TaskDuration.turned(pessimisticMinutes, elapsed));
    }

    private static long given(@Nullable Long minutes, String field) {
        if (minutes == null) {
            throw new RuleViolation("project.schedule.estimateIncomplete").at(field);
        }
        return minutes;
    }
}

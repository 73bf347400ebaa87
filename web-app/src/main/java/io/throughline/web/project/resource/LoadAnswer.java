package io.throughline.web.project.resource;

import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.ResourceLoad;
import io.throughline.project.resource.ResourceLoad.Clash;
import io.throughline.project.resource.ResourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one resource has to do, in days and times of the company's zone.
 *
 * @param overloads each working interval by itself
 */
record LoadAnswer(
        long resource,
        String name,
        ResourceKind kind,
        @Nullable String login,
        BigDecimal maxUnits,
        List<Period> periods,
        List<Overload> overloads) {

    /** @param to the last day */
    record Period(
            LocalDate from,
            LocalDate to,
            long capacityMinutes,
            long assignedMinutes,
            int percent,
            boolean overloaded) {}

    /**
     * @param units the most that is needed at a time; 1 is one full resource
     * @param capacity what there is
     * @param tasks what collides; null in place of what the caller may not see
     */
    record Overload(LocalDateTime from, LocalDateTime to, BigDecimal units, BigDecimal capacity, List<Task> tasks) {}

    record Task(
            @Nullable String project,
            @Nullable Integer no,
            @Nullable String name) {}

    static LoadAnswer of(ResourceRow row, ResourceLoad load) {
        return new LoadAnswer(
                row.id(),
                row.name(),
                row.kind(),
                row.login(),
                row.maxUnits(),
                load.periods().stream()
                        .map(one -> new Period(
                                one.first(),
                                one.last(),
                                one.capacityMinutes(),
                                one.assignedMinutes(),
                                one.percent(),
                                one.overloaded()))
                        .toList(),
                load.overloads().stream().map(LoadAnswer::overload).toList());
    }

    private static Overload overload(Clash clash) {
        return new Overload(
                clash.from(),
                clash.to(),
                BigDecimal.valueOf(clash.percent(), 2),
                BigDecimal.valueOf(clash.capacityPercent(), 2),
                clash.tasks().stream()
                        .map(task -> new Task(task.project(), task.no(), task.name()))
                        .toList());
    }
}

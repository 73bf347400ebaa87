package io.throughline.project.resource;

import java.math.BigDecimal;
import java.util.List;

/**
 * A resource on a task.
 *
 * @param version of the assignment
 * @param units 1 is one full resource; a quantity of material
 */
public record AssignmentRow(
        long resource,
        int version,
        String name,
        ResourceKind kind,
        BigDecimal units,
        long workMinutes,
        long actualWorkMinutes,
        long remainingWorkMinutes,
        List<SkillLevel> skills) {

    /** Of one full resource. */
    public BigDecimal percent() {
        return new BigDecimal(units.movePointRight(2).stripTrailingZeros().toPlainString());
    }

    public BigDecimal hours() {
        return Hours.of(workMinutes);
    }
}

package io.throughline.project.schedule;

import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a template's plan as a whole.
 *
 * @param calendar null for the standard week
 * @param anchor the time of day at which the plan begins or ends; null for the calendar's
 */
record TemplatePlan(
        Direction direction,
        boolean honorsConstraints,
        Alap alap,
        long criticalSlackMinutes,
        boolean multipleCriticalPaths,
        @Nullable LocalTime anchor,
        @Nullable Long calendar) {

    static TemplatePlan read(ResultSet row) throws SQLException {
        return new TemplatePlan(
                Direction.valueOf(row.getString("direction")),
                row.getBoolean("honors_constraints"),
                Alap.valueOf(row.getString("alap")),
                row.getLong("critical_slack_minutes"),
                row.getBoolean("multiple_critical_paths"),
                row.getObject("anchor_time", LocalTime.class),
                TaskColumns.number(row, "calendar_id"));
    }

    boolean isFromFinish() {
        return direction == Direction.FROM_FINISH;
    }
}

package io.throughline.project.schedule;

import io.throughline.project.schedule.planfile.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns a plan can be shown with. Number and name are in every plan, before all others. */
public enum PlanColumn {
    NUMBER(Column.ID),
    NAME(Column.NAME),
    WBS(Column.WBS),
    DURATION(Column.DURATION),
    START(Column.START),
    FINISH(Column.FINISH),
    PREDECESSORS(Column.PREDECESSORS),
    SUCCESSORS(null),
    ASSIGNEE(Column.RESOURCES),
    PERCENT(Column.PERCENT),
    STATUS(null),
    TOTAL_SLACK(null),
    FREE_SLACK(null),
    CRITICAL(null),
    CONSTRAINT(Column.CONSTRAINT),
    DEADLINE(Column.DEADLINE),
    EFFORT(Column.EFFORT),
    ESTIMATE(Column.ESTIMATE),
    MODE(Column.MODE),
    EFFORT_TYPE(Column.EFFORT_TYPE),
    CALENDAR(null),
    BASELINE_START(null),
    BASELINE_FINISH(null),
    FINISH_SLIP(null),
    ACTUAL_START(null),
    ACTUAL_FINISH(null);

    public static final List<PlanColumn> ALWAYS = List.of(NUMBER, NAME);

    /** For who has not chosen. */
    public static final List<PlanColumn> USUAL =
            List.of(NUMBER, NAME, WBS, DURATION, START, FINISH, PREDECESSORS, ASSIGNEE, PERCENT, STATUS, TOTAL_SLACK);

    private final @Nullable Column written;

    PlanColumn(@Nullable Column written) {
        this.written = written;
    }

    /** As it stands in addresses and in the page. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a code that is none. */
    public static Optional<PlanColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }

    /** What pasting into it writes; empty for one that is only shown. */
    Optional<Column> written() {
        return Optional.ofNullable(written);
    }
}

package io.throughline.project.schedule;

/**
 * A task that drives another.
 *
 * @param lag in the unit
 */
public record PredecessorView(int number, String name, DependencyType type, long lag, LagUnit unit) {

    /** As planners write it: {@code 3}, {@code 3SS}, {@code 3FS+2d}, {@code 3FS-4h}. */
    public String text() {
        var plain = type == DependencyType.FINISH_TO_START && lag == 0;
        return plain ? String.valueOf(number) : number + type.code() + lagText();
    }

    private String lagText() {
        if (lag == 0) {
            return "";
        }
        var sign = lag > 0 ? "+" : "-";
        long size = Math.abs(lag);
        if (unit == LagUnit.PERCENT || unit == LagUnit.ELAPSED_PERCENT) {
            return sign + size / 100 + (unit == LagUnit.PERCENT ? "%" : "e%");
        }
        var letter = unit == LagUnit.ELAPSED ? "e" : "";
        long day = unit == LagUnit.ELAPSED ? 1440 : PlanHours.DAY_MINUTES;
        if (size % day == 0) {
            return sign + size / day + letter + "d";
        }
        return size % 60 == 0 ? sign + size / 60 + letter + "h" : sign + size + letter + "m";
    }
}

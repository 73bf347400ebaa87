package io.throughline.project.schedule;

import java.time.LocalDate;

/** Days of a plan as offsets from where it begins, for what else a template holds of a project: see {@link PlanOffset}. */
public final class PlanDays {

    private final PlanHours hours;
    private final LocalDate origin;

    PlanDays(PlanHours hours, LocalDate origin) {
        this.hours = hours;
        this.origin = origin;
    }

    public String offset(LocalDate day) {
        return PlanOffset.of(hours, origin, day, null).toString();
    }

    public LocalDate day(String offset) {
        return PlanOffset.parse(offset).day(hours, origin);
    }
}

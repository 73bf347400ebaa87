package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Effort;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** How a task's duration hangs together with the work of the people on it. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class WorkRule {

    @Enumerated(EnumType.STRING)
    private Effort.Type effortType;

    /** Whether more people make it shorter. */
    private boolean effortDriven;

    /** Whether the hours of the people on it do not matter. */
    private boolean ownHours;

    WorkRule(Effort.Type type, boolean driven, boolean ownHours) {
        this.effortType = type;
        this.effortDriven = driven;
        this.ownHours = ownHours;
    }

    /** The same for a task of another type. */
    WorkRule of(Effort.Type type) {
        return new WorkRule(type, effortDriven, ownHours);
    }

    static WorkRule usual() {
        return new WorkRule(Effort.Type.FIXED_UNITS, false, false);
    }
}

package io.throughline.project.resource;

import io.throughline.project.schedule.planfile.PlanFileResource;

/** Who or what a resource is. */
public enum ResourceKind {
    PERSON,
    EQUIPMENT,
    /** Nobody yet: the skills that are needed, until somebody who has them takes over. */
    GENERIC,
    /** Is used up. */
    MATERIAL,
    /** Only costs. */
    COST;

    /** Whether it gives time, and so can be given too much to do. */
    public boolean works() {
        return this == PERSON || this == EQUIPMENT || this == GENERIC;
    }

    /** Files do not tell people from machines. */
    static ResourceKind of(PlanFileResource.Type type) {
        return switch (type) {
            case WORK -> PERSON;
            case MATERIAL -> MATERIAL;
            case COST -> COST;
        };
    }
}

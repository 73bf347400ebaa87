package io.throughline.project.lifecycle;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A project a viewer may see, and what the viewer may do in it.
 *
 * @param calendarId the working calendar it is planned on; null for the standard week
 * @param manages leads it: the project manager, a deputy, or any manager
 * @param contributes works in it: leads it or is a member
 * @param plan may read plan, deliverables and documents; an account executive without this sees milestones only
 * @param cost may read budget and cost
 */
public record ProjectAccess(
        ProjectId id,
        String key,
        String name,
        int version,
        Phase phase,
        ProjectStatus status,
        ZoneId zone,
        @Nullable Long calendarId,
        @Nullable Long customerId,
        @Nullable Long managerId,
        boolean manages,
        boolean contributes,
        boolean plan,
        boolean cost) {

    public boolean isOpen() {
        return status.isOpen();
    }

    /** Throws {@link NotAllowed} for who does not lead, {@link RuleViolation} when the project is closed. */
    public ProjectAccess toManage() {
        if (!manages) {
            throw new NotAllowed("lead project " + key);
        }
        return toChange();
    }

    /** Throws {@link NotAllowed} for who does not work in it, {@link RuleViolation} when the project is closed. */
    public ProjectAccess toContribute() {
        if (!contributes) {
            throw new NotAllowed("work in project " + key);
        }
        return toChange();
    }

    /** The same under the key of a draft of its plan. */
    ProjectAccess in(DraftKey draft) {
        return new ProjectAccess(
                id,
                draft.toString(),
                name,
                version,
                phase,
                status,
                zone,
                calendarId,
                customerId,
                managerId,
                manages,
                contributes,
                plan,
                cost);
    }

    private ProjectAccess toChange() {
        if (!status.isOpen()) {
            throw new RuleViolation("project.lifecycle.notOpen", key);
        }
        return this;
    }
}

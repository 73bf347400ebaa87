package io.throughline.aftersales.desk;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is: one person's, one team's, or everybody's.
 *
 * <p>A person keeps what is his or her own; a team's is kept by its members and by managers; everybody's by managers and
 * administrators.
 */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Share {

    private @Nullable Long ownerId;
    private @Nullable Long teamId;

    /** Throws {@link RuleViolation} at {@code sharing} or {@code teamId} for what the viewer may not share so. */
    static Share of(Viewer viewer, Sharing sharing, @Nullable Long team) {
        var share = new Share();
        switch (sharing) {
            case OWN -> share.ownerId = viewer.id().value();
            case TEAM -> {
                if (team == null) {
                    throw new RuleViolation("aftersales.desk.teamNeeded").at("teamId");
                }
                share.teamId = team;
            }
            case EVERYONE -> {}
        }
        if (!share.isKeptBy(viewer)) {
            throw new RuleViolation("aftersales.desk.mayNotShare").at("sharing");
        }
        return share;
    }

    /** A share of nobody in particular has no columns, so it is read as none. */
    static Share orEveryones(@Nullable Share stored) {
        return stored == null ? new Share() : stored;
    }

    /** What the viewer does not see is not there; what is seen and not kept is refused. */
    void requireKeeper(Viewer viewer, Object id) {
        if (!isSeenBy(viewer)) {
            throw new NotFound("desk", id);
        }
        if (!isKeptBy(viewer)) {
            throw new RuleViolation("aftersales.desk.notYours");
        }
    }

    private boolean isSeenBy(Viewer viewer) {
        return ownerId == null
                ? teamId == null || viewer.teamIds().contains(teamId) || viewer.hasAny(Role.MANAGER, Role.ADMIN)
                : Objects.equals(ownerId, viewer.id().value());
    }

    private boolean isKeptBy(Viewer viewer) {
        if (ownerId != null) {
            return Objects.equals(ownerId, viewer.id().value());
        }
        return teamId == null
                ? viewer.hasAny(Role.MANAGER, Role.ADMIN)
                : viewer.teamIds().contains(teamId) || viewer.hasAny(Role.MANAGER, Role.ADMIN);
    }

    /** The condition under which the viewer finds a row of the table {@code d}; {@code :me} and {@code :teams} are its parameters. */
    static String seen(Viewer viewer) {
        return viewer.hasAny(Role.MANAGER, Role.ADMIN)
                ? "(d.owner_id is null or d.owner_id = :me)"
                : "(d.owner_id = :me or d.owner_id is null and (d.team_id is null or d.team_id = any(:teams)))";
    }

    /** The condition under which the viewer may change such a row. */
    static String kept(Viewer viewer) {
        return viewer.hasAny(Role.MANAGER, Role.ADMIN)
                ? "(d.owner_id is null or d.owner_id = :me)"
                : "(d.owner_id = :me or d.team_id = any(:teams))";
    }
}

package io.throughline.aftersales.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands on its course: the status, why it rests, when it was resolved and closed. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TicketStanding {

    private String status;

    @Enumerated(EnumType.STRING)
    private StatusCategory category;

    private @Nullable String holdReason;

    @Column(name = "held_until")
    private @Nullable Instant holdUntil;

    private @Nullable Instant firstResolvedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Long resolvedBy;
    private @Nullable Instant closedAt;
    private int reopenedCount;

    /** What a step means beside the new status. */
    enum Turn {
        NONE,
        RESOLVED,
        REOPENED,
        CLOSED
    }

    static TicketStanding ofNew() {
        var standing = new TicketStanding();
        standing.status = TicketStatus.NEW;
        standing.category = StatusCategory.OPEN;
        return standing;
    }

    /** Throws {@link io.throughline.foundation.model.RuleViolation} where the course does not lead there. */
    Turn moveTo(TicketStatus to, @Nullable Long by, Instant at) {
        StatusCourse.require(status, category, to);
        var turn = turnTo(to.category());
        status = to.code();
        category = to.category();
        holdReason = null;
        holdUntil = null;
        switch (turn) {
            case RESOLVED -> resolved(by, at);
            case REOPENED -> reopenedCount++;
            case CLOSED -> closedAt = at;
            case NONE -> {}
        }
        return turn;
    }

    /** The reason and the end of a rest begun with {@link #moveTo}. */
    void rest(String reason, Instant until) {
        holdReason = reason;
        holdUntil = until;
    }

    boolean is(String wanted) {
        return status.equals(wanted);
    }

    /** Whether an objection still counts as reopening. */
    boolean mayReopen(Instant at, Duration window) {
        return category == StatusCategory.RESOLVED && resolvedAt != null && !at.isAfter(resolvedAt.plus(window));
    }

    private Turn turnTo(StatusCategory next) {
        if (category == StatusCategory.RESOLVED && next.isLive()) {
            return Turn.REOPENED;
        }
        if (next == StatusCategory.RESOLVED && category != StatusCategory.RESOLVED) {
            return Turn.RESOLVED;
        }
        return next == StatusCategory.CLOSED ? Turn.CLOSED : Turn.NONE;
    }

    private void resolved(@Nullable Long by, Instant at) {
        if (firstResolvedAt == null) {
            firstResolvedAt = at;
        }
        resolvedAt = at;
        resolvedBy = by;
    }
}

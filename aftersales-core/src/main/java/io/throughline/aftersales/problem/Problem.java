package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The cause behind one or several diagnosis tickets. */
@Entity
@Getter
@Table(schema = "aftersales", name = "problem")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Problem extends Aggregate {

    private String number;
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private ProblemState state = ProblemState.NEW;

    @Enumerated(EnumType.STRING)
    private @Nullable FaultCause cause;

    private @Nullable Long projectId;
    private @Nullable Long deliverableId;
    private @Nullable Long ownerId;
    private @Nullable String rootCause;
    private @Nullable String workaround;

    @Enumerated(EnumType.STRING)
    @Column(name = "fix_by")
    private @Nullable FixBy fixBy;

    private @Nullable String fixReference;
    private @Nullable String plan;
    private @Nullable LocalDate plannedFor;
    private @Nullable String resolution;
    private @Nullable Long articleId;
    private Instant openedAt;
    private @Nullable Instant knownErrorAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant closedAt;

    Problem(String number, SaveProblem wanted, @Nullable Long project, Instant at) {
        this.number = number;
        this.openedAt = at;
        write(wanted, project);
    }

    /** What a state rests on cannot be taken away from under it. */
    void rewrite(SaveProblem wanted, @Nullable Long project) {
        require(state != ProblemState.CLOSED, "aftersales.problem.closed");
        write(wanted, project);
        requireKnown(state);
    }

    /** Throws {@link RuleViolation} where no way leads, or where something has to be known first. */
    void moveTo(ProblemState to, Instant at) {
        if (!state.leadsTo(to)) {
            throw new RuleViolation("aftersales.problem.noSuchWay").at("state");
        }
        requireKnown(to);
        if (to == ProblemState.CLOSED && state != ProblemState.RESOLVED) {
            requireText(resolution, "aftersales.problem.whyClosed", "resolution");
        }
        state = to;
        switch (to) {
            case KNOWN_ERROR -> knownErrorAt = Objects.requireNonNullElse(knownErrorAt, at);
            case RESOLVED -> resolvedAt = at;
            case CLOSED -> closedAt = at;
            case NEW, INVESTIGATING, FIX_PLANNED -> resolvedAt = null;
        }
    }

    /** The article that tells others what is known. */
    void tellIn(long article) {
        require(articleId == null, "aftersales.problem.articleThere");
        requireText(workaround == null ? resolution : workaround, "aftersales.problem.nothingToTell", "workaround");
        articleId = article;
    }

    /** Announces that words, state or tickets have changed; called when the row is there. */
    void changed(boolean resolvedNow) {
        registerEvent(new ProblemChanged(new ProblemId(requireId()), number, resolvedNow));
    }

    private void write(SaveProblem wanted, @Nullable Long project) {
        title = wanted.title().strip();
        description = wanted.description().strip();
        cause = wanted.cause();
        deliverableId = wanted.deliverableId();
        projectId = project;
        ownerId = wanted.ownerId();
        rootCause = text(wanted.rootCause());
        workaround = text(wanted.workaround());
        fixBy = wanted.fixBy();
        fixReference = text(wanted.fixReference());
        plan = text(wanted.plan());
        plannedFor = wanted.plannedFor();
        resolution = text(wanted.resolution());
    }

    private void requireKnown(ProblemState to) {
        switch (to) {
            case KNOWN_ERROR -> {
                requireText(rootCause, "aftersales.problem.rootCauseFirst", "rootCause");
                requireText(workaround, "aftersales.problem.workaroundFirst", "workaround");
            }
            case FIX_PLANNED -> {
                requireText(rootCause, "aftersales.problem.rootCauseFirst", "rootCause");
                requireText(plan, "aftersales.problem.planFirst", "plan");
            }
            case RESOLVED -> {
                requireText(rootCause, "aftersales.problem.rootCauseFirst", "rootCause");
                requireText(resolution, "aftersales.problem.resolutionFirst", "resolution");
            }
            case NEW, INVESTIGATING, CLOSED -> {}
        }
    }

    private static void requireText(@Nullable String text, String otherwise, String field) {
        if (text == null) {
            throw new RuleViolation(otherwise).at(field);
        }
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new RuleViolation(otherwise);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}

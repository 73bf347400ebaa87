package io.throughline.aftersales.survey;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Somebody should call after a bad answer, and say what came of it. */
@Entity
@Getter
@Table(schema = "aftersales", name = "survey_follow_up")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class FollowUp extends Aggregate {

    private static final int LONGEST = 2000;

    private long responseId;
    private @Nullable Long customerId;
    private @Nullable Long ownerId;
    private Instant openedAt;
    private LocalDate dueOn;
    private @Nullable Instant doneAt;
    private @Nullable Long doneBy;
    private @Nullable String note;

    FollowUp(Response response, @Nullable Long owner, Instant at, LocalDate due) {
        this.responseId = response.requireId();
        this.customerId = response.getCustomerId();
        this.ownerId = owner;
        this.openedAt = at;
        this.dueOn = due;
    }

    void done(String words, @Nullable Long by, Instant at) {
        if (doneAt != null) {
            throw new RuleViolation("aftersales.survey.followUpDone");
        }
        if (words.isBlank() || words.length() > LONGEST) {
            throw new RuleViolation("aftersales.survey.followUpNote", LONGEST).at("note");
        }
        note = words.strip();
        doneBy = by;
        doneAt = at;
    }
}

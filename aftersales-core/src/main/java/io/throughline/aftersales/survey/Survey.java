package io.throughline.aftersales.survey;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Questions asked on an occasion, and the rules by which they are sent. */
@Entity
@Getter
@Table(schema = "aftersales", name = "survey")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Survey extends Aggregate {

    private int number;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    @Enumerated(EnumType.STRING)
    private SurveyOccasion occasion;

    @Enumerated(EnumType.STRING)
    private SurveyState state;

    private String titleZh;
    private String titleEn;
    private String scoreZh;
    private String scoreEn;
    private @Nullable String yesNoZh;
    private @Nullable String yesNoEn;
    private @Nullable String commentZh;
    private @Nullable String commentEn;
    private boolean anonymous;
    private int waitHours;
    private int reminders;
    private int reminderDays;
    private int answerDays;
    private int followUpDays;

    Survey(SurveyNumber number, SaveSurvey wanted) {
        this.number = number.value();
        this.state = SurveyState.DRAFT;
        take(wanted);
        if (occasion == SurveyOccasion.TICKET_RESOLVED) {
            throw new RuleViolation("aftersales.survey.onlyOneOfResolutions").at("occasion");
        }
    }

    /** What an answer means stays as it is once somebody may have answered. */
    void change(SaveSurvey wanted) {
        boolean same = wanted.kind() == kind
                && wanted.occasion() == occasion
                && Boolean.TRUE.equals(wanted.anonymous()) == anonymous;
        if (!same && (state != SurveyState.DRAFT || isOfResolutions())) {
            throw new RuleViolation("aftersales.survey.asked").at("kind");
        }
        if (wanted.occasion() == SurveyOccasion.TICKET_RESOLVED && !isOfResolutions()) {
            throw new RuleViolation("aftersales.survey.onlyOneOfResolutions").at("occasion");
        }
        take(wanted);
    }

    void open() {
        state = SurveyState.OPEN;
    }

    void close() {
        if (state != SurveyState.OPEN) {
            throw new RuleViolation("aftersales.survey.notOpen");
        }
        state = SurveyState.CLOSED;
    }

    boolean isOfResolutions() {
        return occasion == SurveyOccasion.TICKET_RESOLVED;
    }

    boolean isOpen() {
        return state == SurveyState.OPEN;
    }

    /** A rating of a resolution is also given in the portal, so that no state ends it. */
    boolean takesAnswers() {
        return isOpen() || isOfResolutions();
    }

    Instant mailAt(Instant occasionAt) {
        return occasionAt.plus(Duration.ofHours(waitHours));
    }

    private void take(SaveSurvey wanted) {
        kind = requireNonNull(wanted.kind());
        occasion = requireNonNull(wanted.occasion());
        titleZh = requireNonNull(wanted.titleZh()).strip();
        titleEn = requireNonNull(wanted.titleEn()).strip();
        scoreZh = requireNonNull(wanted.scoreZh()).strip();
        scoreEn = requireNonNull(wanted.scoreEn()).strip();
        yesNoZh = clean(wanted.yesNoZh());
        yesNoEn = clean(wanted.yesNoEn());
        commentZh = clean(wanted.commentZh());
        commentEn = clean(wanted.commentEn());
        requirePair(yesNoZh, yesNoEn, "yesNo");
        requirePair(commentZh, commentEn, "comment");
        anonymous = Boolean.TRUE.equals(wanted.anonymous());
        waitHours = requireNonNull(wanted.waitHours());
        reminders = requireNonNull(wanted.reminders());
        reminderDays = requireNonNull(wanted.reminderDays());
        answerDays = requireNonNull(wanted.answerDays());
        followUpDays = requireNonNull(wanted.followUpDays());
    }

    private static void requirePair(@Nullable String zh, @Nullable String en, String field) {
        if (zh == null != (en == null)) {
            throw new RuleViolation("aftersales.survey.bothLanguages").at(field + (zh == null ? "Zh" : "En"));
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.throughline.aftersales.survey;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
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

/** One asking of one person about one occasion, with the people and team it is about on that day. */
@Entity
@Getter
@Table(schema = "aftersales", name = "survey_invitation")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Invitation extends Aggregate {

    private long surveyId;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private String subjectType;
    private long subjectId;
    private int occasion;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long agentId;
    private @Nullable Long teamId;
    private @Nullable Long projectId;
    private Instant invitedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant mailDueAt;
    private int reminded;

    @Enumerated(EnumType.STRING)
    private @Nullable LeftOut leftOut;

    private Instant expiresAt;
    private @Nullable Instant revokedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant bouncedAt;

    Invitation(Survey survey, SubjectRef subject, int occasion, Instant at) {
        this.surveyId = survey.requireId();
        this.kind = survey.getKind();
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.occasion = occasion;
        this.invitedAt = at;
        this.expiresAt = at.plus(Duration.ofDays(survey.getAnswerDays()));
    }

    void ask(@Nullable Long customer, @Nullable Long contact) {
        customerId = customer;
        contactId = contact;
    }

    void creditTo(@Nullable Long agent, @Nullable Long team, @Nullable Long project) {
        agentId = agent;
        teamId = team;
        projectId = project;
    }

    void mailAt(Instant at) {
        mailDueAt = at;
    }

    /** The time to answer begins anew with each mail; the next reminder is fixed, where there is one. */
    void mailed(Survey survey, Instant at) {
        if (sentAt == null) {
            sentAt = at;
        } else {
            reminded++;
        }
        bouncedAt = null;
        mailDueAt = reminded < survey.getReminders() ? at.plus(Duration.ofDays(survey.getReminderDays())) : null;
        reopen(survey, at);
    }

    /** No mail, now and later; whoever was asked once keeps the link. */
    void leaveOut(LeftOut why) {
        mailDueAt = null;
        if (sentAt == null) {
            leftOut = why;
        }
    }

    void reopen(Survey survey, Instant at) {
        revokedAt = null;
        expiresAt = at.plus(Duration.ofDays(survey.getAnswerDays()));
    }

    void revoke(Instant at) {
        revokedAt = at;
        mailDueAt = null;
    }

    /** The mail did not arrive: nobody was asked, so nobody is reminded. Who has answered was. */
    void bounced(Instant at) {
        if (!isAnswered()) {
            bouncedAt = at;
            mailDueAt = null;
        }
    }

    /** @param at to the day only where the survey is anonymous */
    void answered(Instant at) {
        answeredAt = at;
        bouncedAt = null;
        mailDueAt = null;
    }

    /** Throws {@link RuleViolation} where the time to answer is over. */
    void requireOpen(Instant at) {
        if (!isOpen(at)) {
            throw new RuleViolation("aftersales.survey.over");
        }
    }

    boolean isOpen(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt);
    }

    boolean isAnswered() {
        return answeredAt != null;
    }
}

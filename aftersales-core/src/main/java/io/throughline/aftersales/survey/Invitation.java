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

    static final Duration LIFE = Duration.ofDays(30);

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private String subjectType;
    private long subjectId;
    private int occasion;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long agentId;
    private @Nullable Long teamId;
    private @Nullable String tokenHash;
    private Instant invitedAt;
    private @Nullable Instant sentAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    Invitation(SurveyKind kind, SubjectRef subject, int occasion, Instant at) {
        this.kind = kind;
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.occasion = occasion;
        this.invitedAt = at;
        this.expiresAt = at.plus(LIFE);
    }

    void ask(@Nullable Long customer, @Nullable Long contact) {
        customerId = customer;
        contactId = contact;
    }

    void creditTo(@Nullable Long agent, @Nullable Long team) {
        agentId = agent;
        teamId = team;
    }

    /** A new link replaces the one before. */
    void link(String hash, Instant at) {
        tokenHash = hash;
        sentAt = at;
        revokedAt = null;
        expiresAt = at.plus(LIFE);
    }

    void revoke(Instant at) {
        revokedAt = at;
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
}

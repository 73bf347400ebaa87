package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Several steps on a ticket under one name. */
@Entity
@Getter
@Table(schema = "aftersales", name = "macro")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Macro extends Aggregate {

    private static final int LONGEST_TAG = 40;

    private String name;
    private @Nullable Long templateId;
    private boolean note;
    private @Nullable String status;
    private @Nullable String holdReason;
    private @Nullable Integer holdDays;

    @Enumerated(EnumType.STRING)
    private @Nullable Priority priority;

    private @Nullable Long toTeamId;
    private @Nullable Long toUserId;
    private boolean toMe;
    private String tags;

    @Embedded
    @Getter(AccessLevel.NONE)
    private @Nullable Share share;

    private @Nullable Instant removedAt;

    /** Throws {@link RuleViolation} at the field that does not fit. */
    Macro(SaveMacro wanted, Share share) {
        this.name = wanted.name().strip();
        this.tags = "";
        write(wanted, share);
    }

    final void write(SaveMacro wanted, Share newShare) {
        name = wanted.name().strip();
        templateId = wanted.templateId();
        note = Boolean.TRUE.equals(wanted.note());
        become(wanted.status(), wanted.holdReason(), wanted.holdDays());
        priority = wanted.priority();
        toTeamId = wanted.toTeamId();
        toMe = Boolean.TRUE.equals(wanted.toMe());
        toUserId = toMe ? null : wanted.toUserId();
        tags = tags(wanted.tags());
        share = newShare;
        if (templateId == null
                && status == null
                && priority == null
                && toTeamId == null
                && toUserId == null
                && !toMe
                && tags.isEmpty()) {
            throw new RuleViolation("aftersales.desk.stepNeeded");
        }
    }

    private void become(@Nullable String wanted, @Nullable String reason, @Nullable Integer days) {
        status = wanted == null || wanted.isBlank() ? null : wanted;
        boolean holds = TicketStatus.ON_HOLD.equals(status);
        if (holds && (reason == null || reason.isBlank())) {
            throw new RuleViolation("aftersales.ticket.holdNeedsReason").at("holdReason");
        }
        if (holds && days == null) {
            throw new RuleViolation("aftersales.desk.daysNeeded").at("holdDays");
        }
        holdReason = holds ? reason : null;
        holdDays = holds ? days : null;
    }

    Share share() {
        return Share.orEveryones(share);
    }

    void remove(Instant at) {
        removedAt = at;
    }

    void bringBack() {
        removedAt = null;
    }

    private static String tags(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var each = Arrays.stream(typed.split("[,，]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (each.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new RuleViolation("aftersales.desk.tagTooLong", LONGEST_TAG).at("tags");
        }
        return each.stream().collect(Collectors.joining(","));
    }
}

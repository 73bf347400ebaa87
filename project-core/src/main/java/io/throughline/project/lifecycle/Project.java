package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "project", name = "project")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Project extends Aggregate {

    private String key;
    private String name;
    private @Nullable String goal;
    private @Nullable Long customerId;
    private boolean internal;
    private @Nullable Long managerId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String zone;
    private @Nullable Long calendarId;
    private @Nullable LocalDate plannedStart;
    private @Nullable LocalDate plannedFinish;
    private @Nullable LocalDate actualStart;
    private @Nullable LocalDate actualFinish;
    private @Nullable LocalDate committedDateR0;
    private @Nullable LocalDate committedDate;
    private @Nullable LocalDate finalAcceptanceDate;
    private @Nullable LocalDate statusDate;
    private @Nullable BigDecimal budgetAmount;
    private @Nullable String budgetCurrency;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Enumerated(EnumType.STRING)
    private Health health;

    private @Nullable String healthReason;
    private Instant healthSince;
    private @Nullable Long templateId;
    private @Nullable Integer templateRevision;
    private boolean countsInKpi;
    private @Nullable Instant closedAt;

    Project(String key, String name, Visibility visibility, String zone, Instant now) {
        this.key = key;
        this.name = name;
        this.visibility = visibility;
        this.zone = zone;
        this.status = ProjectStatus.ACTIVE;
        this.phase = Phase.INITIATION;
        this.health = Health.GREEN;
        this.healthSince = now;
        this.countsInKpi = true;
    }

    void describe(String newName, @Nullable String newGoal, Visibility newVisibility) {
        name = newName.strip();
        goal = newGoal == null || newGoal.isBlank() ? null : newGoal.strip();
        visibility = newVisibility;
    }

    void rename(String newKey) {
        key = newKey;
    }

    /** For a customer, for ourselves, or not known yet; never both. */
    void serve(@Nullable Long customer, boolean forOurselves) {
        if (customer != null && forOurselves) {
            throw new RuleViolation("project.lifecycle.customerOrInternal").at("customerId");
        }
        customerId = customer;
        internal = forOurselves;
    }

    void leadBy(@Nullable Long user) {
        managerId = user;
    }

    void startFrom(TemplateSource.Chosen template) {
        templateId = template.template();
        templateRevision = template.revision();
    }

    void plan(@Nullable LocalDate start, @Nullable LocalDate finish) {
        if (start != null && finish != null && finish.isBefore(start)) {
            throw new RuleViolation("project.lifecycle.finishBeforeStart").at("plannedFinish");
        }
        boolean moved = !Objects.equals(plannedStart, start) || !Objects.equals(plannedFinish, finish);
        plannedStart = start;
        plannedFinish = finish;
        if (moved && getId() != null) {
            registerEvent(new ProjectDatesChanged(new ProjectId(getId())));
        }
    }

    /** Up to when things are as they were reported. */
    void reportUpTo(@Nullable LocalDate date) {
        statusDate = date;
    }

    /** In the hours of another calendar from now on; none means the standard week. */
    void keepHoursOf(@Nullable Long calendar) {
        if (!Objects.equals(calendarId, calendar)) {
            calendarId = calendar;
            registerEvent(new ProjectCalendarChanged(new ProjectId(requireId()), calendar));
        }
    }

    /** The first promise stays on record, whatever is promised later. */
    void promise(@Nullable LocalDate date) {
        if (committedDateR0 == null) {
            committedDateR0 = date;
        }
        committedDate = date;
    }

    void budget(@Nullable Money money) {
        budgetAmount = money == null ? null : money.amount();
        budgetCurrency = money == null ? null : money.currency().getCurrencyCode();
    }

    void judge(Health newHealth, @Nullable String reason, Instant now) {
        if (newHealth != Health.GREEN && (reason == null || reason.isBlank())) {
            throw new RuleViolation("project.lifecycle.healthNeedsReason").at("reason");
        }
        if (newHealth != health) {
            healthSince = now;
        }
        health = newHealth;
        healthReason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    void acceptFinally(@Nullable LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            throw new RuleViolation("project.lifecycle.acceptedInFuture").at("finalAcceptanceDate");
        }
        finalAcceptanceDate = date;
    }

    void hold() {
        requireStatus(ProjectStatus.ACTIVE);
        status = ProjectStatus.ON_HOLD;
    }

    void resume() {
        requireStatus(ProjectStatus.ON_HOLD);
        status = ProjectStatus.ACTIVE;
    }

    void cancel(Instant now, LocalDate today) {
        requireOpen();
        status = ProjectStatus.CANCELLED;
        closedAt = now;
        actualFinish = today;
    }

    /** Leaves the phase; the gate review has looked at the criteria. */
    void pass(Phase gate, boolean firstTry, Instant now, LocalDate today) {
        requireStatus(ProjectStatus.ACTIVE);
        requirePhase(gate);
        var id = new ProjectId(requireId());
        registerEvent(new PhasePassed(id, gate, firstTry, now));
        if (gate == Phase.INITIATION && actualStart == null) {
            actualStart = today;
        }
        if (gate.isLast()) {
            status = ProjectStatus.CLOSED;
            closedAt = now;
            actualFinish = today;
            registerEvent(new ProjectClosed(id, now));
        } else {
            phase = gate.next();
        }
    }

    void requirePhase(Phase gate) {
        if (phase.gate() != gate.gate()) {
            throw new RuleViolation("project.gate.notThisPhase");
        }
    }

    void requireOpen() {
        if (!status.isOpen()) {
            throw new RuleViolation("project.lifecycle.notOpen", key);
        }
    }

    private void requireStatus(ProjectStatus wanted) {
        if (!Objects.equals(status, wanted)) {
            throw new RuleViolation("project.lifecycle.wrongStatus", key);
        }
    }
}

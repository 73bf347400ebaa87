package io.throughline.aftersales.assignment;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** How tickets of one team find who works on them. */
@Entity
@Getter
@Table(schema = "aftersales", name = "assignment_rule")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AssignmentRule extends Aggregate {

    private long teamId;

    @Enumerated(EnumType.STRING)
    private AssignmentStrategy strategy;

    private boolean automatic;
    private boolean onDutyOnly;
    private boolean skillsRequired;
    private @Nullable Integer mostOpen;
    private @Nullable Long calendarId;

    @ElementCollection
    @CollectionTable(schema = "aftersales", name = "assignment_need", joinColumns = @JoinColumn(name = "rule_id"))
    private Set<SkillNeed> needs = new HashSet<>();

    AssignmentRule(long team, SaveAssignmentRule wanted) {
        teamId = team;
        change(wanted);
    }

    final void change(SaveAssignmentRule wanted) {
        strategy = wanted.strategy();
        automatic = Boolean.TRUE.equals(wanted.automatic());
        onDutyOnly = Boolean.TRUE.equals(wanted.onDutyOnly());
        skillsRequired = Boolean.TRUE.equals(wanted.skillsRequired());
        mostOpen = wanted.mostOpen();
        calendarId = wanted.calendarId();
        want(Set.copyOf(wanted.wanted()));
    }

    private void want(Set<SkillNeed> wanted) {
        needs.retainAll(wanted);
        needs.addAll(wanted);
    }
}

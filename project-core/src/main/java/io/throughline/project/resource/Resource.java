package io.throughline.project.resource;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Somebody or something that work needs: in the pool of the company, or known to one plan alone. */
@Entity
@Getter
@Table(schema = "project", name = "resource")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Resource extends Aggregate {

    private @Nullable Long projectId;
    private String name;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    private @Nullable Long userId;
    private BigDecimal maxUnits;
    private @Nullable String unitLabel;
    private @Nullable String email;
    private @Nullable String groupName;
    private @Nullable Long calendarId;
    private @Nullable String externalUid;
    private boolean active;

    @ElementCollection
    @CollectionTable(schema = "project", name = "resource_skill", joinColumns = @JoinColumn(name = "resource_id"))
    @MapKeyColumn(name = "skill")
    @Column(name = "level")
    private Map<String, Integer> skills = new HashMap<>();

    @ElementCollection
    @CollectionTable(schema = "project", name = "resource_leave", joinColumns = @JoinColumn(name = "resource_id"))
    private Set<Leave> leave = new HashSet<>();

    Resource(@Nullable Long projectId, String name, ResourceKind kind) {
        this.projectId = projectId;
        this.kind = kind;
        this.maxUnits = BigDecimal.ONE;
        this.active = true;
        this.name = worded(name);
    }

    boolean isPooled() {
        return projectId == null;
    }

    void rename(String newName) {
        name = worded(newName);
    }

    void be(ResourceKind newKind, @Nullable String label) {
        if (newKind != ResourceKind.PERSON && userId != null) {
            throw new RuleViolation("project.resource.userIsPerson").at("kind");
        }
        kind = newKind;
        unitLabel = newKind == ResourceKind.MATERIAL ? label : null;
    }

    /** A user is one resource, in the pool. */
    void standFor(@Nullable Long user) {
        if (user != null && (kind != ResourceKind.PERSON || !isPooled())) {
            throw new RuleViolation("project.resource.userIsPerson").at("userId");
        }
        userId = user;
    }

    void measure(BigDecimal units) {
        if (units.signum() < 0) {
            throw new RuleViolation("project.resource.negative").at("maxUnits");
        }
        maxUnits = units;
    }

    void belongTo(@Nullable String group) {
        groupName = group == null || group.isBlank() ? null : group.strip();
    }

    /** True where that changes when it can work. */
    boolean workBy(@Nullable Long calendar) {
        boolean other = !Objects.equals(calendarId, calendar);
        calendarId = calendar;
        return other;
    }

    void know(Collection<SkillLevel> all) {
        var wanted = new HashMap<String, Integer>();
        for (var one : all) {
            if (wanted.put(one.skill().strip(), one.level()) != null) {
                throw new RuleViolation("project.resource.skillTwice", one.skill()).at("skills");
            }
        }
        skills.keySet().retainAll(wanted.keySet());
        skills.putAll(wanted);
    }

    /** True where that changes when it can work. */
    boolean beAway(Collection<Leave> all) {
        all.forEach(Leave::check);
        var ordered = all.stream().sorted(Comparator.comparing(Leave::firstDay)).toList();
        refuseOverlap(ordered);
        boolean other = !leave.equals(Set.copyOf(ordered));
        leave.retainAll(Set.copyOf(ordered));
        leave.addAll(ordered);
        return other;
    }

    private static void refuseOverlap(List<Leave> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).overlaps(ordered.get(i - 1))) {
                throw new RuleViolation(
                                "project.resource.leaveTwice", ordered.get(i).firstDay())
                        .at("leave");
            }
        }
    }

    void retire() {
        active = false;
    }

    void reopen() {
        active = true;
    }

    private static String worded(String text) {
        if (text.isBlank()) {
            throw new RuleViolation("project.resource.nameNeeded").at("name");
        }
        return text.strip();
    }
}

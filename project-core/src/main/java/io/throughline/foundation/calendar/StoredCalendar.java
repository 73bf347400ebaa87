package io.throughline.foundation.calendar;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A calendar as it is now, and every revision it had. Hours are kept as text that people can read in the audit log. */
@Entity
@Getter
@Table(schema = "foundation", name = "work_calendar")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class StoredCalendar extends Aggregate {

    private String nameZh;
    private String nameEn;
    private String zone;
    private String week;
    private String specialDays;
    private int revision;
    private @Nullable String subjectType;
    private @Nullable Long subjectId;

    @OneToMany(
            mappedBy = "calendar",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    private List<CalendarRevision> revisions = new ArrayList<>();

    StoredCalendar(CalendarDefinition definition, Instant validFrom) {
        write(definition);
        revise("create", validFrom);
    }

    /** One record's own. */
    StoredCalendar(SubjectRef owner, CalendarDefinition definition, Instant validFrom) {
        this(definition, validFrom);
        subjectType = owner.type();
        subjectId = owner.id();
    }

    CalendarDefinition definition() {
        return definition(nameZh, nameEn, zone, week, specialDays);
    }

    /** Names change in place; other hours are a new revision, valid from now on. */
    void change(CalendarDefinition changed, String cause, Instant now) {
        boolean sameHours = changed.sameHours(definition());
        write(changed);
        if (!sameHours) {
            revise(cause, now);
            registerEvent(new WorkCalendarChanged(requireId(), revision, cause));
        }
    }

    private void revise(String cause, Instant validFrom) {
        revision++;
        revisions.add(new CalendarRevision(this, revision, cause, validFrom));
    }

    private void write(CalendarDefinition definition) {
        nameZh = definition.nameZh();
        nameEn = definition.nameEn();
        zone = definition.zone().getId();
        week = definition.week().toString();
        specialDays = definition.specialDays().stream().map(SpecialDay::line).collect(Collectors.joining("\n"));
    }

    static CalendarDefinition definition(String nameZh, String nameEn, String zone, String week, String specialDays) {
        return new CalendarDefinition(
                nameZh,
                nameEn,
                ZoneId.of(zone),
                WorkWeek.parse(week),
                specialDays.lines().map(SpecialDay::parse).toList());
    }
}

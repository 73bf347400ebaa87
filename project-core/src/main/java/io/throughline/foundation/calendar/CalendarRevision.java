package io.throughline.foundation.calendar;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The hours of a calendar from a moment on, never changed afterwards. */
@Entity
@Getter
@Table(schema = "foundation", name = "work_calendar_revision")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CalendarRevision extends Aggregate {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "calendar_id")
    private StoredCalendar calendar;

    private int number;
    private Instant validFrom;
    private String cause;
    private String zone;
    private String week;
    private String specialDays;

    CalendarRevision(StoredCalendar calendar, int number, String cause, Instant validFrom) {
        this.calendar = calendar;
        this.number = number;
        this.cause = cause;
        this.validFrom = validFrom;
        this.zone = calendar.getZone();
        this.week = calendar.getWeek();
        this.specialDays = calendar.getSpecialDays();
    }
}

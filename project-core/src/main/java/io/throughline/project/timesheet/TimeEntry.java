package io.throughline.project.timesheet;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Hours of a day. Once approved they count as worked, and are changed by a correction only, approved again. */
@Entity
@Getter
@Table(schema = "project", name = "time_entry")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TimeEntry extends Aggregate implements Audited {

    static final int DAY = 24 * 60;

    private long timesheetId;
    private long userId;
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private TimeKind kind;

    private @Nullable Long taskId;
    private @Nullable Long projectId;
    private int minutes;
    private @Nullable String note;
    private @Nullable Integer approvedMinutes;
    private @Nullable Instant approvedAt;
    private @Nullable Long approvedBy;

    TimeEntry(Timesheet sheet, LocalDate day, Bookable what) {
        this.timesheetId = sheet.requireId();
        this.userId = sheet.getUserId();
        this.day = day;
        this.kind = what.kind();
        this.taskId = what.taskId();
        this.projectId = what.projectId();
    }

    boolean isFor(Bookable what, LocalDate on) {
        return day.equals(on) && kind == what.kind() && Objects.equals(taskId, what.taskId());
    }

    boolean isApproved() {
        return approvedMinutes != null && approvedMinutes == minutes;
    }

    /** Never approved, nothing in it. */
    boolean isBlank() {
        return approvedMinutes == null && minutes == 0 && note == null;
    }

    boolean differs(int newMinutes, @Nullable String newNote) {
        return minutes != newMinutes || !Objects.equals(note, worded(newNote));
    }

    void write(int newMinutes, @Nullable String newNote) {
        if (approvedMinutes != null) {
            throw new RuleViolation("project.timesheet.approvedFixed");
        }
        minutes = ranged(newMinutes);
        note = worded(newNote);
    }

    /** The hours were others; what was approved counts until this is approved too. */
    void correct(int newMinutes) {
        if (minutes == newMinutes) {
            throw new RuleViolation("project.timesheet.sameHours").at("minutes");
        }
        minutes = ranged(newMinutes);
        approvedMinutes = approvedMinutes == null ? Integer.valueOf(0) : approvedMinutes;
    }

    void approve(@Nullable Long by, Instant now) {
        approvedMinutes = minutes;
        approvedAt = now;
        approvedBy = by;
    }

    /** A correction is not accepted: what was approved before stands. True where there was one. */
    boolean restore() {
        if (approvedMinutes == null) {
            return false;
        }
        minutes = approvedMinutes;
        return true;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef(Timesheet.SUBJECT, timesheetId);
    }

    private static int ranged(int minutes) {
        if (minutes < 0 || minutes > DAY) {
            throw new RuleViolation("project.timesheet.hoursRange");
        }
        return minutes;
    }

    private static @Nullable String worded(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

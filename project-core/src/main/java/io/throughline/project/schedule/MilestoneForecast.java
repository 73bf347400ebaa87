package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What was expected of a milestone on a reporting day: the points of the milestone trend. */
@Entity
@Getter
@Table(schema = "project", name = "milestone_forecast")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class MilestoneForecast extends Aggregate implements Audited {

    private long taskId;
    private LocalDateTime forecast;
    private @Nullable String reason;
    private Instant reportedAt;

    MilestoneForecast(long taskId, LocalDateTime forecast, @Nullable String reason, Instant reportedAt) {
        this.taskId = taskId;
        this.forecast = forecast;
        this.reason = reason;
        this.reportedAt = reportedAt;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("TASK", taskId);
    }
}

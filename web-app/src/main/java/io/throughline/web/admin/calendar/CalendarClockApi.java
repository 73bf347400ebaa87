package io.throughline.web.admin.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.foundation.calendar.Due;
import io.throughline.foundation.calendar.Segment;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.admin.calendar.Times.PauseBody;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts on a calendar for programs: when something is due and why, and how much working time lies between. */
@RestController
@RequestMapping("/api/v1/calendars/{id}")
@RequiredArgsConstructor
class CalendarClockApi {

    private final WorkCalendars calendars;

    /**
     * Either working minutes, fractional or negative, outside the pauses; or working days.
     *
     * @param endOfDay with working days: the end of that day instead of the same clock time
     */
    record DueBody(
            @Nullable String start,
            @Nullable BigDecimal workingMinutes,
            @Nullable Integer workingDays,
            @Nullable Boolean endOfDay,
            @Nullable List<@Nullable PauseBody> pauses) {}

    /** {@code minutes}: length of the segment, negative when counting back; of a summed one its working time. */
    record SegmentView(
            Instant from,
            Instant to,
            Segment.Kind kind,
            BigDecimal minutes,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean summed) {}

    /** {@code due} is null while a pause without end holds the clock; then {@code remainingMinutes} is left to count. */
    record DueView(
            @Nullable Instant due,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal remainingMinutes,

            List<SegmentView> segments) {}

    record SpanBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<@Nullable PauseBody> pauses) {}

    record SpanView(BigDecimal workingMinutes) {}

    @PostMapping("/due")
    DueView due(Viewer viewer, @PathVariable long id, @RequestBody DueBody body) {
        var calendar = calendars.current(new WorkCalendarId(id));
        var errors = new BodyErrors();
        var start = Times.instant("/start", body.start(), errors);
        var pauses = Times.pauses(body.pauses(), errors);
        if ((body.workingMinutes() == null) == (body.workingDays() == null)) {
            errors.add("/workingMinutes", "foundation.calendar.minutesOrDays");
        } else if (body.workingDays() != null && !pauses.isEmpty()) {
            errors.add("/pauses", "foundation.calendar.daysWithPauses");
        }
        if (body.workingDays() != null) {
            errors.refuseAny();
            return inDays(calendar, start.orElseThrow(), body.workingDays(), Boolean.TRUE.equals(body.endOfDay()));
        }
        var minutes = body.workingMinutes() == null ? BigDecimal.ZERO : body.workingMinutes();
        var working = Times.duration("/workingMinutes", minutes, errors);
        errors.refuseAny();
        return view(calendar.due(start.orElseThrow(), working.orElseThrow(), pauses));
    }

    @PostMapping("/working-time")
    SpanView workingTime(Viewer viewer, @PathVariable long id, @RequestBody SpanBody body) {
        var calendar = calendars.current(new WorkCalendarId(id));
        var errors = new BodyErrors();
        var from = Times.instant("/from", body.from(), errors);
        var to = Times.instant("/to", body.to(), errors);
        var pauses = Times.pauses(body.pauses(), errors);
        errors.refuseAny();
        return new SpanView(Times.minutes(calendar.workingTime(from.orElseThrow(), to.orElseThrow(), pauses)));
    }

    private static DueView inDays(WorkCalendar calendar, Instant start, int days, boolean endOfDay) {
        var due = calendar.addWorkingDays(start, days, endOfDay);
        return view(new Due(due, Duration.ZERO, calendar.explain(start, due, List.of())));
    }

    private static DueView view(Due due) {
        var segments = due.segments().stream()
                .map(segment -> new SegmentView(
                        segment.from(), segment.to(), segment.kind(), Times.minutes(segment.time()), segment.summed()))
                .toList();
        return new DueView(due.at(), due.at() == null ? Times.minutes(due.remaining()) : null, segments);
    }
}

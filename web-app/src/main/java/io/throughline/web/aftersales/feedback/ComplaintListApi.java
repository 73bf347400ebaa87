package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.ComplaintCause;
import io.throughline.aftersales.feedback.ComplaintCauses;
import io.throughline.aftersales.feedback.ComplaintFilter;
import io.throughline.aftersales.feedback.ComplaintQueries;
import io.throughline.aftersales.feedback.ComplaintReport;
import io.throughline.aftersales.feedback.ComplaintRow;
import io.throughline.aftersales.feedback.SaveCause;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints as a list and as a trend, and the causes they are counted by, for programs. */
@RestController
@RequiredArgsConstructor
class ComplaintListApi {

    private static final int YEAR = 12;

    private final ComplaintQueries queries;
    private final ComplaintReport report;
    private final ComplaintCauses causes;

    /**
     * A cause as it is to be.
     *
     * @param version seen; null for a new one
     */
    record Cause(
            @Nullable @Size(max = 80) String nameZh,
            @Nullable @Size(max = 80) String nameEn,
            @NotNull Boolean active,
            @Nullable Integer version) {}

    /** @param share acknowledged within the limit of the house, in per cent; null where nothing is decided */
    record Counted(
            String code,
            long received,
            long unfounded,
            @Nullable BigDecimal share,
            long closed,
            long consented,
            @Nullable BigDecimal hours) {

        static List<Counted> of(List<ComplaintReport.Line> lines) {
            return lines.stream()
                    .map(line -> new Counted(
                            line.code(),
                            line.received(),
                            line.unfounded(),
                            line.share(),
                            line.closed(),
                            line.consented(),
                            line.hours()))
                    .toList();
        }
    }

    record Trend(
            String from,
            String until,
            List<Counted> months,
            List<Counted> causes,
            List<Counted> projects,
            List<Counted> customers) {}

    @GetMapping("/api/v1/complaints")
    ResponseEntity<List<ComplaintRow>> list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        return Pages.of(queries.rows(viewer, ComplaintQuery.of(query), PageRequest.of(after, before, size)));
    }

    /** The last twelve months where none are named. */
    @GetMapping("/api/v1/complaints/trend")
    Trend trend(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var last = ComplaintFilter.month(until);
        YearMonth end = last == null ? report.thisMonth(viewer) : last;
        var first = ComplaintFilter.month(from);
        var trend = report.trend(viewer, first == null ? end.minusMonths(YEAR - 1L) : first, end);
        return new Trend(
                trend.from().toString(),
                trend.until().toString(),
                Counted.of(trend.months()),
                Counted.of(trend.causes()),
                Counted.of(trend.projects()),
                Counted.of(trend.customers()));
    }

    @GetMapping("/api/v1/complaint-causes")
    List<ComplaintCause> causes(Viewer viewer) {
        return causes.all(viewer);
    }

    @PutMapping("/api/v1/complaint-causes/{code}")
    List<ComplaintCause> save(Viewer viewer, @PathVariable String code, @Valid @RequestBody Cause body) {
        causes.save(viewer, new SaveCause(code, body.nameZh(), body.nameEn(), body.active(), body.version()));
        return causes.all(viewer);
    }
}

package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.schedule.MilestoneRow;
import io.throughline.project.schedule.MilestoneTrend;
import io.throughline.project.schedule.Milestones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Milestones for programs: all of a project, and the day each is now expected. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/milestones")
class MilestoneApi {

    private final Milestones milestones;
    private final MilestoneQueries queries;

    @GetMapping
    List<MilestoneRow> list(Viewer viewer, @PathVariable String key) {
        return queries.list(viewer, key);
    }

    /** How the expected days moved from one reporting date to the next. */
    @GetMapping("/trend")
    MilestoneTrend trend(Viewer viewer, @PathVariable String key) {
        return queries.trend(viewer, key);
    }

    @PutMapping("/{number}/forecast")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forecast(
            Viewer viewer, @PathVariable String key, @PathVariable int number, @Valid @RequestBody Forecast forecast) {
        milestones.setForecast(viewer, key, number, forecast.day(), forecast.reason());
    }

    /** @param reason wanted by the plan's rules when the milestone slips */
    record Forecast(
            @NotNull LocalDate day,
            @Nullable @Size(max = 500) String reason) {}
}

package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.AnswerFilter;
import io.throughline.aftersales.survey.AnswerRow;
import io.throughline.aftersales.survey.FollowUpRow;
import io.throughline.aftersales.survey.FollowUpView;
import io.throughline.aftersales.survey.FollowUps;
import io.throughline.aftersales.survey.SaveSurvey;
import io.throughline.aftersales.survey.SurveyDetail;
import io.throughline.aftersales.survey.SurveyNumber;
import io.throughline.aftersales.survey.SurveyQueries;
import io.throughline.aftersales.survey.SurveyResultQueries;
import io.throughline.aftersales.survey.SurveyResults;
import io.throughline.aftersales.survey.SurveyRow;
import io.throughline.aftersales.survey.SurveySendings;
import io.throughline.aftersales.survey.Surveys;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surveys for programs: results, answers, sending, follow-ups. */
@RestController
@RequestMapping("/api/v1/surveys")
@RequiredArgsConstructor
class SurveyApi {

    private final Surveys surveys;
    private final SurveyQueries queries;
    private final SurveyResultQueries results;
    private final SurveySendings sendings;
    private final FollowUps followUps;

    /** @param number as people write it, {@code SV-12} */
    record Listed(String number, SurveyRow survey) {}

    /** @param results of the last twelve months */
    record Shown(String number, SurveyDetail survey, SurveyResults results) {}

    record Sending(
            @NotNull @NotEmpty @Size(max = SurveySendings.MOST)
            List<Long> contacts) {}

    /** @param asked to how many a mail leaves; the others may not be asked now */
    record Sent(int asked) {}

    record Note(@NotNull String note) {}

    @GetMapping
    List<Listed> list(Viewer viewer) {
        return queries.all(viewer).stream()
                .map(row -> new Listed(row.number().toString(), row))
                .toList();
    }

    @GetMapping("/{number}")
    ResponseEntity<Shown> show(Viewer viewer, @PathVariable String number) {
        return shown(viewer, SurveyNumber.parse(number));
    }

    @GetMapping("/{number}/answers")
    ResponseEntity<List<AnswerRow>> answers(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        var last = to == null ? queries.thisMonth(viewer) : to;
        var filter = AnswerFilter.of(from == null ? last.minusMonths(11) : from, last);
        return Pages.of(queries.answers(viewer, survey, filter, PageRequest.of(after, before, size)));
    }

    @PostMapping
    ResponseEntity<Shown> create(Viewer viewer, @Valid @RequestBody SaveSurvey body) {
        var number = surveys.create(viewer, body);
        var shown = show(viewer, number);
        return Versions.created("/api/v1/surveys/" + number, shown, shown.survey.version());
    }

    @PutMapping("/{number}")
    ResponseEntity<Shown> change(
            Viewer viewer,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody SaveSurvey body) {
        var wanted = SurveyNumber.parse(number);
        surveys.change(viewer, wanted, Versions.seen(match), body);
        return shown(viewer, wanted);
    }

    @PostMapping("/{number}/opening")
    ResponseEntity<Shown> open(Viewer viewer, @PathVariable String number) {
        var wanted = SurveyNumber.parse(number);
        surveys.open(viewer, wanted);
        return shown(viewer, wanted);
    }

    @PostMapping("/{number}/closing")
    ResponseEntity<Shown> close(Viewer viewer, @PathVariable String number) {
        var wanted = SurveyNumber.parse(number);
        surveys.close(viewer, wanted);
        return shown(viewer, wanted);
    }

    @PostMapping("/{number}/sendings")
    Sent send(Viewer viewer, @PathVariable String number, @Valid @RequestBody Sending body) {
        return new Sent(sendings.send(viewer, SurveyNumber.parse(number), body.contacts()));
    }

    @GetMapping("/follow-ups")
    ResponseEntity<List<FollowUpRow>> followUps(
            Viewer viewer,
            @RequestParam(defaultValue = "OPEN") FollowUpView view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        return Pages.of(followUps.page(viewer, view, null, PageRequest.of(after, before, size)));
    }

    @PostMapping("/follow-ups/{id}/completion")
    ResponseEntity<Void> finish(Viewer viewer, @PathVariable long id, @Valid @RequestBody Note body) {
        followUps.finish(viewer, id, body.note());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Shown> shown(Viewer viewer, SurveyNumber number) {
        var shown = show(viewer, number);
        return Versions.tagged(shown, shown.survey.version());
    }

    private Shown show(Viewer viewer, SurveyNumber number) {
        var survey = queries.require(viewer, number);
        var to = queries.thisMonth(viewer);
        return new Shown(number.toString(), survey, results.of(viewer, survey, to.minusMonths(11), to));
    }
}

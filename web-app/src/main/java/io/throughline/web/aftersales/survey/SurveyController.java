package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.AnswerFilter;
import io.throughline.aftersales.survey.AnswerRow;
import io.throughline.aftersales.survey.FollowUps;
import io.throughline.aftersales.survey.SurveyNumber;
import io.throughline.aftersales.survey.SurveyQueries;
import io.throughline.aftersales.survey.SurveyResultQueries;
import io.throughline.aftersales.survey.SurveyResults.GroupBy;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.export.Exports;
import io.throughline.web.export.Table;
import io.throughline.web.export.Table.Column;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Surveys, what their answers say, and the answers behind each number. */
@Controller
@RequestMapping("/surveys")
@RequiredArgsConstructor
class SurveyController {

    private static final List<Integer> SPANS = List.of(1, 3, 12, 24);
    private static final int USUAL_SPAN = 12;

    private final SurveyQueries queries;
    private final SurveyResultQueries results;
    private final FollowUps followUps;
    private final Words words;
    private final Exports exports;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("surveys", queries.all(viewer));
        model.addAttribute("openFollowUps", followUps.open(viewer));
        model.addAttribute("manages", viewer.has(Role.MANAGER));
        return "aftersales/survey/list";
    }

    @GetMapping("/{number}")
    String show(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String months,
            Model model) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        var span = span(months);
        var to = queries.thisMonth(viewer);
        model.addAttribute("survey", survey);
        model.addAttribute("spans", SPANS);
        model.addAttribute("span", span);
        model.addAttribute("results", results.of(viewer, survey, to.minusMonths(span - 1), to));
        model.addAttribute("groups", GroupBy.values());
        model.addAttribute("manages", viewer.has(Role.MANAGER));
        model.addAttribute("sends", viewer.hasAny(Role.ACCOUNT_EXECUTIVE, Role.MANAGER));
        return "aftersales/survey/detail";
    }

    @GetMapping("/{number}/answers")
    String answers(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        model.addAttribute("survey", survey);
        model.addAttribute("spans", SPANS);
        model.addAttribute("span", span(query.get("months")));
        model.addAttribute(
                "page", queries.answers(viewer, survey, filter(viewer, query), PageRequest.of(after, before, size)));
        return "aftersales/survey/answers";
    }

    @Limited(Limit.EXPORT)
    @GetMapping({"/{number}/answers.csv", "/{number}/answers.xlsx"})
    void export(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var survey = queries.require(viewer, SurveyNumber.parse(number));
        var filter = filter(viewer, query);
        exports.send(
                viewer,
                new Table<>(
                        survey.number() + " " + survey.title().in(viewer.locale()),
                        columns(),
                        stretch -> queries.answers(viewer, survey, filter, stretch)),
                request,
                response);
    }

    private List<Column<AnswerRow>> columns() {
        return List.of(
                new Column<>(words.text("aftersales.survey.at"), AnswerRow::at),
                new Column<>(words.text("aftersales.survey.score"), AnswerRow::rating),
                new Column<>(words.text("aftersales.survey.yesNo"), row -> yesNo(row.solved())),
                new Column<>(words.text("aftersales.survey.words"), AnswerRow::comment),
                new Column<>(words.text("aftersales.survey.customer"), AnswerRow::customer),
                new Column<>(words.text("aftersales.survey.contact"), AnswerRow::contact),
                new Column<>(words.text("aftersales.survey.ticket"), AnswerRow::ticket),
                new Column<>(words.text("enum.GroupBy.AGENT"), AnswerRow::agent));
    }

    private String yesNo(@Nullable Boolean answer) {
        return answer == null ? "" : words.text(answer ? "aftersales.survey.yes" : "aftersales.survey.no");
    }

    private AnswerFilter filter(Viewer viewer, Map<String, String> query) {
        var last = queries.thisMonth(viewer);
        var month = month(query.get("filter.month"));
        var from = month == null ? last.minusMonths(span(query.get("months")) - 1) : month;
        var rating = number(query.get("filter.rating"));
        return new AnswerFilter(
                from,
                month == null ? last : month,
                rating == null ? null : rating.intValue(),
                number(query.get("filter.agent")),
                number(query.get("filter.team")),
                number(query.get("filter.customer")),
                number(query.get("filter.project")),
                "true".equals(query.get("filter.words")));
    }

    private static int span(@Nullable String months) {
        var typed = number(months);
        return typed != null && SPANS.contains(typed.intValue()) ? typed.intValue() : USUAL_SPAN;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

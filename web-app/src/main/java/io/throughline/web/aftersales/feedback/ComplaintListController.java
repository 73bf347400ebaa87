package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.ComplaintCauses;
import io.throughline.aftersales.feedback.ComplaintFilter;
import io.throughline.aftersales.feedback.ComplaintQueries;
import io.throughline.aftersales.feedback.ComplaintReport;
import io.throughline.aftersales.feedback.ComplaintState;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All complaints, and how they develop; each number of the trend leads to the list of what it counts. */
@Controller
@RequestMapping("/complaints")
@RequiredArgsConstructor
class ComplaintListController {

    private static final int YEAR = 12;

    /** Filters that came with the address of a number, which the form has no field for. */
    private static final List<String> KEPT = List.of(
            "filter.open",
            "filter.month",
            "filter.from",
            "filter.until",
            "filter.project",
            "filter.customer",
            "filter.founded");

    private static final List<String> TILES = List.of("complaint-ack", "complaint-resolution", "complaint-time");

    private final ComplaintQueries queries;
    private final ComplaintReport report;
    private final ComplaintCauses causes;
    private final Words words;
    private final Kpis kpis;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var filter = ComplaintQuery.of(query);
        model.addAttribute("page", queries.rows(viewer, filter, PageRequest.of(after, before, size)));
        tiles(viewer, model);
        model.addAttribute("filtered", !filter.equals(ComplaintFilter.all()));
        model.addAttribute("states", words.options(ComplaintState.values()));
        model.addAttribute(
                "causes",
                Stream.concat(
                                causes.all(viewer).stream()
                                        .map(cause -> new Option(cause.code(), cause.name(viewer.locale()))),
                                Stream.of(new Option(
                                        ComplaintFilter.NONE, words.text("aftersales.feedback.withoutCause"))))
                        .toList());
        model.addAttribute("kept", KEPT);
        model.addAttribute("yesOrNo", yesOrNo());
        model.addAttribute("keeps", viewer.hasAny(Role.MANAGER, Role.ADMIN));
        model.addAttribute("locale", viewer.locale());
        return "aftersales/feedback/list";
    }

    @GetMapping("/trend")
    String trend(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model) {
        var last = ComplaintFilter.month(until);
        var end = last == null ? report.thisMonth(viewer) : last;
        var first = ComplaintFilter.month(from);
        var trend = report.trend(viewer, first == null ? end.minusMonths(YEAR - 1L) : first, end);
        model.addAttribute("trend", trend);
        model.addAttribute(
                "most",
                trend.months().stream()
                        .mapToLong(ComplaintReport.Line::received)
                        .max()
                        .orElse(0));
        model.addAttribute("chinese", viewer.locale().getLanguage().equals("zh"));
        return "aftersales/feedback/trend";
    }

    /** For those who may open measures. */
    private void tiles(Viewer viewer, Model model) {
        if (!viewer.hasAny(Role.MANAGER, Role.PROJECT_MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT)) {
            return;
        }
        var query = kpis.query(viewer, null);
        model.addAttribute("query", query);
        model.addAttribute("part", null);
        model.addAttribute("tiles", kpis.tiles(viewer, TILES, query));
    }

    private List<Option> yesOrNo() {
        return List.of(
                new Option("true", words.text("aftersales.feedback.ackInTime")),
                new Option("false", words.text("aftersales.feedback.ackLate")));
    }
}

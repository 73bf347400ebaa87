package io.throughline.web.insight;

import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.people.Viewer;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's page: delivery and service side by side, each number opening its list. */
@Controller
@RequiredArgsConstructor
class InsightController {

    private static final List<String> DELIVERY = List.of("milestone-on-time", "delivery-on-time");
    private static final List<String> PEOPLE = List.of("utilisation", "timesheet-complete");
    private static final List<String> SERVICE = List.of("backlog", "overdue-tickets", "csat");

    private final Kpis kpis;

    @GetMapping("/insights")
    String overview(Viewer viewer, @RequestParam(required = false) @Nullable String period, Model model) {
        var query = kpis.query(viewer, period);
        model.addAttribute("query", query);
        model.addAttribute("periods", choices(query));
        var tiles = kpis.tiles(
                viewer,
                Stream.of(DELIVERY, PEOPLE, SERVICE).flatMap(List::stream).toList(),
                query);
        model.addAttribute("delivery", only(DELIVERY, tiles));
        model.addAttribute("people", only(PEOPLE, tiles));
        model.addAttribute("service", only(SERVICE, tiles));
        return "insight/overview";
    }

    private static List<KpiTile> only(List<String> ids, List<KpiTile> tiles) {
        return tiles.stream().filter(tile -> ids.contains(tile.id())).toList();
    }

    private static List<Period> choices(KpiQuery query) {
        return List.of(
                Period.month(YearMonth.from(query.today())),
                Period.quarterOf(query.today()),
                Period.quarterOf(query.today()).previous(),
                Period.year(java.time.Year.of(query.today().getYear())),
                Period.year(java.time.Year.of(query.today().getYear() - 1)));
    }
}

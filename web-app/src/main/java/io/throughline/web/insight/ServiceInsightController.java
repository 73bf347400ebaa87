package io.throughline.web.insight;

import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.KpiTrend;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the service desk does: promises kept, work at hand, what customers say; each number opens its list. */
@Controller
@RequiredArgsConstructor
class ServiceInsightController {

    private static final List<String> TILES = List.of(
            "sla-first-response",
            "sla-resolution",
            "first-contact-resolution",
            "reopen-rate",
            "backlog",
            "backlog-age",
            "csat",
            "nps",
            "article-reuse");
    private static final List<String> CHARTS = List.of("ticket-volume", "sla-first-response", "csat");
    private static final List<String> DURATIONS = List.of(
            "mtta",
            "first-response-time",
            "next-update-time",
            "restore-time",
            "resolution-time",
            "resolution-time-gross",
            "resolution-time-elapsed",
            "requester-wait",
            "third-party-time");
    private static final List<String> MORE = List.of(
            "ticket-volume",
            "overdue-tickets",
            "sla-next-response",
            "sla-restore",
            "sla-ticket-compliance",
            "one-touch",
            "reassignments",
            "escalation-rate",
            "complaint-rate",
            "complaining-customers",
            "complaint-ack",
            "complaint-resolution",
            "complaint-time",
            "complaint-satisfaction",
            "repeat-complaint",
            "ces",
            "response-rate",
            "problem-rate",
            "complaint-ack",
            "complaint-resolution",
            "complaint-time",
            "repeat-complaint",
            "complaint-satisfaction",
            "article-helpful",
            "article-fresh",
            "self-service");
    private static final List<String> KINDS = List.of("DIAGNOSIS", "FEEDBACK", "MAINTENANCE", "TRAINING");
    private static final List<String> NO_RECORDS = List.of("cost", "overall");
    private static final int MONTHS = 12;

    private final Kpis kpis;
    private final TeamQueries teams;
    private final CustomerQueries customers;
    private final Words words;
    private final Clock clock;

    /** @param most the longest bar of the picture */
    record Chart(KpiTrend trend, BigDecimal most) {

        static Chart of(KpiTrend trend) {
            var most = trend.months().stream()
                    .map(month -> month.value().value() == null
                            ? BigDecimal.ZERO
                            : month.value().value())
                    .reduce(BigDecimal.ONE, BigDecimal::max);
            return new Chart(
                    trend,
                    trend.unit() == io.throughline.foundation.kpi.KpiSource.KpiUnit.PERCENT
                            ? BigDecimal.valueOf(100)
                            : most);
        }
    }

    @GetMapping("/insights/service")
    String service(
            Viewer viewer,
            Locale locale,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam Map<String, String> query,
            Model model) {
        var slice = SliceAddress.read(query);
        var wanted = kpis.query(viewer, period).of(slice);
        var all = kpis.tiles(
                viewer, Stream.concat(TILES.stream(), DURATIONS.stream()).toList(), wanted);
        var tiles = all.subList(0, TILES.size());
        model.addAttribute("query", wanted);
        model.addAttribute("part", SliceAddress.write(slice));
        model.addAttribute("periods", choices(wanted.today()));
        model.addAttribute(
                "tiles",
                tiles.stream().filter(tile -> slice.isWhole() || tile.sliced()).toList());
        model.addAttribute(
                "left",
                tiles.stream()
                        .filter(tile -> !slice.isWhole() && !tile.sliced())
                        .map(KpiTile::id)
                        .toList());
        model.addAttribute(
                "charts",
                kpis.trends(viewer, CHARTS, wanted, MONTHS).stream()
                        .map(Chart::of)
                        .toList());
        model.addAttribute("durations", all.subList(TILES.size(), all.size()));
        model.addAttribute("noRecords", NO_RECORDS);
        model.addAttribute("more", MORE);
        model.addAttribute("at", clock.instant());
        options(viewer, locale, model);
        return "insight/service";
    }

    private void options(Viewer viewer, Locale locale, Model model) {
        boolean chinese = locale.getLanguage().equals("zh");
        model.addAttribute(
                "teams",
                teams.names(viewer).stream()
                        .map(team -> new Option(String.valueOf(team.id()), chinese ? team.nameZh() : team.nameEn()))
                        .toList());
        model.addAttribute(
                "kinds",
                KINDS.stream()
                        .map(kind -> new Option(kind, words.of("TicketKind", kind)))
                        .toList());
        model.addAttribute(
                "customers",
                customers.options(viewer).stream()
                        .map(customer -> new Option(String.valueOf(customer.id()), customer.name()))
                        .toList());
    }

    private static List<Period> choices(java.time.LocalDate today) {
        return List.of(
                Period.month(YearMonth.from(today)),
                Period.quarterOf(today),
                Period.quarterOf(today).previous(),
                Period.year(Year.of(today.getYear())),
                Period.year(Year.of(today.getYear() - 1)));
    }
}

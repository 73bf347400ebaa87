package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.PolicyBasis;
import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form and the page of a policy offer beside the policy itself. */
@Component
@RequiredArgsConstructor
class SlaPolicyPage {

    private static final int HOUR = 60;

    private final WorkCalendarQueries calendars;
    private final Words words;

    void choices(Viewer viewer, Model model) {
        model.addAttribute("bases", words.options(PolicyBasis.values()));
        model.addAttribute("tiers", words.options(CustomerTier.values()));
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute("calendars", options(viewer));
    }

    /** Names of calendars by id. */
    Map<Long, String> calendarNames(Viewer viewer) {
        return options(viewer).stream()
                .collect(Collectors.toMap(option -> Long.valueOf(option.value()), Option::label));
    }

    /** The targets of each clock, P1 to P4, in words. */
    List<TargetRow> targets(SlaTerms terms) {
        return Arrays.stream(ClockType.values())
                .filter(type -> terms.targets().containsKey(type))
                .map(type -> new TargetRow(
                        type,
                        Arrays.stream(Priority.values())
                                .map(priority -> inWords(terms.target(type, priority)))
                                .toList()))
                .toList();
    }

    /** @param cells by priority; a dash where nothing is promised */
    record TargetRow(ClockType type, List<String> cells) {}

    private String inWords(@Nullable Target target) {
        if (target == null) {
            return "—";
        }
        if (target instanceof Target.Days days) {
            return words.text(days.endOfDay() ? "web.sla.daysEnd" : "web.sla.days", days.count());
        }
        long minutes = ((Target.Time) target).working().toMinutes();
        return minutes > 0 && minutes % HOUR == 0
                ? words.text("web.sla.hours", minutes / HOUR)
                : words.text("web.sla.minutes", minutes);
    }

    private List<Option> options(Viewer viewer) {
        return calendars.list(viewer).stream()
                .map(row -> new Option(String.valueOf(row.id().value()), row.nameIn(viewer.locale())))
                .toList();
    }
}

package io.throughline.web.aftersales.diagnosis;

import io.throughline.aftersales.diagnosis.DescribeSymptoms;
import io.throughline.aftersales.diagnosis.DiagnosisDetail;
import io.throughline.aftersales.diagnosis.DiagnosisQueries;
import io.throughline.aftersales.diagnosis.DiagnosisState;
import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.Fix;
import io.throughline.aftersales.diagnosis.FixBy;
import io.throughline.aftersales.diagnosis.GiveWorkaround;
import io.throughline.aftersales.diagnosis.NameCause;
import io.throughline.aftersales.diagnosis.PlanFix;
import io.throughline.aftersales.diagnosis.RefuseFix;
import io.throughline.aftersales.sla.TicketClockQueries;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Step;
import io.throughline.web.shell.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a diagnosis shows; a form that was refused keeps what was typed. */
@Component
@RequiredArgsConstructor
class DiagnosisPage {

    private final DiagnosisQueries queries;
    private final TicketDetailQueries tickets;
    private final TicketClockQueries clocks;
    private final Words words;
    private final Formats formats;

    String show(Viewer viewer, String number, Model model) {
        var ticket = tickets.detail(viewer, number);
        var diagnosis = queries.detail(viewer, ticket);
        OpenedRecord.is(TicketSubject.of(ticket.id()));
        boolean handles = viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN);
        boolean works = handles && ticket.isLive() && diagnosis.isOpen();
        model.addAttribute("ticket", ticket);
        model.addAttribute("diagnosis", diagnosis);
        model.addAttribute("steps", steps(diagnosis));
        model.addAttribute(
                "clocks",
                clocks.briefs(viewer, List.of(ticket.id().value()))
                        .getOrDefault(ticket.id().value(), List.of()));
        model.addAttribute("works", works);
        model.addAttribute("begun", works && diagnosis.isBegun());
        model.addAttribute("mayAnswer", handles && diagnosis.isFixed() && ticket.isResolved());
        model.addAttribute("means", words.options(FixBy.values()));
        model.addAttribute("causes", words.options(FaultCause.values()));
        model.addAttribute(
                "deliverables",
                works
                        ? queries.deliverables(viewer, ticket).stream()
                                .map(one -> new Option(String.valueOf(one.id()), one.label()))
                                .toList()
                        : List.of());
        form(model, "describe", new DescribeSymptoms(diagnosis.symptoms()));
        form(model, "name", new NameCause(diagnosis.cause(), text(diagnosis.causeWords()), ticket.deliverableId()));
        form(model, "help", new GiveWorkaround(text(diagnosis.workaround()), diagnosis.workaroundAt() == null));
        form(
                model,
                "planned",
                new PlanFix(
                        diagnosis.fixBy(),
                        text(diagnosis.fixReference()),
                        text(diagnosis.plan()),
                        diagnosis.plannedFor()));
        form(model, "fix", new Fix(text(diagnosis.remedy()), true));
        form(model, "said", new RefuseFix(""));
        return "aftersales/diagnosis/diagnosis";
    }

    private static void form(Model model, String name, Object blank) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, blank);
        }
    }

    private List<Step> steps(DiagnosisDetail diagnosis) {
        return Arrays.stream(DiagnosisState.values())
                .map(state -> step(diagnosis, state))
                .toList();
    }

    private Step step(DiagnosisDetail diagnosis, DiagnosisState state) {
        var at = reached(diagnosis, state);
        int order = state.compareTo(diagnosis.state());
        boolean passed = at != null || state == DiagnosisState.TRIAGE;
        boolean last = state == DiagnosisState.VERIFIED;
        var look = order == 0 && !last ? "current" : order > 0 ? "todo" : passed ? "done" : "stopped";
        return new Step(words.of(state), look, at == null || order > 0 ? null : formats.date(at), null);
    }

    private static @Nullable Instant reached(DiagnosisDetail diagnosis, DiagnosisState state) {
        return switch (state) {
            case TRIAGE -> null;
            case DIAGNOSING -> diagnosis.begunAt();
            case WORKAROUND_GIVEN -> diagnosis.workaroundAt();
            case FIX_PLANNED -> diagnosis.plannedAt();
            case FIXED -> diagnosis.fixedAt();
            case VERIFIED -> diagnosis.verifiedAt();
        };
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}

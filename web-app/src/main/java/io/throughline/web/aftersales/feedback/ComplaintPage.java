package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.AcknowledgeComplaint;
import io.throughline.aftersales.feedback.AppointInvestigator;
import io.throughline.aftersales.feedback.AssessComplaint;
import io.throughline.aftersales.feedback.Candidate;
import io.throughline.aftersales.feedback.CloseComplaint;
import io.throughline.aftersales.feedback.ComplaintCause;
import io.throughline.aftersales.feedback.ComplaintCauses;
import io.throughline.aftersales.feedback.ComplaintDetail;
import io.throughline.aftersales.feedback.ComplaintQueries;
import io.throughline.aftersales.feedback.ComplaintState;
import io.throughline.aftersales.feedback.EscalateComplaint;
import io.throughline.aftersales.feedback.ProposeResponse;
import io.throughline.aftersales.feedback.Reason;
import io.throughline.aftersales.feedback.RecordFindings;
import io.throughline.aftersales.feedback.Remedy;
import io.throughline.aftersales.sla.TicketClockQueries;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Step;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a complaint shows: where it stands, what was found, and the forms of the steps that may be next. */
@Component
@RequiredArgsConstructor
class ComplaintPage {

    static final String VIEW = "aftersales/feedback/complaint";

    private static final String HOME_CURRENCY = "CNY";

    private final TicketDetailQueries tickets;
    private final ComplaintQueries queries;
    private final ComplaintCauses causes;
    private final TicketClockQueries clocks;
    private final Words words;
    private final Formats formats;
    private final Clock clock;

    /** Forms that were typed stay as they are. */
    String show(Viewer viewer, String number, Model model) {
        var ticket = tickets.detail(viewer, number);
        var complaint = queries.detail(viewer, ticket);
        OpenedRecord.is(TicketSubject.of(ticket.id()));
        var state = complaint.state();
        boolean handles = viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE);
        boolean investigates = Objects.equals(viewer.personId(), complaint.investigatorId());
        boolean open = state == ComplaintState.INVESTIGATING || state == ComplaintState.ESCALATED;
        model.addAttribute("ticket", ticket);
        model.addAttribute("complaint", complaint);
        model.addAttribute("steps", steps(complaint));
        model.addAttribute("inTime", complaint.acknowledgedInTime(clock.instant()));
        model.addAttribute(
                "clock",
                clocks
                        .briefs(viewer, List.of(ticket.id().value()))
                        .getOrDefault(ticket.id().value(), List.of())
                        .stream()
                        .filter(one -> one.type() == ClockType.ACKNOWLEDGEMENT)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("handles", handles);
        model.addAttribute("mayAcknowledge", handles && state == ComplaintState.RECEIVED);
        model.addAttribute("mayAssess", handles && (state == ComplaintState.ACKNOWLEDGED));
        model.addAttribute(
                "mayReassess", handles && (state == ComplaintState.ASSESSED || state == ComplaintState.INVESTIGATING));
        model.addAttribute("mayAppoint", handles && state == ComplaintState.ASSESSED);
        model.addAttribute("mayReappoint", handles && open);
        model.addAttribute("mayFind", investigates && open);
        model.addAttribute(
                "mayPropose", handles && complaint.findings() != null && (open || state == ComplaintState.PROPOSED));
        model.addAttribute(
                "mayApprove",
                viewer.hasAny(Role.MANAGER, Role.ACCOUNT_EXECUTIVE)
                        && state == ComplaintState.PROPOSED
                        && complaint.approvedById() == null
                        && !Objects.equals(viewer.personId(), complaint.proposedById())
                        && (complaint.amount() == null || viewer.has(Role.MANAGER)));
        model.addAttribute(
                "mayCommunicate", handles && state == ComplaintState.PROPOSED && complaint.approvedById() != null);
        model.addAttribute("mayAnswer", handles && state == ComplaintState.COMMUNICATED);
        model.addAttribute(
                "mayClose",
                handles
                        && complaint.remedy() != null
                        && (state == ComplaintState.COMMUNICATED
                                || state == ComplaintState.ACCEPTED
                                || state == ComplaintState.ESCALATED));
        model.addAttribute(
                "mayEscalate", handles && complaint.acknowledgedAt() != null && state != ComplaintState.CLOSED);
        choices(viewer, complaint, handles || investigates ? queries.candidates(viewer, ticket) : List.of(), model);
        forms(complaint, model);
        return VIEW;
    }

    private void choices(Viewer viewer, ComplaintDetail complaint, List<Candidate> people, Model model) {
        model.addAttribute("levels", words.options(Level.values()));
        model.addAttribute("remedies", words.options(Remedy.values()));
        model.addAttribute(
                "causes",
                causes.all(viewer).stream()
                        .filter(cause -> cause.active() || cause.code().equals(complaint.cause()))
                        .map(cause -> new Option(cause.code(), name(viewer, cause)))
                        .toList());
        model.addAttribute(
                "colleagues",
                people.stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute(
                "independent",
                people.stream()
                        .filter(one -> one.tie() == null)
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute(
                "tied",
                people.stream()
                        .filter(one -> one.tie() != null)
                        .map(one -> words.text("aftersales.feedback.tie." + one.tie(), one.name()))
                        .toList());
        model.addAttribute(
                "foundedChoices",
                List.of(
                        new Option("true", words.text("aftersales.feedback.founded.true")),
                        new Option("false", words.text("aftersales.feedback.founded.false"))));
    }

    private void forms(ComplaintDetail complaint, Model model) {
        form(model, "acknowledge", new AcknowledgeComplaint(words.text("aftersales.feedback.acknowledgeText")));
        form(
                model,
                "assess",
                new AssessComplaint(
                        complaint.severity(),
                        complaint.complexity(),
                        complaint.impact(),
                        complaint.safety(),
                        text(complaint.wanted()),
                        complaint.causedById()));
        form(model, "investigate", new AppointInvestigator(complaint.investigatorId()));
        form(
                model,
                "find",
                new RecordFindings(text(complaint.findings()), complaint.founded(), text(complaint.cause())));
        form(
                model,
                "propose",
                new ProposeResponse(
                        text(complaint.response()),
                        complaint.remedy(),
                        text(complaint.remedyReason()),
                        complaint.amount() == null ? null : complaint.amount().stripTrailingZeros(),
                        complaint.currency() == null ? HOME_CURRENCY : complaint.currency()));
        form(model, "because", new Reason(""));
        form(model, "escalate", new EscalateComplaint("", "", null));
        form(model, "close", new CloseComplaint(""));
    }

    private static void form(Model model, String name, Object blank) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, blank);
        }
    }

    /** The course as a bar: a step that was passed over is shown as such once the complaint is closed. */
    private List<Step> steps(ComplaintDetail complaint) {
        var course = new ArrayList<>(List.of(ComplaintState.values()));
        boolean outside = complaint.outsideBody() != null && complaint.acceptedAt() == null;
        course.remove(outside ? ComplaintState.ACCEPTED : ComplaintState.ESCALATED);
        int at = course.indexOf(complaint.state());
        var steps = new ArrayList<Step>();
        for (int i = 0; i < course.size(); i++) {
            var state = course.get(i);
            var reached = complaint.reached(state);
            boolean closed = complaint.state() == ComplaintState.CLOSED;
            var look = i == at && !closed
                    ? "current"
                    : reached != null && i <= at ? "done" : closed || i < at ? "stopped" : "todo";
            steps.add(new Step(words.of(state), look, "done".equals(look) ? formats.date(reached) : null, null));
        }
        return steps;
    }

    private static String name(Viewer viewer, ComplaintCause cause) {
        return cause.name(viewer.locale());
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}

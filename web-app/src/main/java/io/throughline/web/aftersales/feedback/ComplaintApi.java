package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.AcknowledgeComplaint;
import io.throughline.aftersales.feedback.AppointInvestigator;
import io.throughline.aftersales.feedback.AssessComplaint;
import io.throughline.aftersales.feedback.CloseComplaint;
import io.throughline.aftersales.feedback.ComplaintDetail;
import io.throughline.aftersales.feedback.ComplaintQueries;
import io.throughline.aftersales.feedback.Complaints;
import io.throughline.aftersales.feedback.EscalateComplaint;
import io.throughline.aftersales.feedback.ProposeResponse;
import io.throughline.aftersales.feedback.Reason;
import io.throughline.aftersales.feedback.RecordFindings;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A complaint and each step of its course, for programs; the course itself says which step may be next. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/complaint")
@RequiredArgsConstructor
class ComplaintApi {

    private final Complaints complaints;
    private final ComplaintQueries queries;
    private final TicketDetailQueries tickets;

    @GetMapping
    ResponseEntity<ComplaintDetail> show(Viewer viewer, @PathVariable String number) {
        var complaint = queries.detail(viewer, tickets.detail(viewer, number));
        return Versions.tagged(complaint, complaint.version());
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<ComplaintDetail> acknowledge(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody AcknowledgeComplaint body) {
        complaints.acknowledge(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/assessment")
    ResponseEntity<ComplaintDetail> assess(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody AssessComplaint body) {
        complaints.assess(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/investigation")
    ResponseEntity<ComplaintDetail> investigate(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody AppointInvestigator body) {
        complaints.investigate(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/findings")
    ResponseEntity<ComplaintDetail> find(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody RecordFindings body) {
        complaints.find(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/response")
    ResponseEntity<ComplaintDetail> propose(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody ProposeResponse body) {
        complaints.propose(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/response/approval")
    ResponseEntity<ComplaintDetail> approve(Viewer viewer, @PathVariable String number) {
        complaints.approve(viewer, number);
        return show(viewer, number);
    }

    @PostMapping("/response/rejection")
    ResponseEntity<ComplaintDetail> reject(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody Reason body) {
        complaints.reject(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/communication")
    ResponseEntity<ComplaintDetail> communicate(Viewer viewer, @PathVariable String number) {
        complaints.communicate(viewer, number);
        return show(viewer, number);
    }

    @PostMapping("/acceptance")
    ResponseEntity<ComplaintDetail> accept(Viewer viewer, @PathVariable String number) {
        complaints.accept(viewer, number);
        return show(viewer, number);
    }

    @PostMapping("/refusal")
    ResponseEntity<ComplaintDetail> refuse(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody Reason body) {
        complaints.refuse(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/escalation")
    ResponseEntity<ComplaintDetail> escalate(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody EscalateComplaint body) {
        complaints.escalate(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/closure")
    ResponseEntity<ComplaintDetail> close(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody CloseComplaint body) {
        complaints.close(viewer, number, body);
        return show(viewer, number);
    }
}

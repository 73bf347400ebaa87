package io.throughline.web.aftersales.diagnosis;

import io.throughline.aftersales.diagnosis.DescribeSymptoms;
import io.throughline.aftersales.diagnosis.Diagnoses;
import io.throughline.aftersales.diagnosis.DiagnosisDetail;
import io.throughline.aftersales.diagnosis.DiagnosisQueries;
import io.throughline.aftersales.diagnosis.Fix;
import io.throughline.aftersales.diagnosis.GiveWorkaround;
import io.throughline.aftersales.diagnosis.NameCause;
import io.throughline.aftersales.diagnosis.PlanFix;
import io.throughline.aftersales.diagnosis.RefuseFix;
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

/** The diagnosis of a ticket and each step of its course, for programs; the course itself says which step may be next. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/diagnosis")
@RequiredArgsConstructor
class DiagnosisApi {

    private final Diagnoses diagnoses;
    private final DiagnosisQueries queries;
    private final TicketDetailQueries tickets;

    @GetMapping
    ResponseEntity<DiagnosisDetail> show(Viewer viewer, @PathVariable String number) {
        var diagnosis = queries.detail(viewer, tickets.detail(viewer, number));
        return Versions.tagged(diagnosis, diagnosis.version());
    }

    @PostMapping("/symptoms")
    ResponseEntity<DiagnosisDetail> describe(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody DescribeSymptoms body) {
        diagnoses.describe(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/cause")
    ResponseEntity<DiagnosisDetail> name(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody NameCause body) {
        diagnoses.name(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/workaround")
    ResponseEntity<DiagnosisDetail> workAround(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody GiveWorkaround body) {
        diagnoses.workAround(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/fix-plan")
    ResponseEntity<DiagnosisDetail> plan(Viewer viewer, @PathVariable String number, @Valid @RequestBody PlanFix body) {
        diagnoses.plan(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/fix")
    ResponseEntity<DiagnosisDetail> fix(Viewer viewer, @PathVariable String number, @Valid @RequestBody Fix body) {
        diagnoses.fix(viewer, number, body);
        return show(viewer, number);
    }

    @PostMapping("/verification")
    ResponseEntity<DiagnosisDetail> verify(Viewer viewer, @PathVariable String number) {
        diagnoses.verify(viewer, number);
        return show(viewer, number);
    }

    @PostMapping("/refusal")
    ResponseEntity<DiagnosisDetail> refuse(
            Viewer viewer, @PathVariable String number, @Valid @RequestBody RefuseFix body) {
        diagnoses.refuse(viewer, number, body);
        return show(viewer, number);
    }
}

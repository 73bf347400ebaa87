package io.throughline.project.lifecycle;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews the gates between phases. Who leads the project passes a gate when every criterion is met or waived; only a
 * manager grants waivers and stops projects.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Gates {

    private final ProjectRepository projects;
    private final GateReviewRepository reviews;
    private final GateCriterionRepository criteria;
    private final GateWaiverRepository waivers;
    private final ProjectQueries queries;
    private final GateSheets sheets;
    private final ProjectTimeline timeline;
    private final Clock clock;

    /**
     * Records the decision on the gate of the project's current phase and, if it passes, begins the next one.
     *
     * @throws RuleViolation when criteria are neither met nor waived, or the phase is another one
     */
    public void decide(Viewer viewer, String key, Phase phase, DecideGate command) {
        var access = queries.require(viewer, key).toManage();
        var decision = command.decision();
        var comment = command.comment();
        if (decision == GateDecision.STOP && !viewer.has(Role.MANAGER)) {
            throw new NotAllowed("stop project " + key);
        }
        if (decision != GateDecision.GO && (comment == null || comment.isBlank())) {
            throw new RuleViolation("project.gate.commentNeeded").at("comment");
        }
        var project = load(access);
        project.requirePhase(phase);
        var gate = phase.gate();
        var sheet = sheets.sheet(access.id(), gate);
        if (decision.passes() && !sheet.canPass()) {
            throw new RuleViolation("project.gate.criteriaOpen", sheet.open());
        }
        int attempt = reviews.countByProjectIdAndPhase(access.id().value(), gate) + 1;
        var now = clock.instant();
        var by = viewer.personId();
        reviews.save(new GateReview(access.id().value(), attempt, sheet, decision, comment, by, now));
        var today = LocalDate.now(clock.withZone(access.zone()));
        switch (decision) {
            case GO, CONDITIONAL ->
                project.pass(gate, decision == GateDecision.GO && attempt == 1 && sheet.waived() == 0, now, today);
            case STOP -> project.cancel(now, today);
            case HOLD -> project.requireOpen();
        }
        projects.saveAndFlush(project);
        timeline.record(viewer, access.id(), "project.gate.decided." + decision);
    }

    /** Asks for a waiver of an unmet criterion; granted at once when a manager asks. */
    public void waive(Viewer viewer, String key, Phase phase, WaiveCriterion command) {
        var access = queries.require(viewer, key).toManage();
        load(access).requirePhase(phase);
        var gate = phase.gate();
        var line = sheets.sheet(access.id(), gate).criteria().stream()
                .filter(candidate -> candidate.key().equals(command.criterion()))
                .findFirst()
                .orElseThrow(() -> new NotFound("criterion", command.criterion()));
        if (line.met()) {
            throw new RuleViolation("project.gate.alreadyMet");
        }
        var id = access.id().value();
        var found = waivers.findByProjectIdAndPhaseAndCriterion(id, gate, command.criterion());
        found.ifPresent(waiver -> waiver.askAgain(command.reason()));
        var waiver = found.orElseGet(() -> new GateWaiver(id, gate, command.criterion(), command.reason()));
        if (viewer.has(Role.MANAGER)) {
            waiver.grant(viewer.personId(), clock.instant());
        }
        waivers.saveAndFlush(waiver);
        timeline.record(viewer, access.id(), "project.gate.waiver." + waiver.getStatus());
    }

    @Allow(Role.MANAGER)
    public void decideWaiver(Viewer viewer, String key, Phase phase, String criterion, boolean granted) {
        var access = queries.require(viewer, key).toManage();
        var waiver = waivers.findByProjectIdAndPhaseAndCriterion(access.id().value(), phase.gate(), criterion)
                .orElseThrow(() -> new NotFound("waiver", criterion));
        if (granted) {
            waiver.grant(viewer.personId(), clock.instant());
        } else {
            waiver.refuse(viewer.personId(), clock.instant());
        }
        waivers.saveAndFlush(waiver);
        timeline.record(viewer, access.id(), "project.gate.waiver." + waiver.getStatus());
    }

    /** Confirms a criterion by hand, or takes the confirmation back. */
    public void confirm(Viewer viewer, String key, Phase phase, String criterion, boolean met) {
        var access = queries.require(viewer, key).toManage();
        var gate = phase.gate();
        var id = access.id().value();
        var found = criteria.findByProjectIdAndPhaseAndCode(id, gate, criterion);
        if (found.isEmpty() && !GateSheets.isManual(gate, criterion)) {
            throw new NotFound("criterion", criterion);
        }
        var confirmed = found.orElseGet(() -> new GateCriterion(id, gate, criterion, null));
        if (met) {
            confirmed.confirm(viewer.personId(), clock.instant());
        } else {
            confirmed.withdraw();
        }
        criteria.saveAndFlush(confirmed);
        timeline.record(viewer, access.id(), met ? "project.gate.confirmed" : "project.gate.unconfirmed");
    }

    /** Adds a criterion of the project's own, to be confirmed by hand. */
    public void addCriterion(Viewer viewer, String key, Phase phase, String name) {
        var access = queries.require(viewer, key).toManage();
        if (name.isBlank() || name.strip().length() > 200) {
            throw new RuleViolation("project.gate.criterionName").at("name");
        }
        var gate = phase.gate();
        var id = access.id().value();
        int next = criteria.findByProjectIdAndPhaseOrderById(id, gate).stream()
                        .mapToInt(GateCriterion::ownNumber)
                        .max()
                        .orElse(0)
                + 1;
        criteria.saveAndFlush(new GateCriterion(id, gate, GateCriterion.OWN + next, name.strip()));
        timeline.record(viewer, access.id(), "project.gate.criterionAdded");
    }

    private Project load(ProjectAccess access) {
        return projects.findById(access.id().value()).orElseThrow(() -> new NotFound("project", access.key()));
    }
}

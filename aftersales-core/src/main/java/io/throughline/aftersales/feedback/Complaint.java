package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.Level;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A complaint and its course (ISO 10002, clause 7; service rule 16). */
@Entity
@Getter
@Table(schema = "aftersales", name = "complaint")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Complaint extends Aggregate {

    private static final int LONGEST_NOTE = 4000;

    private long ticketId;

    @Enumerated(EnumType.STRING)
    private ComplaintState state = ComplaintState.RECEIVED;

    private boolean withdrawn;
    private Instant receivedAt;
    private Instant acknowledgeBy;
    private Instant closeBy;
    private @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Level severity;

    @Enumerated(EnumType.STRING)
    private @Nullable Level complexity;

    @Enumerated(EnumType.STRING)
    private @Nullable Level impact;

    private boolean safety;
    private @Nullable String wanted;
    private @Nullable Long causedById;
    private @Nullable Long investigatorId;
    private @Nullable String findings;
    private @Nullable Boolean founded;
    private @Nullable String cause;
    private @Nullable String response;

    @Enumerated(EnumType.STRING)
    private @Nullable Remedy remedy;

    private @Nullable String remedyReason;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable Long proposedById;
    private @Nullable Long approvedById;
    private @Nullable Instant communicatedAt;
    private @Nullable Instant acceptedAt;
    private int refusals;
    private @Nullable String refusedBecause;
    private @Nullable String outsideBody;
    private @Nullable String outsideReference;
    private @Nullable LocalDate outsideOn;
    private @Nullable Instant closedAt;
    private @Nullable Long handledMinutes;

    Complaint(long ticketId, Instant receivedAt, Instant acknowledgeBy, Instant closeBy) {
        this.ticketId = ticketId;
        this.receivedAt = receivedAt;
        this.acknowledgeBy = acknowledgeBy;
        this.closeBy = closeBy;
    }

    /** Tells the history; called once, when the row is there and has its id. */
    void announce(Actor by, Instant at) {
        tell(ComplaintStep.RECEIPT, null, null, by, at);
    }

    /** Said twice it stays with the first time. */
    void acknowledge(Actor by, Instant at) {
        requireOpen();
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
            step(ComplaintStep.ACKNOWLEDGEMENT, ComplaintState.ACKNOWLEDGED, null, by, at);
        }
    }

    /** As long as nobody investigates it can be assessed anew. */
    void assess(AssessComplaint wish, Actor by, Instant at) {
        require(
                state == ComplaintState.ACKNOWLEDGED
                        || state == ComplaintState.ASSESSED
                        || state == ComplaintState.INVESTIGATING,
                "aftersales.feedback.assessAcknowledged");
        if (wish.causedById() != null && wish.causedById().equals(investigatorId)) {
            throw new RuleViolation("aftersales.feedback.investigatorCaused").at("causedById");
        }
        severity = wish.severity();
        complexity = wish.complexity();
        impact = wish.impact();
        safety = Boolean.TRUE.equals(wish.safety());
        wanted = wish.wanted().strip();
        causedById = wish.causedById();
        var to = state == ComplaintState.ACKNOWLEDGED ? ComplaintState.ASSESSED : state;
        step(ComplaintStep.ASSESSMENT, to, wanted, by, at);
    }

    /** Somebody independent looks into it; another one may take over as long as no response is proposed. */
    void investigate(long investigator, String name, Actor by, Instant at) {
        require(
                state == ComplaintState.ASSESSED || state.isUnderInvestigation(),
                "aftersales.feedback.investigateAssessed");
        investigatorId = investigator;
        var to = state == ComplaintState.ASSESSED ? ComplaintState.INVESTIGATING : state;
        step(ComplaintStep.INVESTIGATION, to, name, by, at);
    }

    void find(RecordFindings found, Actor by, Instant at) {
        require(state.isUnderInvestigation(), "aftersales.feedback.notInvestigating");
        require(Objects.equals(investigatorId, by.userId()), "aftersales.feedback.onlyInvestigator");
        findings = found.findings().strip();
        founded = found.founded();
        cause = found.cause();
        step(ComplaintStep.FINDINGS, state, findings, by, at);
    }

    void propose(ProposeResponse wish, @Nullable Money money, Actor by, Instant at) {
        require(
                state.isUnderInvestigation() || state == ComplaintState.PROPOSED,
                "aftersales.feedback.notInvestigating");
        require(findings != null && cause != null, "aftersales.feedback.findingsFirst");
        var reason = wish.remedyReason() == null || wish.remedyReason().isBlank()
                ? null
                : wish.remedyReason().strip();
        var offered = Objects.requireNonNull(wish.remedy());
        if (offered == Remedy.NONE && reason == null) {
            throw new RuleViolation("aftersales.feedback.noRemedyNeedsReason").at("remedyReason");
        }
        if (offered.isMoney() != (money != null)) {
            throw new RuleViolation(
                            money == null
                                    ? "aftersales.feedback.remedyNeedsAmount"
                                    : "aftersales.feedback.remedyWithoutAmount")
                    .at("amount");
        }
        response = wish.response().strip();
        remedy = offered;
        remedyReason = reason;
        amount = money == null ? null : money.amount();
        currency = money == null ? null : money.currency().getCurrencyCode();
        proposedById = by.userId();
        approvedById = null;
        step(ComplaintStep.RESPONSE, ComplaintState.PROPOSED, response, by, at);
    }

    /** @param decidesMoney whether the approver may give money away */
    void approve(boolean decidesMoney, Actor by, Instant at) {
        require(state == ComplaintState.PROPOSED && approvedById == null, "aftersales.feedback.nothingToApprove");
        require(!Objects.equals(proposedById, by.userId()), "aftersales.feedback.ownProposal");
        require(amount == null || decidesMoney, "aftersales.feedback.moneyNeedsManager");
        approvedById = by.userId();
        step(ComplaintStep.APPROVAL, state, null, by, at);
    }

    void reject(String reason, Actor by, Instant at) {
        require(state == ComplaintState.PROPOSED, "aftersales.feedback.nothingToApprove");
        approvedById = null;
        step(ComplaintStep.REJECTION, underInvestigation(), reason, by, at);
    }

    void communicate(Actor by, Instant at) {
        require(state == ComplaintState.PROPOSED && approvedById != null, "aftersales.feedback.approveFirst");
        communicatedAt = at;
        step(ComplaintStep.COMMUNICATION, ComplaintState.COMMUNICATED, null, by, at);
    }

    void accept(Actor by, Instant at) {
        require(state == ComplaintState.COMMUNICATED, "aftersales.feedback.notCommunicated");
        acceptedAt = at;
        step(ComplaintStep.ACCEPTANCE, ComplaintState.ACCEPTED, null, by, at);
    }

    /** @param reason null where the customer answered without saying no */
    void refuse(@Nullable String reason, Actor by, Instant at) {
        require(state == ComplaintState.COMMUNICATED, "aftersales.feedback.notCommunicated");
        refusals++;
        refusedBecause = reason;
        approvedById = null;
        step(ComplaintStep.REFUSAL, underInvestigation(), reason, by, at);
    }

    void escalate(EscalateComplaint outside, Actor by, Instant at) {
        requireOpen();
        require(acknowledgedAt != null, "aftersales.feedback.assessAcknowledged");
        outsideBody = outside.outsideBody().strip();
        outsideReference = outside.reference();
        outsideOn = outside.day();
        acceptedAt = null;
        step(ComplaintStep.ESCALATION, ComplaintState.ESCALATED, outsideBody, by, at);
    }

    /**
     * @param without why the customer's consent is missing; needed where it is
     * @param handled working time since the receipt
     */
    void close(@Nullable String without, Duration handled, Actor by, Instant at) {
        requireOpen();
        require(remedy != null && cause != null, "aftersales.feedback.remedyAndCause");
        require(
                state == ComplaintState.COMMUNICATED
                        || state == ComplaintState.ACCEPTED
                        || state == ComplaintState.ESCALATED,
                "aftersales.feedback.answerFirst");
        if (acceptedAt == null && (without == null || without.isBlank())) {
            throw new RuleViolation("aftersales.feedback.withoutConsent").at("note");
        }
        closedAt = at;
        handledMinutes = handled.toMinutes();
        step(ComplaintStep.CLOSURE, ComplaintState.CLOSED, acceptedAt == null ? without : null, by, at);
    }

    /** Its ticket was cancelled, or merged into another complaint on the same matter. */
    void withdraw(Actor by, Instant at) {
        withdrawn = true;
        closedAt = at;
        step(ComplaintStep.WITHDRAWAL, ComplaintState.CLOSED, null, by, at);
    }

    boolean isOpen() {
        return state != ComplaintState.CLOSED;
    }

    private void requireOpen() {
        require(isOpen(), "aftersales.feedback.closedAlready");
    }

    private ComplaintState underInvestigation() {
        return outsideBody == null ? ComplaintState.INVESTIGATING : ComplaintState.ESCALATED;
    }

    private void step(ComplaintStep step, ComplaintState to, @Nullable String note, Actor by, Instant at) {
        var from = state;
        state = to;
        tell(step, from, note, by, at);
    }

    private void tell(ComplaintStep step, @Nullable ComplaintState from, @Nullable String note, Actor by, Instant at) {
        var said = note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
        registerEvent(new ComplaintStepped(requireId(), ticketId, step, from, state, said, at, by.userId(), by.name()));
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new RuleViolation(otherwise);
        }
    }
}

package io.throughline.aftersales.sla;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A policy with its draft and every version it ever had; only published versions count. */
@Entity
@Getter
@Table(schema = "aftersales", name = "sla_policy")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SlaPolicy extends Aggregate {

    private String nameZh;
    private String nameEn;
    private int position;
    private @Nullable String draft;
    private int number;
    private @Nullable Instant retiredAt;

    @OneToMany(
            mappedBy = "policy",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    private List<SlaPolicyVersion> versions = new ArrayList<>();

    SlaPolicy(DraftPolicy wanted) {
        write(wanted);
    }

    /** Names and place change at once; terms only with the next publication. */
    void redraft(DraftPolicy wanted) {
        requireActive();
        write(wanted);
    }

    /** Other terms under the same names. */
    void redraft(SlaTerms terms) {
        requireActive();
        write(terms);
    }

    /** The terms of the draft, without one those that hold. */
    SlaTerms terms() {
        return TermsText.read(draft == null ? versions.get(versions.size() - 1).getTerms() : draft);
    }

    void publish(Instant now) {
        requireActive();
        var terms = draft;
        if (terms == null) {
            throw new RuleViolation("aftersales.sla.nothingToPublish");
        }
        number++;
        versions.add(new SlaPolicyVersion(this, number, terms, now));
        draft = null;
        registerEvent(new SlaPolicyChanged(requireId(), number, false));
    }

    /** It promises nothing new; what it promised stays readable. */
    void retire(Instant now) {
        requireActive();
        retiredAt = now;
        registerEvent(new SlaPolicyChanged(requireId(), number, true));
    }

    void reinstate() {
        if (retiredAt == null) {
            throw new RuleViolation("aftersales.sla.notRetired");
        }
        retiredAt = null;
        registerEvent(new SlaPolicyChanged(requireId(), number, false));
    }

    private void requireActive() {
        if (retiredAt != null) {
            throw new RuleViolation("aftersales.sla.retired");
        }
    }

    private void write(DraftPolicy wanted) {
        nameZh = wanted.nameZh().strip();
        nameEn = wanted.nameEn().strip();
        position = wanted.position();
        write(wanted.terms());
    }

    private void write(SlaTerms wanted) {
        var terms = TermsText.write(wanted);
        boolean published = !versions.isEmpty()
                && Objects.equals(versions.get(versions.size() - 1).getTerms(), terms);
        draft = published ? null : terms;
    }
}

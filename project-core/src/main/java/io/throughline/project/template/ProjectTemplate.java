package io.throughline.project.template;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.resource.TemplateStaffing;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A ready structure to start projects from: built in, or saved from a project and taken anew from one since. */
@Entity
@Getter
@Table(schema = "project", name = "project_template")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ProjectTemplate extends Aggregate {

    private String code;
    private @Nullable String nameZh;
    private @Nullable String nameEn;
    private @Nullable String descriptionZh;
    private @Nullable String descriptionEn;

    @Enumerated(EnumType.STRING)
    private TemplateKind kind;

    private boolean builtin;
    private boolean active;
    private int revision;

    @Enumerated(EnumType.STRING)
    private TemplateStaffing staffing;

    private @Nullable Long sourceId;
    private @Nullable Instant takenAt;
    private @Nullable Long takenBy;

    ProjectTemplate(String code, TemplateWords words) {
        this.code = code;
        this.active = true;
        this.staffing = TemplateStaffing.NONE;
        describe(words);
    }

    /** In one language at least. */
    final void describe(TemplateWords words) {
        refuseBuiltin();
        if (words.nameZh() == null && words.nameEn() == null) {
            throw new RuleViolation("project.template.nameNeeded").at("nameZh");
        }
        nameZh = words.nameZh();
        nameEn = words.nameEn();
        descriptionZh = words.descriptionZh();
        descriptionEn = words.descriptionEn();
        kind = words.kind();
    }

    /** Its plan is that of the project from now on; projects begun before keep theirs. */
    void take(long project, TemplateStaffing wanted, @Nullable Long by, Instant now) {
        refuseBuiltin();
        revision++;
        sourceId = project;
        staffing = wanted;
        takenBy = by;
        takenAt = now;
    }

    /** A copy has the plan of the other as it is now. */
    void resemble(ProjectTemplate other) {
        revision = 1;
        staffing = other.staffing;
        sourceId = other.sourceId;
        takenAt = other.takenAt;
        takenBy = other.takenBy;
    }

    TemplateWords words() {
        return new TemplateWords(nameZh, nameEn, descriptionZh, descriptionEn, kind);
    }

    /** Not offered any more; what was begun from it stays as it is. */
    void archive() {
        active = false;
    }

    void restore() {
        active = true;
    }

    boolean isOf(@Nullable Long user) {
        return !builtin && user != null && Objects.equals(getCreatedBy(), user);
    }

    void refuseBuiltin() {
        if (builtin) {
            throw new RuleViolation("project.template.builtinFixed");
        }
    }
}

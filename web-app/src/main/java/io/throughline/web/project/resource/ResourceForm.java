package io.throughline.web.project.resource;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.resource.ResourceDetail;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.resource.SkillLevel;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is typed.
 *
 * @param capacity percent of one full resource
 * @param skills a line each: the skill, a space, its level
 */
record ResourceForm(
        @Nullable Integer version,
        @NotBlank @Size(max = 200) String name,
        @NotNull ResourceKind kind,
        @Nullable Long userId,

        @NotNull @DecimalMin("0") @DecimalMax("999900") BigDecimal capacity,

        @Nullable Long calendarId,
        @Nullable @Size(max = 40) String unitLabel,
        @Nullable @Size(max = 120) String group,
        @Nullable @Size(max = 5000) String skills) {

    private static final int USUAL_LEVEL = 3;

    static ResourceForm empty() {
        return new ResourceForm(null, "", ResourceKind.PERSON, null, BigDecimal.valueOf(100), null, null, null, null);
    }

    static ResourceForm of(ResourceDetail resource) {
        return new ResourceForm(
                resource.version(),
                resource.name(),
                resource.kind(),
                resource.userId(),
                new BigDecimal(resource.maxUnits()
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()),
                resource.calendarId(),
                resource.unitLabel(),
                resource.group(),
                resource.skills().stream()
                        .map(one -> one.skill() + " " + one.level())
                        .collect(Collectors.joining("\n")));
    }

    /** @param stored what the form does not show stays as it is; null for a new one */
    SaveResource command(@Nullable ResourceDetail stored) {
        return new SaveResource(
                version,
                name,
                kind,
                stored == null ? null : stored.project(),
                userId,
                capacity.movePointLeft(2),
                calendarId,
                unitLabel,
                group,
                read(),
                stored == null ? List.of() : stored.leave());
    }

    private List<SkillLevel> read() {
        return skills == null
                ? List.of()
                : skills.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(ResourceForm::skill)
                        .toList();
    }

    private static SkillLevel skill(String line) {
        int at = line.lastIndexOf(' ');
        var last = line.substring(at + 1);
        if (at < 0 || !last.matches("[0-9]{1,3}")) {
            return named(line, USUAL_LEVEL);
        }
        return named(line.substring(0, at).strip(), Integer.parseInt(last));
    }

    private static SkillLevel named(String skill, int level) {
        if (level < 1 || level > 5 || skill.length() > 80) {
            throw new RuleViolation("project.resource.skillLine", skill).at("skills");
        }
        return new SkillLevel(skill, level);
    }
}

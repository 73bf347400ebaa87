package io.throughline.project.schedule.planfile;

import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * A person, machine, material or cost of the file.
 *
 * @param maxUnits percent of one full resource: 100 is one person, 250 two and a half
 * @param materialLabel what a material is counted in
 */
public record PlanFileResource(
        int uid,
        String name,
        Type type,
        double maxUnits,
        @Nullable String email,
        @Nullable String group,
        @Nullable String materialLabel,
        @With @Nullable String calendarName) {

    public enum Type {
        WORK,
        MATERIAL,
        COST
    }
}

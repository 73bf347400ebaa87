package io.throughline.web.project.network;

import io.throughline.project.schedule.NetworkView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What of the diagram is looked at, as its address has it.
 *
 * @param zoom word of a {@link NetworkZoom}
 * @param rank first column shown, {@code lane} the first row
 * @param at a task to be found: its number, WBS code or words of its name
 * @param of number of the task whose neighbours are shown, {@code HTC-12} or {@code 12}
 * @param steps how far its neighbours reach
 * @param path place of the first critical task listed
 */
record NetworkAddress(
        @Nullable String zoom,
        @Nullable Integer rank,
        @Nullable Integer lane,
        @Nullable String at,
        @Nullable String of,
        @Nullable Integer steps,
        @BindParam("filter.critical") @Nullable Boolean critical,
        @Nullable Integer path) {

    static final int USUAL_STEPS = 2;

    NetworkView view() {
        return new NetworkView(
                rank,
                lane,
                NetworkZoom.of(zoom).size(),
                at,
                task(),
                steps == null ? USUAL_STEPS : steps,
                Boolean.TRUE.equals(critical),
                path == null ? 0 : path);
    }

    /** Null where there is none, or nothing that is a number. */
    private @Nullable Integer task() {
        if (of == null) {
            return null;
        }
        var digits = of.strip().substring(of.strip().lastIndexOf('-') + 1);
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 8 && digits.chars().allMatch(Character::isDigit);
        return isNumber ? Integer.valueOf(digits) : null;
    }
}

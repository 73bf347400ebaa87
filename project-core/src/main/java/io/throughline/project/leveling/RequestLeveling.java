package io.throughline.project.leveling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a proposal.
 *
 * @param mode null for at once
 * @param seconds to search; null for {@link #USUAL_SECONDS}; only to optimise
 * @param seed of all that is random in the search; null for 1
 * @param withinSlack whether a task may be delayed only as far as finish and deadlines allow; null for beyond
 * @param projects keys of others that share people with this one and are leveled with it; null for none
 */
public record RequestLeveling(
        @Nullable LevelingMode mode,
        @Nullable @Min(1) @Max(MOST_SECONDS) Integer seconds,
        @Nullable Long seed,
        @Nullable Boolean withinSlack,
        @Nullable @Size(max = MOST_PROJECTS) List<String> projects) {

    public static final int USUAL_SECONDS = 10;
    public static final int MOST_SECONDS = 600;
    public static final int MOST_PROJECTS = 50;

    public static final RequestLeveling USUAL = new RequestLeveling(null, null, null, null, null);

    LevelingMode modeOrUsual() {
        return Objects.requireNonNullElse(mode, LevelingMode.AT_ONCE);
    }

    List<String> others() {
        return projects == null ? List.of() : projects;
    }
}

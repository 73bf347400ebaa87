package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Three points of a duration as planners write them, in days: {@code 3/5/9}. */
final class EstimateText {

    private static final BigDecimal DAY_MINUTES = BigDecimal.valueOf(480);

    private EstimateText() {}

    /**
     * @return minutes, optimistic first; empty for an empty text
     * @throws RuleViolation for anything but three numbers
     */
    static List<Long> parse(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        var parts = typed.strip().split("\\s*[/、,;]\\s*|\\s+", 5);
        if (parts.length != 3
                || !Arrays.stream(parts)
                        .allMatch(part -> UnitFormats.AMOUNT.matcher(part).matches())) {
            throw new RuleViolation("project.schedule.notThreePoints", typed);
        }
        return Arrays.stream(parts)
                .map(part -> new BigDecimal(part)
                        .multiply(DAY_MINUTES)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue())
                .toList();
    }
}

package io.throughline.aftersales.assignment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody got a ticket, as the history keeps it: {@code LEAST_LOAD|3|5|2026-11-23T10:00:00Z|PLC 编程 4, 液压 3}.
 *
 * @param open open tickets he or she had
 * @param load the same weighted by priority
 * @param until end of the working day; null for who was not on duty
 * @param skills wanted ones that he or she has, with the level
 */
public record AssignmentReason(
        AssignmentStrategy strategy,
        int open,
        int load,
        @Nullable Instant until,
        List<String> skills) {

    private static final String BETWEEN = "|";
    private static final int PARTS = 5;
    private static final int LONGEST_SKILLS = 200;

    public AssignmentReason {
        skills = List.copyOf(skills);
    }

    public static AssignmentReason of(AssignmentStrategy strategy, Candidate chosen) {
        return new AssignmentReason(
                strategy,
                chosen.open(),
                chosen.load(),
                chosen.dutyEnds(),
                chosen.skills().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(skill -> skill.getKey().replace(BETWEEN, "/") + " " + skill.getValue())
                        .toList());
    }

    public static AssignmentReason read(String said) {
        var parts = said.split("\\|", PARTS);
        return new AssignmentReason(
                AssignmentStrategy.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3].isEmpty() ? null : Instant.parse(parts[3]),
                parts[4].isEmpty() ? List.of() : Arrays.asList(parts[4].split(", ")));
    }

    public String said() {
        var list = skills.stream().collect(Collectors.joining(", "));
        return String.join(
                BETWEEN,
                strategy.name(),
                String.valueOf(open),
                String.valueOf(load),
                until == null ? "" : until.toString(),
                list.length() > LONGEST_SKILLS ? list.substring(0, LONGEST_SKILLS) : list);
    }
}

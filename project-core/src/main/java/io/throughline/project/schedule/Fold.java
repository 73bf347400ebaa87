package io.throughline.project.schedule;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which summaries of a plan are shut, as it stands in an address: {@code 7,12} are shut; {@code L2} shuts all from the
 * second level down, {@code L2,-9} all but number 9.
 *
 * @param level summaries at this depth and below are shut; null for none, 1 is the top
 * @param shut numbers of summaries shut besides
 * @param open numbers of summaries open in spite of the level
 */
public record Fold(@Nullable Integer level, Set<Integer> shut, Set<Integer> open) {

    public static final Fold NONE = new Fold(null, Set.of(), Set.of());

    private static final Pattern PART = Pattern.compile("(L|-)?([0-9]{1,7})");

    public Fold {
        shut = Set.copyOf(shut);
        open = Set.copyOf(open);
    }

    /** What is no number is passed over. */
    public static Fold parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        Integer level = null;
        var shut = new LinkedHashSet<Integer>();
        var open = new LinkedHashSet<Integer>();
        for (var typed : text.split(",")) {
            var part = PART.matcher(typed.strip());
            if (part.matches()) {
                var number = Integer.valueOf(part.group(2));
                if (part.group(1) == null) {
                    shut.add(number);
                } else if (part.group(1).equals("-")) {
                    open.add(number);
                } else {
                    level = Math.max(1, number);
                }
            }
        }
        return new Fold(level, shut, open);
    }

    boolean shuts(int number, int depth) {
        return shut.contains(number) || level != null && depth >= level && !open.contains(number);
    }

    /** With that summary the other way round. */
    public Fold toggled(int number, int depth) {
        var nowShut = new TreeSet<>(shut);
        var nowOpen = new TreeSet<>(open);
        if (!shuts(number, depth)) {
            nowOpen.remove(number);
            if (level == null || depth < level) {
                nowShut.add(number);
            }
        } else {
            nowShut.remove(number);
            if (level != null && depth >= level) {
                nowOpen.add(number);
            }
        }
        return new Fold(level, nowShut, nowOpen);
    }

    /** As {@link #parse} reads it; empty where nothing is shut. */
    @Override
    public String toString() {
        return Stream.of(
                        level == null ? Stream.<String>empty() : Stream.of("L" + level),
                        new TreeSet<>(shut).stream().map(String::valueOf),
                        new TreeSet<>(open).stream().map(number -> "-" + number))
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }
}

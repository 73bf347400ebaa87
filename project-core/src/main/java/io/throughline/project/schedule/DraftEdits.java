package io.throughline.project.schedule;

import io.throughline.project.schedule.PlanJournal.Edit;
import io.throughline.project.schedule.PlanJournal.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What a draft changes, one edit a record: {@code before} are its fields when the draft first touched them, {@code after}
 * what the draft makes of them. Values are plain, as JSON has them. The edit of a task that the draft removes has all its
 * fields before, so that merging can tell whether somebody changed it since.
 */
final class DraftEdits {

    static final String DELETED = "deletedAt";

    private static final TypeReference<List<Edit>> EDITS = new TypeReference<>() {};

    private DraftEdits() {}

    static List<Edit> read(String json) {
        return PlanChanges.JSON.readValue(json, EDITS);
    }

    /** @param row of {@code plan_change} in JSON */
    static List<Edit> ofStep(String row) {
        return PlanChanges.JSON.convertValue(PlanChanges.JSON.readTree(row).get("edits"), EDITS);
    }

    static String written(Collection<Edit> edits) {
        return PlanChanges.JSON.writeValueAsString(edits);
    }

    /** First what was known, then what was done after it. */
    static List<Edit> joined(List<Edit> known, List<Edit> more) {
        var byRecord = new LinkedHashMap<String, Edit>();
        Stream.concat(known.stream(), read(written(more)).stream())
                .forEach(edit -> byRecord.merge(record(edit), edit, DraftEdits::joined));
        return byRecord.values().stream()
                .map(DraftEdits::told)
                .filter(DraftEdits::says)
                .toList();
    }

    /** Takes a task out that is there without the draft. */
    static boolean isRemoval(Edit edit) {
        return edit.kind() == Kind.TASK
                && edit.before() != null
                && edit.after() != null
                && edit.after().get(DELETED) != null
                && edit.before().get(DELETED) == null;
    }

    /** The edit, knowing all fields of the task it removes. */
    static Edit removing(Edit edit, Map<String, @Nullable Object> task) {
        return new Edit(edit.kind(), edit.id(), overlaid(task, Objects.requireNonNull(edit.before())), edit.after());
    }

    /** The change, with all these fields of the record before and after, whether they changed or not. */
    static Edit whole(Edit edit, Map<String, @Nullable Object> fields) {
        return new Edit(
                edit.kind(),
                edit.id(),
                overlaid(fields, Objects.requireNonNull(edit.before())),
                overlaid(fields, Objects.requireNonNull(edit.after())));
    }

    static long number(@Nullable Object stored) {
        return ((Number) Objects.requireNonNull(stored)).longValue();
    }

    /** A link is the tasks it joins, whatever its id. */
    private static String record(Edit edit) {
        if (edit.kind() != Kind.LINK) {
            return edit.kind() + " " + edit.id();
        }
        var ends = Objects.requireNonNull(edit.before() == null ? edit.after() : edit.before());
        return edit.kind() + " " + ends.get("predecessorId") + " " + ends.get("successorId");
    }

    private static Edit joined(Edit first, Edit second) {
        return new Edit(
                second.kind(),
                second.after() == null ? first.id() : second.id(),
                first.before() == null ? null : overlaid(second.before(), first.before()),
                second.after() == null ? null : overlaid(first.after(), second.after()));
    }

    private static Map<String, @Nullable Object> overlaid(
            @Nullable Map<String, @Nullable Object> below, Map<String, @Nullable Object> above) {
        var both = new LinkedHashMap<String, @Nullable Object>(below == null ? Map.of() : below);
        both.putAll(above);
        return both;
    }

    /** Fields that are again what they were say nothing; links and parts are told whole, dates with who sets them. */
    private static Edit told(Edit edit) {
        var before = edit.before();
        var after = edit.after();
        if (edit.kind() != Kind.TASK || before == null || after == null || isRemoval(edit)) {
            return edit;
        }
        var was = new LinkedHashMap<String, @Nullable Object>();
        var is = new LinkedHashMap<String, @Nullable Object>();
        boolean dated =
                DraftTasks.BY_HAND.stream().anyMatch(field -> !Objects.equals(before.get(field), after.get(field)));
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value) || dated && field.equals(DraftTasks.MODE)) {
                was.put(field, before.get(field));
                is.put(field, value);
            }
        });
        return new Edit(edit.kind(), edit.id(), was, is);
    }

    private static boolean says(Edit edit) {
        return !Objects.equals(edit.before(), edit.after());
    }
}

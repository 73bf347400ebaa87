package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.DraftLine.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One time that a draft's changes are made: which side was chosen where, and what came of each change. */
final class DraftRun {

    final ProjectAccess project;

    /** Null: the draft's wherever that can be. */
    private final @Nullable Map<String, Side> choices;

    private final Map<String, DraftLine> lines = new LinkedHashMap<>();
    private final Set<String> undecided = new HashSet<>();
    private final Map<Long, Task> tasks = new HashMap<>();

    /** Added by the draft itself. */
    final Set<Long> added = new HashSet<>();

    /** Not there in what comes out: removed by the draft, or left out of the live plan by choice. */
    final Set<Long> away = new HashSet<>();

    private DraftRun(ProjectAccess project, @Nullable Map<String, Side> choices) {
        this.project = project;
        this.choices = choices;
    }

    /** To look at the draft: it has its way wherever it can. */
    static DraftRun looking(ProjectAccess project) {
        return new DraftRun(project, null);
    }

    static DraftRun merging(ProjectAccess project, Map<String, Side> choices) {
        return new DraftRun(project, choices);
    }

    boolean isMerge() {
        return choices != null;
    }

    List<DraftLine> lines() {
        return List.copyOf(lines.values());
    }

    /** @throws RuleViolation while a clash has not been decided */
    void requireDecided() {
        if (!undecided.isEmpty()) {
            throw new RuleViolation("project.draft.undecided", undecided.size()).at("choices");
        }
    }

    /** Whether the change is to be made. */
    boolean takes(DraftLine line) {
        lines.put(line.id(), line);
        if (line.clash() == Clash.NONE) {
            return true;
        }
        var chosen = choices == null ? line.clash() == Clash.OPEN ? Side.DRAFT : Side.LIVE : choices.get(line.id());
        boolean decided = chosen == Side.LIVE || chosen == Side.DRAFT && line.clash() == Clash.OPEN;
        if (!decided) {
            undecided.add(line.id());
        }
        return chosen == Side.DRAFT && decided;
    }

    /** A change that turned out not to go together with the live plan. */
    void refuse(String id) {
        var line = lines.get(id);
        if (line != null && line.clash() != Clash.IMPOSSIBLE) {
            undecided.remove(id);
            takes(line.impossible());
        }
    }

    Map<Long, Task> tasks() {
        return tasks;
    }

    static DraftLine line(
            Task task,
            Matter matter,
            Map<String, @Nullable Object> base,
            Map<String, @Nullable Object> live,
            Map<String, @Nullable Object> draft,
            Clash clash) {
        var id = "t" + task.getNumber() + "." + matter.name().toLowerCase(java.util.Locale.ROOT);
        return new DraftLine(id, task.getNumber(), task.getName(), matter, null, base, live, draft, clash);
    }
}

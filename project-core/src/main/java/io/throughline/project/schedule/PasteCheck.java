package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.PasteRows.Place;
import io.throughline.project.schedule.PasteRows.References;
import io.throughline.project.schedule.PastedSheet.Cell;
import io.throughline.project.schedule.PastedSheet.Fault;
import io.throughline.project.schedule.planfile.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a pasted block against the plan it goes into, without changing anything. */
@Component
@RequiredArgsConstructor
class PasteCheck {

    /** Follow from the tasks below, so a summary's cells are passed over. */
    private static final Set<Column> DERIVED = EnumSet.of(
            Column.DURATION,
            Column.START,
            Column.FINISH,
            Column.PERCENT,
            Column.EFFORT,
            Column.EFFORT_TYPE,
            Column.ESTIMATE,
            Column.MILESTONE);

    private final ProjectQueries projects;
    private final TaskQueries queries;
    private final LinkCircles circles;
    private final JdbcClient jdbc;

    /**
     * A block that has been read.
     *
     * @param at the row at which it is pasted; null for the end of the plan
     */
    record Checked(
            PasteBlock block,
            List<PasteDraft> drafts,
            @Nullable TaskRow at,
            boolean over) {

        boolean isFaulty() {
            return drafts.stream().anyMatch(PasteDraft::isFaulty);
        }

        PastedSheet sheet() {
            int changed =
                    (int) drafts.stream().filter(draft -> draft.target != null).count();
            var rows = drafts.stream().map(this::row).toList();
            int created =
                    (int) drafts.stream().filter(draft -> draft.fault == null).count() - changed;
            return new PastedSheet(block.columns(), block.heading(), rows, over ? 0 : created, changed);
        }

        private PastedSheet.Row row(PasteDraft draft) {
            var texts = block.body().get(draft.line - block.firstLine());
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < block.columns().size(); i++) {
                var column = block.columns().get(i).column();
                boolean ignored = column == null || isDerived(draft, column);
                var fault = column == null ? null : draft.faults.get(column);
                cells.add(new Cell(i < texts.size() ? texts.get(i) : "", ignored, fault));
            }
            var number = draft.target == null ? null : Integer.valueOf(draft.target.number());
            return new PastedSheet.Row(draft.line, number, draft.depth, cells, draft.fault);
        }
    }

    static boolean isDerived(PasteDraft draft, Column column) {
        return DERIVED.contains(column) && (draft.target == null ? draft.summary : draft.target.summary());
    }

    Checked read(Viewer viewer, ProjectAccess project, PasteRows command) {
        var block = PasteBlock.of(command);
        if (block.body().size() > PasteRows.MOST) {
            throw new RuleViolation("project.schedule.paste.tooMany", PasteRows.MOST).at("text");
        }
        boolean over = command.where() == Place.OVER;
        var drafts = new PasteReader(block, projects.team(viewer, project)).read(over);
        if (drafts.isEmpty()) {
            throw new RuleViolation("project.schedule.paste.nothing").at("text");
        }
        var plan = queries.outline(viewer, project);
        var at = at(plan, command);
        if (over) {
            aim(project, plan, at, drafts, Fold.parse(command.fold()));
        } else {
            PasteOutline.arrange(block, drafts);
        }
        drafts.forEach(PasteCheck::pass);
        var numbers = plan.stream().map(TaskRow::number).collect(Collectors.toSet());
        var links = new PasteLinks(project, drafts, numbers, isByRow(command, block, plan));
        links.resolve();
        links.refuseCircles(() -> circles.graph(project), at == null ? null : at.parent());
        return new Checked(block, drafts, at, over);
    }

    private static @Nullable TaskRow at(List<TaskRow> plan, PasteRows command) {
        if (command.at() == null) {
            return null;
        }
        return plan.stream()
                .filter(row -> row.number() == command.at())
                .findFirst()
                .orElseThrow(() -> new RuleViolation("project.schedule.noSuchTask").at("at"));
    }

    /** The rows that show, from the one pasted at on. */
    private void aim(
            ProjectAccess project, List<TaskRow> plan, @Nullable TaskRow at, List<PasteDraft> drafts, Fold fold) {
        if (at == null) {
            throw new RuleViolation("project.schedule.paste.where").at("at");
        }
        var skeleton = OutlineSkeleton.of(jdbc, project.id());
        int first = skeleton.indexOf(at.number());
        var byNumber = plan.stream().collect(Collectors.toMap(TaskRow::number, Function.identity()));
        var targets = Arrays.stream(skeleton.shown(skeleton.shut(fold, first), index -> true))
                .filter(index -> index >= first)
                .mapToObj(index -> byNumber.get(skeleton.line(index).number()))
                .filter(Objects::nonNull)
                .toList();
        for (var draft : drafts) {
            if (draft.index < targets.size()) {
                draft.target = targets.get(draft.index);
                draft.depth = draft.target.depth();
            } else {
                draft.fault = Fault.of("project.schedule.paste.noRow");
            }
        }
    }

    /** What follows from the tasks below is not looked at. */
    private static void pass(PasteDraft draft) {
        DERIVED.stream().filter(column -> isDerived(draft, column)).forEach(draft.faults::remove);
        if (draft.start != null
                && draft.finish != null
                && draft.minutes == null
                && draft.finish.isBefore(draft.start)
                && !isDerived(draft, Column.FINISH)) {
            draft.refuse(Column.FINISH, "project.schedule.finishBeforeStart");
        }
        if (draft.constraint != null && draft.constraint.needsDate() && draft.constraintDate == null) {
            draft.refuse(
                    draft.has(Column.CONSTRAINT) ? Column.CONSTRAINT : Column.CONSTRAINT_TYPE,
                    "project.schedule.constraintDate");
        }
    }

    private static boolean isByRow(PasteRows command, PasteBlock block, List<TaskRow> plan) {
        if (command.references() != null) {
            return command.references() == References.ROWS;
        }
        return command.where() == Place.BELOW && (block.has(Column.ID) || plan.isEmpty());
    }
}

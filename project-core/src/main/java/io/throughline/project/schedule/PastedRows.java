package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings blocks of cells from spreadsheets into a plan: as new rows, or over the cells of rows that are there. All of it is
 * one change, which can be taken back as one; where a single cell cannot be taken nothing is done.
 */
@Service
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PastedRows {

    private final PasteCheck check;
    private final PasteWriter writer;
    private final TaskDesk desk;
    private final TaskQueries queries;
    private final ProjectQueries projects;
    private final TransactionOperations transactions;

    /**
     * What became of a block.
     *
     * @param numbers of the tasks that are new or changed, in the order of the block; empty where nothing was done
     * @param change null where nothing was done, because cells could not be taken
     */
    public record Outcome(
            PastedSheet sheet,
            List<Integer> numbers,
            @Nullable PlanChange change) {}

    /** What the block would become; changes nothing. */
    public PastedSheet check(Viewer viewer, String key, PasteRows command) {
        return check.read(viewer, projects.requirePlan(viewer, key).toManage(), command)
                .sheet();
    }

    /** Writes the block into the plan, or says in the outcome's sheet why not. */
    public Outcome save(Viewer viewer, String key, PasteRows command) {
        var project = projects.requirePlan(viewer, key).toManage();
        return Objects.requireNonNull(transactions.execute(transaction -> {
            desk.open(project);
            var checked = check.read(viewer, project, command);
            var change = checked.isFaulty()
                    ? java.util.Optional.<PlanChange>empty()
                    : writer.write(viewer, project, checked);
            if (change.isEmpty()) {
                transaction.setRollbackOnly();
                return new Outcome(checked.sheet(), List.of(), null);
            }
            return new Outcome(checked.sheet(), numbers(viewer, key, checked), change.get());
        }));
    }

    private List<Integer> numbers(Viewer viewer, String key, PasteCheck.Checked checked) {
        if (checked.over()) {
            return checked.drafts().stream().map(PasteDraft::key).toList();
        }
        int last = queries.outline(viewer, key).stream()
                .mapToInt(TaskRow::number)
                .max()
                .orElse(0);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < checked.drafts().size(); i++) {
            numbers.add(last - checked.drafts().size() + 1 + i);
        }
        return numbers;
    }
}

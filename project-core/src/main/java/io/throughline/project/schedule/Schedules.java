package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanNetworks.Frame;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.Schedule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Computes stored plans, and keeps what was computed as long as the plan's revision, its frame and its calendars are the
 * same; the revision is asked of the database each time, so that every node sees the newest plan. Nothing is kept that
 * may yet be rolled back.
 */
@Component
@RequiredArgsConstructor
class Schedules {

    /** Over all plans that are kept. */
    private static final int MOST_TASKS = 60_000;

    private final PlanNetworks networks;
    private final Map<Long, Computed> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** A plan with the dates it has by its links, calendars, constraints and progress. */
    record Computed(Frame frame, StoredPlan plan, Schedule schedule) {

        /** Whether the stored dates are the computed ones. */
        boolean isStored() {
            return plan.tasks().stream()
                    .allMatch(line -> line.lies(schedule.startOf(line.number()), schedule.finishOf(line.number())));
        }

        /** Not deleted, not cancelled. */
        boolean has(int number) {
            return schedule.network().has(number) && !schedule.network().isInactive(number);
        }

        /** The row with its slack, and whether it is critical. */
        TaskRow judged(TaskRow row) {
            return has(row.number())
                    ? row.withTotalSlackMinutes(schedule.totalSlack(row.number()))
                            .withFreeSlackMinutes(schedule.freeSlack(row.number()))
                            .withCritical(schedule.isCritical(row.number()))
                    : row;
        }
    }

    /** Empty where the plan cannot be computed; then the dates are those last stored. */
    Optional<Computed> find(ProjectId project) {
        try {
            return Optional.of(of(project));
        } catch (RuleViolation impossible) {
            return Optional.empty();
        }
    }

    /** As it lies in the database, changes of this transaction included. */
    Computed anew(ProjectId project) {
        return compute(project, networks.frame(project));
    }

    /** @throws RuleViolation for a circle, with its tasks named, or a calendar that never opens */
    Computed of(ProjectId project) {
        var frame = networks.frame(project);
        var known = kept(project, frame);
        if (known != null) {
            return known;
        }
        var computed = compute(project, frame);
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly() && computed.isStored()) {
            keep(project, computed);
        }
        return computed;
    }

    /**
     * After a change that left the tree and the links as they were; only what it can reach is computed.
     *
     * @param changed ids of the tasks whose facts changed
     * @return the plan before and after; empty where the plan before is not known any more
     */
    Optional<Change> after(ProjectId project, Collection<Long> changed) {
        var frame = networks.frame(project);
        var before = kept(project, frame);
        if (before == null) {
            return Optional.empty();
        }
        try {
            var plan = networks.with(project, before.plan(), frame, changed);
            return plan.map(now -> new Change(
                    before, new Computed(frame, now, before.schedule().replan(now.network()))));
        } catch (InvalidNetworkException e) {
            throw UnplannablePlan.translated(e);
        }
    }

    record Change(Computed before, Computed after) {}

    /** Once the transaction that saves it has committed. */
    void keepAfterCommit(ProjectId project, Computed computed, long revision) {
        var frame = computed.frame().at(revision);
        var saved = new Computed(frame, computed.plan().saved(computed.schedule()), computed.schedule());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(project, saved);
            }
        });
    }

    private Computed compute(ProjectId project, Frame frame) {
        try {
            var plan = networks.load(project, frame);
            return new Computed(frame, plan, CriticalPath.of(plan.network()));
        } catch (InvalidNetworkException e) {
            throw UnplannablePlan.translated(e);
        }
    }

    private @Nullable Computed kept(ProjectId project, Frame frame) {
        synchronized (kept) {
            var known = kept.get(project.value());
            return known != null && known.frame().equals(frame) && networks.isCurrent(known.plan()) ? known : null;
        }
    }

    private void keep(ProjectId project, Computed computed) {
        if (!computed.frame().computed() || computed.plan().tasks().size() > MOST_TASKS) {
            return;
        }
        synchronized (kept) {
            var known = kept.get(project.value());
            if (known != null && known.frame().revision() > computed.frame().revision()) {
                return;
            }
            kept.put(project.value(), computed);
            int tasks = kept.values().stream()
                    .mapToInt(one -> one.plan().tasks().size())
                    .sum();
            for (var eldest = kept.values().iterator(); tasks > MOST_TASKS && eldest.hasNext(); ) {
                tasks -= eldest.next().plan().tasks().size();
                eldest.remove();
            }
        }
    }
}

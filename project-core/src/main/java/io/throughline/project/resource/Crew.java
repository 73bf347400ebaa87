package io.throughline.project.resource;

import io.throughline.foundation.model.NotFound;
import io.throughline.project.schedule.TaskStaffing.Staffed;
import io.throughline.project.schedule.network.Effort;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resources on one task while they are changed.
 *
 * <pre>
 *   length of one's part = work ÷ units         duration of the task = the longest of its parts
 * </pre>
 *
 * What a change of one amount does to the others is {@link Effort}'s to say, for each part by itself; where effort drives,
 * who joins or leaves shares the work with all the others in proportion to their units.
 */
final class Crew {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(Effort.WHOLE);

    private final List<ResourceAssignment> members;
    private final List<ResourceAssignment> gone = new ArrayList<>();
    private final Map<Long, Resource> resources;
    private Staffed task;

    Crew(Staffed task, List<ResourceAssignment> members, Map<Long, Resource> resources) {
        this.task = task;
        this.members = new ArrayList<>(members);
        this.resources = resources;
    }

    Staffed task() {
        return task;
    }

    List<ResourceAssignment> members() {
        return members;
    }

    List<ResourceAssignment> gone() {
        return gone;
    }

    boolean has(long resource) {
        return members.stream().anyMatch(one -> one.getResourceId() == resource);
    }

    /** Whether nobody else may be put in its place: it works on the task, and has not merely done so before. */
    boolean isBusy(long resource) {
        return members.stream().anyMatch(one -> one.getResourceId() == resource && !one.isWorkedOff());
    }

    ResourceAssignment require(ResourceId id) {
        return members.stream()
                .filter(one -> one.getResourceId() == id.value())
                .findFirst()
                .orElseThrow(() -> new NotFound("assignment", id.value()));
    }

    void join(Resource resource, @Nullable BigDecimal units, @Nullable Long work) {
        resources.put(resource.requireId(), resource);
        var share = units == null ? usualShare(resource) : units;
        long project = task.project().id().value();
        var one = new ResourceAssignment(project, task.taskId(), resource.requireId(), share, 0);
        if (!resource.getKind().works()) {
            members.add(one);
            return;
        }
        var effort = Effort.of(task.type(), task.durationMinutes(), ten(share));
        boolean shared = work == null && task.effortDriven() && units() > 0;
        var before = whole();
        members.add(one);
        if (shared) {
            share(before.joinedBy(ten(share), true));
        } else {
            put(one, work == null ? effort : effort.withWork(work));
            settle();
        }
        if (task.assigneeId() == null && resource.getUserId() != null) {
            responsible(resource.getUserId());
        }
    }

    void change(ResourceAssignment one, BigDecimal units, long work) {
        boolean otherUnits = one.getUnits().compareTo(units) != 0;
        boolean otherWork = one.getWorkMinutes() != work;
        if (!resource(one).getKind().works()) {
            one.take(units, 0, 0);
            return;
        }
        if (!otherUnits && !otherWork) {
            return;
        }
        var effort = effort(one);
        if (otherUnits) {
            effort = effort.withUnits(ten(units));
        }
        put(one, otherWork ? effort.withWork(work) : effort);
        settle();
    }

    void leave(ResourceAssignment one) {
        var before = whole();
        members.remove(one);
        gone.add(one);
        var resource = resource(one);
        if (resource.getKind().works() && task.effortDriven() && units() > 0) {
            share(before.joinedBy(-ten(one.getUnits()), true));
        } else {
            settle();
        }
        if (resource.getUserId() != null && resource.getUserId().equals(task.assigneeId())) {
            responsible(members.stream()
                    .map(next -> resource(next).getUserId())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
        }
    }

    /** @return the part of who does it now; hours booked on the old one stay there */
    ResourceAssignment hand(ResourceAssignment one, Resource from, Resource to) {
        resources.put(to.requireId(), to);
        var next = members.stream()
                .filter(other -> other.getResourceId() == to.requireId())
                .findFirst()
                .map(other -> again(other, one))
                .orElseGet(() -> one.handTo(to.requireId()));
        if (!members.contains(next)) {
            members.add(next);
        }
        boolean responsible = from.getUserId() == null
                ? task.assigneeId() == null
                : from.getUserId().equals(task.assigneeId());
        if (responsible) {
            responsible(to.getUserId());
        }
        return next;
    }

    /** Back to somebody who worked on it before. */
    private ResourceAssignment again(ResourceAssignment before, ResourceAssignment now) {
        before.takeOver(now);
        if (!now.isBooked()) {
            members.remove(now);
            gone.add(now);
        }
        return before;
    }

    /** All together do the work there is. */
    private void share(Effort all) {
        long units = units();
        for (var one : workers()) {
            long work = Math.round((double) all.work() * ten(one.getUnits()) / units);
            boolean fixed = all.type() == Effort.Type.FIXED_DURATION && all.duration() > 0;
            var share = fixed ? decimal(work * Effort.WHOLE / all.duration()) : one.getUnits();
            one.take(share, work, task.percent());
        }
        settle();
    }

    /** The duration is that of the longest part, the task's work that of all. */
    private void settle() {
        var workers = workers();
        long duration = workers.stream()
                .map(this::effort)
                .mapToLong(Effort::duration)
                .max()
                .orElse(task.durationMinutes());
        boolean fixed = task.type() == Effort.Type.FIXED_DURATION;
        amounts(
                fixed ? task.durationMinutes() : duration,
                workers.isEmpty()
                        ? task.effortMinutes()
                        : Long.valueOf(workers.stream()
                                .mapToLong(ResourceAssignment::getWorkMinutes)
                                .sum()));
    }

    private Effort whole() {
        long work =
                workers().stream().mapToLong(ResourceAssignment::getWorkMinutes).sum();
        return new Effort(task.type(), task.durationMinutes(), work, (int) units());
    }

    /** Of one part; without units it lasts as long as the task. */
    private Effort effort(ResourceAssignment one) {
        int units = ten(one.getUnits());
        long length = PartLength.of(one.getUnits(), one.getWorkMinutes(), task.durationMinutes());
        return new Effort(task.type(), length, one.getWorkMinutes(), units);
    }

    private void put(ResourceAssignment one, Effort effort) {
        one.take(decimal(effort.units()), effort.work(), task.percent());
    }

    /** What an estimate asks of the only one on the task, else all of it. */
    private BigDecimal usualShare(Resource resource) {
        var estimate = task.effortMinutes();
        return estimate == null
                        || estimate == 0
                        || !workers().isEmpty()
                        || !resource.getKind().works()
                ? BigDecimal.ONE
                : decimal(Math.min(Effort.WHOLE, estimate * Effort.WHOLE / task.durationMinutes()));
    }

    private List<ResourceAssignment> workers() {
        return members.stream().filter(one -> resource(one).getKind().works()).toList();
    }

    private long units() {
        return workers().stream().mapToLong(one -> ten(one.getUnits())).sum();
    }

    private Resource resource(ResourceAssignment one) {
        return Objects.requireNonNull(resources.get(one.getResourceId()));
    }

    private void responsible(@Nullable Long user) {
        task = new Staffed(
                task.project(),
                task.taskId(),
                task.type(),
                task.effortDriven(),
                task.ownHours(),
                task.durationMinutes(),
                task.effortMinutes(),
                user,
                task.percent());
    }

    private void amounts(long duration, @Nullable Long effort) {
        task = new Staffed(
                task.project(),
                task.taskId(),
                task.type(),
                task.effortDriven(),
                task.ownHours(),
                duration,
                effort,
                task.assigneeId(),
                task.percent());
    }

    private static int ten(BigDecimal units) {
        return units.multiply(WHOLE).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static BigDecimal decimal(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }
}

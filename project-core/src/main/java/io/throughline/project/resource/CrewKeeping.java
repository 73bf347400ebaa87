package io.throughline.project.resource;

import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.TaskCrews.Amounts;
import io.throughline.project.schedule.TaskCrews.TaskTurn;
import io.throughline.project.schedule.network.Effort;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the people on a task take over of what was typed about the task. Who becomes responsible works on it, in the place
 * of who was so before; a new duration changes work or units by the task's type; a new estimate is the work of all, in the
 * same time.
 */
@Component
@RequiredArgsConstructor
class CrewKeeping {

    private static final long DAY = 480;

    private final ResourceRepository resources;
    private final ResourceAssignmentRepository assignments;
    private final PersonResources people;

    /** @return minutes of work of all; empty where nobody works on it */
    Optional<Long> follow(ProjectId project, long task, TaskTurn turn) {
        if (!Objects.equals(turn.before().assignee(), turn.after().assignee())) {
            handOver(project, task, turn);
        }
        var crew = workers(task);
        if (crew.isEmpty()) {
            return Optional.empty();
        }
        stretch(crew, turn);
        assignments.flush();
        return Optional.of(
                crew.stream().mapToLong(ResourceAssignment::getWorkMinutes).sum());
    }

    /** @return minutes of work by task; nobody worked on any of them so far */
    Map<Long, Long> join(ProjectId project, Map<Long, Amounts> tasks) {
        var known = new HashMap<Long, Long>();
        var work = new HashMap<Long, Long>();
        tasks.forEach((task, amounts) -> {
            long person = known.computeIfAbsent(Objects.requireNonNull(amounts.assignee()), user -> people.of(user)
                    .requireId());
            var units = share(amounts);
            long minutes = work(units, length(amounts));
            assignments.save(new ResourceAssignment(project.value(), task, person, units, minutes));
            work.put(task, minutes);
        });
        return work;
    }

    private void handOver(ProjectId project, long task, TaskTurn turn) {
        var crew = assignments.findByTaskIdOrderById(task);
        var from = of(crew, turn.before().assignee());
        var user = turn.after().assignee();
        if (user == null) {
            from.ifPresent(this::leave);
        } else if (of(crew, user).filter(ResourceAssignment::isWorkedOff).isPresent() && from.isPresent()) {
            back(of(crew, user).get(), from.get());
        } else if (of(crew, user).isEmpty()) {
            var next = people.of(user).requireId();
            from.ifPresentOrElse(one -> hand(one, next), () -> {
                long length = length(turn.after());
                var units = workers(task).isEmpty() ? share(turn.after()) : BigDecimal.ONE;
                assignments.save(new ResourceAssignment(project.value(), task, next, units, work(units, length)));
            });
        }
        assignments.flush();
    }

    /** Hours that were booked stay where they are. */
    private void leave(ResourceAssignment one) {
        if (one.isBooked()) {
            one.stop();
            assignments.save(one);
        } else {
            assignments.delete(one);
        }
    }

    private void hand(ResourceAssignment one, long next) {
        assignments.save(one.handTo(next));
        assignments.save(one);
    }

    /** To somebody who worked on it before. */
    private void back(ResourceAssignment again, ResourceAssignment from) {
        again.takeOver(from);
        assignments.save(again);
        leave(from);
    }

    private void stretch(List<ResourceAssignment> all, TaskTurn turn) {
        var before = turn.before();
        var after = turn.after();
        var active = all.stream().filter(one -> !one.isWorkedOff()).toList();
        var crew = active.isEmpty() ? all : active;
        long work = crew.stream().mapToLong(ResourceAssignment::getWorkMinutes).sum();
        long done = all.stream().mapToLong(ResourceAssignment::getWorkMinutes).sum() - work;
        var was = before.duration();
        var now = after.duration();
        boolean estimated = before.effort() != null && !before.effort().equals(after.effort());
        if (was != null && now != null && was > 0 && now > 0 && !was.equals(now)) {
            double factor = (double) now / was;
            boolean keepsWork = turn.type() == Effort.Type.FIXED_WORK;
            crew.forEach(one -> scale(one, keepsWork ? 1 : factor, keepsWork ? 1 / factor : 1));
        } else if (estimated && after.effort() != null && work > 0) {
            double factor = (double) Math.max(0, after.effort() - done) / work;
            crew.forEach(one -> scale(one, factor, factor));
        }
    }

    private void scale(ResourceAssignment one, double work, double units) {
        int percent = one.getWorkMinutes() == 0 ? 0 : (int) (100 * one.getActualWorkMinutes() / one.getWorkMinutes());
        one.take(
                one.getUnits()
                        .multiply(BigDecimal.valueOf(units), MathContext.DECIMAL64)
                        .setScale(4, RoundingMode.HALF_UP),
                Math.round(one.getWorkMinutes() * work),
                percent);
        assignments.save(one);
    }

    /** What the estimate asks of one person, at most all of it. */
    private static BigDecimal share(Amounts task) {
        var effort = task.effort();
        if (effort == null || effort <= 0) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(effort)
                .divide(BigDecimal.valueOf(length(task)), 4, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE);
    }

    private static long length(Amounts task) {
        return task.duration() == null || task.duration() == 0 ? DAY : task.duration();
    }

    private static long work(BigDecimal units, long length) {
        return units.multiply(BigDecimal.valueOf(length))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private List<ResourceAssignment> workers(long task) {
        return assignments.findByTaskIdOrderById(task).stream()
                .filter(one -> resources
                        .findById(one.getResourceId())
                        .filter(resource -> resource.getKind().works())
                        .isPresent())
                .toList();
    }

    private Optional<ResourceAssignment> of(List<ResourceAssignment> crew, @Nullable Long user) {
        return user == null
                ? Optional.empty()
                : resources.findByUserId(user).flatMap(resource -> crew.stream()
                        .filter(one -> one.getResourceId() == resource.requireId())
                        .findFirst());
    }
}

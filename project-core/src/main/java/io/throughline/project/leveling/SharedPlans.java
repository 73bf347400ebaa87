package io.throughline.project.leveling;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.leveling.LevelingProposal.Clash;
import io.throughline.project.leveling.LevelingProposal.TaskRef;
import io.throughline.project.resource.Staffing;
import io.throughline.project.resource.Staffing.Capacity;
import io.throughline.project.schedule.PlanModel;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.project.schedule.leveling.LevelingPlan;
import io.throughline.project.schedule.leveling.LoadSweep;
import io.throughline.project.schedule.leveling.Overload;
import io.throughline.project.schedule.leveling.Overloads;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.JoinedNetwork;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.project.schedule.network.Schedule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stored plans with the people they share, as the engine takes them: one network, ids by {@link JoinedNetwork}. */
final class SharedPlans {

    private final List<PlanModel> plans;
    private final List<Map<Integer, PlanModel.Task>> byNumber;
    private final Map<Long, Capacity> resources;
    private final Schedule joined;
    private final LevelingPlan problem;
    private final LevelingPlan judged;

    /**
     * @param elsewhere what the resources do in other projects, in the zone of these; in hours all share as a whole
     * @param worked the same by the stretches in which they work
     * @throws RuleViolation for several plans where one is from its finish, or of several time zones
     */
    SharedPlans(
            List<PlanModel> plans,
            Staffing staffing,
            List<LevelingPlan.Booking> elsewhere,
            List<LevelingPlan.Booking> worked,
            boolean withinSlack) {
        this.plans = List.copyOf(plans);
        byNumber = plans.stream().map(PlanModel::byNumber).toList();
        for (var plan : plans) {
            if (plans.size() > 1 && plan.network().frame().direction() == Direction.FROM_FINISH) {
                throw new RuleViolation(
                                "project.leveling.fromFinish", plan.project().key())
                        .at("projects");
            }
            if (!plan.project().zone().equals(plans.get(0).project().zone())) {
                throw new RuleViolation(
                                "project.leveling.otherZone", plan.project().key())
                        .at("projects");
            }
        }
        resources = staffing.resources().stream()
                .collect(Collectors.toMap(Capacity::resource, Function.identity(), (a, b) -> a));
        var single = plans.size() == 1;
        var network = single
                ? plans.get(0).network()
                : JoinedNetwork.of(plans.stream().map(PlanModel::schedule).toList());
        joined = single ? plans.get(0).schedule() : CriticalPath.of(network);
        problem = new LevelingPlan(
                network,
                staffing.resources().stream()
                        .map(one -> new LevelingPlan.Capacity(one.resource(), LoadSweep.withRounding(one.units())))
                        .toList(),
                assignments(staffing),
                elsewhere,
                priorities(),
                withinSlack);
        judged = problem.withBookings(worked);
    }

    private List<LevelingPlan.Assignment> assignments(Staffing staffing) {
        var places = new HashMap<Long, Integer>();
        for (int k = 0; k < plans.size(); k++) {
            places.put(plans.get(k).project().id().value(), k);
        }
        var assignments = new ArrayList<LevelingPlan.Assignment>();
        for (var one : staffing.assignments()) {
            int plan = places.getOrDefault(one.project(), 0);
            if (plans.get(plan).network().has(one.task())) {
                assignments.add(new LevelingPlan.Assignment(
                        JoinedNetwork.id(plan, one.task()), one.resource(), one.units(), one.hours(), one.minutes()));
            }
        }
        return assignments;
    }

    private Map<Long, Integer> priorities() {
        var priorities = new HashMap<Long, Integer>();
        for (int k = 0; k < plans.size(); k++) {
            for (var task : plans.get(k).tasks()) {
                if (task.priority() != LevelingPlan.USUAL_PRIORITY) {
                    priorities.put(JoinedNetwork.id(k, task.number()), task.priority());
                }
            }
        }
        return priorities;
    }

    LevelingPlan problem() {
        return problem;
    }

    List<PlanModel> plans() {
        return plans;
    }

    /** Who has too much to do in the plans as they are. */
    List<Clash> overloads() {
        return overloads(joined);
    }

    /**
     * Under these dates, with open work of these plans; those of one resource that only closed hours part are one.
     *
     * @param schedule of {@link #problem}'s tasks
     */
    List<Clash> overloads(Schedule schedule) {
        var overloads = Overloads.of(schedule, judged).stream()
                .filter(one -> one.tasks().stream().anyMatch(this::isOpen))
                .toList();
        var clashes = new ArrayList<Clash>();
        Clash open = null;
        for (var one : overloads) {
            var clash = clash(one);
            if (open != null && open.resource() == clash.resource() && !works(open.to(), clash.from())) {
                open = joined(open, clash);
            } else {
                if (open != null) {
                    clashes.add(open);
                }
                open = clash;
            }
        }
        if (open != null) {
            clashes.add(open);
        }
        return clashes;
    }

    private boolean isOpen(long id) {
        var task = byNumber.get(JoinedNetwork.plan(id)).get((int) JoinedNetwork.task(id));
        return task != null && task.status() != TaskStatus.DONE;
    }

    private boolean works(LocalDateTime from, LocalDateTime to) {
        var hours = plans.get(0).network().frame().hours();
        return hours.between(from.toEpochSecond(ZoneOffset.UTC), to.toEpochSecond(ZoneOffset.UTC)) > 0;
    }

    private static Clash joined(Clash one, Clash next) {
        return new Clash(
                one.resource(),
                one.name(),
                one.from(),
                next.to(),
                Math.max(one.units(), next.units()),
                one.capacity(),
                one.minutes() + next.minutes(),
                Stream.concat(one.tasks().stream(), next.tasks().stream())
                        .distinct()
                        .toList());
    }

    private Clash clash(Overload one) {
        var resource = resources.get(one.resource());
        return new Clash(
                one.resource(),
                resource == null ? "" : resource.name(),
                one.from(),
                one.to(),
                one.units(),
                resource == null ? one.capacity() : resource.units(),
                Duration.between(one.from(), one.to()).toMinutes(),
                one.tasks().stream()
                        .map(id -> new TaskRef(
                                plans.get(JoinedNetwork.plan(id)).project().key(), (int) JoinedNetwork.task(id)))
                        .toList());
    }
}

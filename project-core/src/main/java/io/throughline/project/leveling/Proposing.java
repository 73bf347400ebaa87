package io.throughline.project.leveling;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.leveling.LevelingProposal.Clash;
import io.throughline.project.leveling.LevelingProposal.Load;
import io.throughline.project.leveling.LevelingProposal.Move;
import io.throughline.project.leveling.LevelingProposal.Plan;
import io.throughline.project.schedule.PlanModel;
import io.throughline.project.schedule.leveling.Course;
import io.throughline.project.schedule.leveling.Leveled;
import io.throughline.project.schedule.leveling.Leveling;
import io.throughline.project.schedule.leveling.LevelingPlan;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.JoinedNetwork;
import io.throughline.project.schedule.network.Schedule;
import io.throughline.project.schedule.network.TaskDraft;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Levels plans and says what comes out in their own words. The dates of a proposal are those each plan itself comes to with
 * the delays, so that applying it leads to exactly them.
 */
final class Proposing {

    private final SharedPlans shared;
    private final LevelingMode mode;
    private final long seed;

    Proposing(SharedPlans shared, LevelingMode mode, long seed) {
        this.shared = shared;
        this.mode = mode;
        this.seed = seed;
    }

    /** @param delays minutes by task number, for each of the plans */
    record Found(LevelingProposal proposal, List<Map<Integer, Long>> delays) {}

    /** @param course asked only to optimise */
    Found run(long id, Course course) {
        var problem = shared.problem();
        var leveled =
                mode == LevelingMode.AT_ONCE ? Leveling.atOnce(problem) : Leveling.optimise(problem, seed, course);
        var delays = delays(leveled);
        var after = new ArrayList<Schedule>();
        for (int k = 0; k < delays.size(); k++) {
            after.add(after(k, delays.get(k), leveled));
        }
        return new Found(proposal(id, leveled, delays, after), delays);
    }

    private List<Map<Integer, Long>> delays(Leveled leveled) {
        List<Map<Integer, Long>> delays = new ArrayList<>();
        shared.plans().forEach(plan -> delays.add(new HashMap<>()));
        leveled.delays().forEach((id, minutes) -> delays.get(JoinedNetwork.plan(id))
                .put((int) JoinedNetwork.task(id), minutes));
        return delays;
    }

    /** @throws RuleViolation where the plan by itself does not come to the dates it has among the others */
    private Schedule after(int place, Map<Integer, Long> delays, Leveled leveled) {
        var plan = shared.plans().get(place);
        var kept = plan.tasks().stream()
                .filter(task -> task.priority() >= LevelingPlan.NEVER_MOVE)
                .map(task -> (long) task.number())
                .collect(Collectors.toSet());
        var network = plan.network().unleveled(kept);
        var drafts = new ArrayList<TaskDraft>();
        delays.forEach((no, minutes) -> drafts.add(network.describe(no).levelingDelay(minutes)));
        var after = CriticalPath.of(network.with(drafts));
        for (long no : network.ids()) {
            long id = JoinedNetwork.id(place, no);
            if (!network.isSummary(no)
                    && !(after.startOf(no).equals(leveled.after().startOf(id))
                            && after.finishOf(no).equals(leveled.after().finishOf(id)))) {
                throw new RuleViolation(
                        "project.leveling.notTogether", plan.project().key() + "-" + no);
            }
        }
        return after;
    }

    private LevelingProposal proposal(long id, Leveled leveled, List<Map<Integer, Long>> delays, List<Schedule> after) {
        var plans = new ArrayList<Plan>();
        var moves = new ArrayList<Move>();
        for (int k = 0; k < after.size(); k++) {
            var plan = shared.plans().get(k);
            plans.add(new Plan(
                    plan.project().key(),
                    plan.revision(),
                    plan.schedule().projectFinish(),
                    after.get(k).projectFinish()));
            moves.addAll(moves(plan, after.get(k), delays.get(k)));
        }
        var before = shared.overloads();
        var left = shared.overloads(leveled.after());
        var start = earliest(shared.plans().stream().map(PlanModel::schedule));
        var startAfter = earliest(after.stream());
        var finishBefore = latest(plans.stream().map(Plan::finishBefore));
        var finishAfter = latest(plans.stream().map(Plan::finishAfter));
        return new LevelingProposal(
                id,
                mode,
                seed,
                shared.problem().withinSlack(),
                leveled.schedules(),
                finishBefore,
                finishAfter,
                start,
                startAfter,
                working(start, finishBefore),
                working(startAfter, finishAfter),
                plans,
                moves,
                before,
                left,
                load(before, left));
    }

    private static List<Move> moves(PlanModel plan, Schedule after, Map<Integer, Long> delays) {
        var tasks = plan.byNumber();
        return after.since(plan.schedule()).moved().stream()
                .filter(move ->
                        !plan.network().isSummary(move.id()) && !plan.network().isInactive(move.id()))
                .map(move -> {
                    int no = (int) move.id();
                    var task = tasks.get(no);
                    return new Move(
                            plan.project().key(),
                            no,
                            task == null ? "" : task.name(),
                            move.startBefore(),
                            move.finishBefore(),
                            move.startAfter(),
                            move.finishAfter(),
                            delays.getOrDefault(no, 0L));
                })
                .toList();
    }

    private static LocalDateTime earliest(Stream<Schedule> plans) {
        return plans.map(Schedule::projectStart).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDateTime latest(Stream<LocalDateTime> times) {
        return times.max(Comparator.naturalOrder()).orElseThrow();
    }

    private long working(LocalDateTime from, LocalDateTime to) {
        var hours = shared.plans().get(0).network().frame().hours();
        return hours.between(from.toEpochSecond(ZoneOffset.UTC), to.toEpochSecond(ZoneOffset.UTC)) / 60;
    }

    private static List<Load> load(List<Clash> before, List<Clash> after) {
        Map<Long, String> names = new LinkedHashMap<>();
        Stream.concat(before.stream(), after.stream()).forEach(one -> names.putIfAbsent(one.resource(), one.name()));
        return names.entrySet().stream()
                .map(entry -> new Load(
                        entry.getKey(),
                        entry.getValue(),
                        peak(before, entry.getKey()),
                        peak(after, entry.getKey()),
                        minutes(before, entry.getKey()),
                        minutes(after, entry.getKey())))
                .sorted(Comparator.comparingLong(load -> -load.overloadedBeforeMinutes()))
                .toList();
    }

    /** At most all there is, where there is no overload. */
    private static int peak(List<Clash> clashes, long resource) {
        return clashes.stream()
                .filter(one -> one.resource() == resource)
                .mapToInt(Clash::percent)
                .max()
                .orElse(100);
    }

    private static long minutes(List<Clash> clashes, long resource) {
        return clashes.stream()
                .filter(one -> one.resource() == resource)
                .mapToLong(Clash::minutes)
                .sum();
    }
}

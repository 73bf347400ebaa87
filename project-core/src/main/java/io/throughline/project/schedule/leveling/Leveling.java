package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.OneClock;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import io.throughline.project.schedule.network.ScheduleCheck;
import io.throughline.project.schedule.network.TaskDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Resource leveling (rules 15 to 17): delays tasks until nobody is needed more than there is, with a plan that ends as
 * early as can be found.
 *
 * <p><b>Method.</b> Schedule generation over lists of steps ({@link Search}) with several rules ({@link Rules}), each
 * schedule improved forward and backward, and a short walk among neighbours ({@link Walk}); to optimise, genetic search
 * and longer walks on top ({@link GeneticSearch}). Plans on one clock
 * are searched as plain numbers ({@link PlainBoard}), others with the scheduling engine itself ({@link CalendarBoard}),
 * which also makes the final dates of both. Links, calendars and hard constraints are never broken; tasks that have
 * begun, are set by hand or by date, or have priority 1000 stay where they are, and what comes before them is not delayed
 * beyond them. The same plan and seed give the same answer wherever the course does not depend on time.
 *
 * <p><b>Plans from their finish</b> are leveled backward: the whole search runs in the mirror of {@link Placement}, so the
 * finish stays, nobody's work moves later than the finish allows, and the delays are negative ones behind the tasks. Tasks
 * as soon as possible then go up again as far as people let them ({@link Settling}).
 *
 * <p><b>Example.</b> A 3 days and B 2 days, both by Li Wei from Monday; C 4 days after B by somebody else. Whoever is
 * placed first decides: A first ends on the next Tuesday week (3 + 2 + 4 days), B first on Monday (2 + 4, A meanwhile).
 * Latest finish puts B first: B Mon–Tue, A Wed–Fri, C Wed–Mon.
 */
public final class Leveling {

    private final LevelingPlan plan;
    private final Problem problem;
    private final Rules rules;
    private final @Nullable OneClock clock;

    private Leveling(LevelingPlan plan) {
        this.plan = plan;
        this.problem = new Problem(plan);
        this.rules = new Rules(problem);
        this.clock = problem.isCapped() ? null : problem.placement().oneClock(fixed());
    }

    /**
     * The best of several rules.
     *
     * @throws io.throughline.project.schedule.network.InvalidNetworkException NEVER_OPENS
     */
    public static Leveled atOnce(LevelingPlan plan) {
        return new Leveling(plan).search(0, (schedules, best) -> true, false);
    }

    /**
     * The same, and then a search for better as long as the course goes on; ends early with a plan that provably cannot
     * be shorter.
     *
     * @param seed of all that is random
     */
    public static Leveled optimise(LevelingPlan plan, long seed, Course course) {
        return new Leveling(plan).search(seed, course, true);
    }

    private Leveled search(long seed, Course course, boolean on) {
        Board forward = clock == null ? new CalendarBoard(problem) : PlainBoard.forward(problem, clock);
        Board backward = clock == null ? new CalendarMirror(problem) : PlainBoard.backward(problem, clock);
        var search = new Search(forward, backward, course, new Floor(problem).of(clock));
        var random = new Random(seed);
        var rush = new AtOnce(search, rules, random);
        rush.run();
        rush.sample();
        rush.walk();
        if (on && !search.isOver()) {
            new GeneticSearch(search, rules, random).run();
        }
        return proposal(search);
    }

    /** Steps whose dates nothing here changes. */
    private boolean[] fixed() {
        var placement = problem.placement();
        var fixed = new boolean[problem.size];
        for (int step = 0; step < fixed.length; step++) {
            boolean loose = problem.movable[step] || problem.needs[step].length == 0 && placement.canMove(step);
            fixed[step] =
                    placement.isLeaf(step) && (!loose || plan.priority(problem.id[step]) >= LevelingPlan.NEVER_MOVE);
        }
        return fixed;
    }

    /** The best list, the plan's own order and the latest finish once more with the engine's dates, the best of them kept. */
    private Leveled proposal(Search search) {
        var board = new CalendarBoard(problem);
        var list = new int[problem.size];
        var best = positions(search.best());
        long score = decoded(board, best, list);
        for (var keys : clock == null ? List.<long[]>of() : List.of(rules.inputOrder(), rules.latestFinish())) {
            long other = decoded(board, keys, list);
            best = other < score ? keys : best;
            score = Math.min(score, other);
        }
        decoded(board, best, list);
        var delays = delays(board);
        var network = with(delays);
        if (network.frame().direction() == Direction.FROM_FINISH) {
            delays.putAll(new Settling(problem, network).delays());
            network = with(delays);
        }
        var after = CriticalPath.of(network);
        var broken = new ArrayList<>(ScheduleCheck.violations(after));
        broken.removeAll(ScheduleCheck.violations(problem.before));
        if (!broken.isEmpty()) {
            throw new IllegalStateException("leveling broke " + broken);
        }
        return new Leveled(
                delays,
                problem.before,
                after,
                Overloads.of(problem.before, plan),
                Overloads.of(after, plan),
                search.schedules());
    }

    /** Minutes by task id as the network takes them. */
    private Map<Long, Long> delays(CalendarBoard board) {
        var placement = problem.placement();
        var delays = new HashMap<Long, Long>();
        for (int step = 0; step < problem.size; step++) {
            if ((problem.movable[step] || problem.held[step]) && board.delay(step) > 0) {
                long given = problem.held[step] ? Math.min(0, placement.delay(step)) : 0;
                delays.put(problem.id[step], placement.time(board.delay(step)) + given);
            }
        }
        return delays;
    }

    private Network with(Map<Long, Long> delays) {
        var drafts = new ArrayList<TaskDraft>();
        delays.forEach((id, minutes) -> drafts.add(problem.network.describe(id).levelingDelay(minutes)));
        return problem.network.with(drafts);
    }

    private static long decoded(CalendarBoard board, long[] keys, int[] list) {
        board.listed(keys, list);
        board.decode(list);
        return board.score();
    }

    private static long[] positions(int[] list) {
        var keys = new long[list.length];
        for (int k = 0; k < list.length; k++) {
            keys[list[k]] = k;
        }
        return keys;
    }
}

package io.throughline.project.schedule.simulation;

import io.throughline.project.schedule.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be simulated.
 *
 * @param estimates by task id, of what the task still needs: its duration, or what remains of it once it has begun; tasks
 *     without one take as long as the plan says, those that are done, summaries and pinned by hand are not varied
 * @param risks what may come on top
 * @param groups tasks whose durations hang together; a task is in one of them at most
 * @param watched tasks whose finish is wanted beside the project's, milestones for example
 * @param seed the same seed gives the same numbers, on any number of threads
 */
public record SimulationPlan(
        Network network,
        Map<Long, ThreePoints> estimates,
        List<RiskBranch> risks,
        List<Group> groups,
        Set<Long> watched,
        int trials,
        long seed) {

    public static final int USUAL_TRIALS = 10_000;

    /**
     * Something that happens with a probability and then makes tasks longer.
     *
     * @param probability 0 to 1
     * @param impact minutes on top of each of the tasks, drawn once for all of them
     */
    public record RiskBranch(String name, double probability, Set<Long> tasks, ThreePoints impact) {

        /** @throws IllegalArgumentException for a probability that is none */
        public RiskBranch {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability " + probability);
            }
            tasks = Set.copyOf(tasks);
        }
    }

    /** @param correlation of any two of the tasks, 0 to 1: 1 draws them all from the same luck */
    public record Group(Set<Long> tasks, double correlation) {

        /** @throws IllegalArgumentException for a correlation outside 0 to 1 */
        public Group {
            if (!(correlation >= 0 && correlation <= 1)) {
                throw new IllegalArgumentException("correlation " + correlation);
            }
            tasks = Set.copyOf(tasks);
        }
    }

    /** @throws IllegalArgumentException for no trials, or more than ten million */
    public SimulationPlan {
        if (trials < 1 || trials > 10_000_000) {
            throw new IllegalArgumentException("trials " + trials);
        }
        estimates = Map.copyOf(estimates);
        risks = List.copyOf(risks);
        groups = List.copyOf(groups);
        watched = Set.copyOf(watched);
    }

    public static SimulationPlan of(Network network, Map<Long, ThreePoints> estimates, long seed) {
        return new SimulationPlan(network, estimates, List.of(), List.of(), Set.of(), USUAL_TRIALS, seed);
    }

    public SimulationPlan withRisks(List<RiskBranch> branches) {
        return new SimulationPlan(network, estimates, branches, groups, watched, trials, seed);
    }

    public SimulationPlan withGroups(List<Group> correlated) {
        return new SimulationPlan(network, estimates, risks, correlated, watched, trials, seed);
    }

    public SimulationPlan watching(Set<Long> tasks) {
        return new SimulationPlan(network, estimates, risks, groups, tasks, trials, seed);
    }

    public SimulationPlan withTrials(int number) {
        return new SimulationPlan(network, estimates, risks, groups, watched, number, seed);
    }
}

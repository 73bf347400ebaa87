package io.throughline.project.schedule.network;

import io.throughline.project.schedule.DependencyType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * G(N, L, X, seed): N tasks in chains of L with X further links a task, all four kinds, lags of whole days; the start
 * milestone is N, the finish milestone N + 1. Mon–Fri 08–12 and 13–17, start Mon 2026-01-05 08:00.
 *
 * @param days durations of tasks 0 to N − 1
 */
public record GeneratedNetworks(int[] days, List<Link> links) {

    static final LocalDateTime START = LocalDateTime.parse("2026-01-05T08:00");

    public static GeneratedNetworks of(int size, int length, double more, long seed) {
        var random = new Random(seed);
        int chains = (size + length - 1) / length;
        var days = new int[size];
        for (int i = 0; i < size; i++) {
            days[i] = 1 + random.nextInt(10);
        }
        var links = new ArrayList<Link>();
        var linked = new HashSet<Long>();
        for (int chain = 0; chain < chains; chain++) {
            int first = chain * length;
            int last = Math.min(size, first + length) - 1;
            links.add(new Link(size, first, DependencyType.FINISH_TO_START));
            for (int i = first; i < last; i++) {
                links.add(new Link(i, i + 1, DependencyType.FINISH_TO_START));
                linked.add(pair(i, i + 1));
            }
            links.add(new Link(last, size + 1, DependencyType.FINISH_TO_START));
        }
        for (int i = 0; i < size; i++) {
            int place = i % length;
            if (place > 0) {
                int count = (int) Math.floor(more) + (random.nextDouble() < more - Math.floor(more) ? 1 : 0);
                for (int k = 0; k < count; k++) {
                    int from = random.nextInt(chains) * length + random.nextInt(place);
                    var type = type(random.nextInt(100));
                    long lag = random.nextInt(100) < 70 ? 0 : 1 + random.nextInt(5);
                    if (from < size && linked.add(pair(from, i))) {
                        links.add(new Link(from, i, type, Lag.working(480 * lag)));
                    }
                }
            }
        }
        return new GeneratedNetworks(days, links);
    }

    /** One chain of tasks of a day each. */
    static GeneratedNetworks chain(int size) {
        var days = new int[size];
        java.util.Arrays.fill(days, 1);
        var links = new ArrayList<Link>();
        for (int i = 1; i < size; i++) {
            links.add(new Link(i - 1, i, DependencyType.FINISH_TO_START));
        }
        return new GeneratedNetworks(days, links);
    }

    public Network network() {
        return network(PlanFrame.startingAt(START, NetworkFixtures.office()));
    }

    /** The same counted back from the day on which it would end. */
    public Network networkFromItsFinish() {
        var finish = CriticalPath.of(network()).projectFinish();
        return network(PlanFrame.finishingAt(finish, NetworkFixtures.office()));
    }

    private Network network(PlanFrame frame) {
        var builder = Network.in(frame);
        for (int i = 0; i < days.length; i++) {
            builder.task(i).duration(480L * days[i]);
        }
        builder.task(days.length);
        builder.task(days.length + 1);
        return builder.links(links).build();
    }

    private static DependencyType type(int draw) {
        if (draw < 70) {
            return DependencyType.FINISH_TO_START;
        }
        if (draw < 85) {
            return DependencyType.START_TO_START;
        }
        return draw < 95 ? DependencyType.FINISH_TO_FINISH : DependencyType.START_TO_FINISH;
    }

    private static long pair(int from, int to) {
        return ((long) from << 32) | to;
    }
}

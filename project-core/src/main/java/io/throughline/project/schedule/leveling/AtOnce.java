package io.throughline.project.schedule.leveling;

import java.util.List;
import java.util.Random;

/**
 * Several rules by the serial and the parallel scheme, from the front and from the back, each improved; then the rule of
 * the latest finish again with some noise, and a {@link Walk} from the best, as far as a short time allows.
 */
final class AtOnce {

    private static final long WORK = 60_000;
    private static final int SAMPLES = 400;
    private static final int STEPS = 1000;
    /** Above this size a step costs too much. */
    private static final int LARGE = 1000;

    private final Search search;
    private final Rules rules;
    private final Random random;

    AtOnce(Search search, Rules rules, Random random) {
        this.search = search;
        this.rules = rules;
        this.random = random;
    }

    void run() {
        search.improve(search.serial(rules.latestFinish()));
        search.improve(search.serial(rules.inputOrder()));
        for (var rule : rules.all()) {
            if (!search.isOver()) {
                search.improve(search.serial(rule));
            }
            if (!search.isOver() && !search.forward.isRanked()) {
                search.improve(search.parallel(rule));
            }
        }
        for (var rule : rules.backward()) {
            if (!search.isOver()) {
                fromBehind(rule);
            }
        }
    }

    private void fromBehind(long[] rule) {
        int size = rule.length;
        for (int step = 0; step < size; step++) {
            search.mirrorKeys[size - 1 - step] = rule[step];
        }
        search.decodeBackwardByRule(search.bestScore());
        search.forward.arranged(search.keys, search.list);
        search.improve(search.decode());
    }

    /** Rules with noise; the effort depends on the plan alone. */
    void sample() {
        var noisy = List.of(rules.latestFinish(), rules.all().get(1));
        long noise = 4 * rules.meanWork();
        var keys = new long[noisy.get(0).length];
        long most = Math.min(SAMPLES, WORK / Math.max(1, keys.length));
        for (int k = 0; k < most && !search.isOver(); k++) {
            Search.disturb(noisy.get(k % noisy.size()), noise * (1 + k % 3) / 2, random, keys);
            search.improve(search.serial(keys));
        }
    }

    /** Goes on from the best while that helps. */
    void walk() {
        int size = search.best().length;
        if (!search.isOver() && size <= LARGE) {
            System.arraycopy(search.best(), 0, search.list, 0, size);
            new Walk(search, random).run((int) Math.min(STEPS, WORK / Math.max(1, size)));
        }
    }
}

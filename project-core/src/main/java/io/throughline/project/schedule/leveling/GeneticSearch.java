package io.throughline.project.schedule.leveling;

import java.util.Arrays;
import java.util.Random;

/**
 * Genetic search over orders, with two populations that feed each other (after Debels and Vanhoucke 2007): schedules
 * pushed to the left breed orders for schedules pushed to the right and the other way round, so that every new schedule
 * is at the same time an improvement of its parents.
 *
 * <p><b>Crossing.</b> Of the mother all steps that lie before and after a random stretch of time keep their order; those
 * within it take the father's. Orders that come from dates keep the links, and so does this. A few neighbours change
 * places, more of them where mother and father are nearly the same. <b>Selection.</b> The father is the better of two; a
 * child takes its mother's place, unless she is the best and it is not better. When nothing gets better any more, a
 * {@link Walk} from the best found so far and another from somewhere else follow, and then a new and larger population with
 * the best among them.
 */
final class GeneticSearch {

    private static final int FEW = 60;
    private static final int MANY = 400;
    private static final int PATIENCE = 60;
    /** Steps that a walk may go on without success: the more the smaller the plan. */
    private static final int STEPS = 600_000;

    private static final int LEAST_PATIENCE = 500;
    private static final int MOST_PATIENCE = 20_000;
    private static final int MUTATION = 16;
    private static final int MUTATION_OF_LIKES = 6;

    private final Search search;
    private final Rules rules;
    private final Random random;
    private final int size;
    private final long noise;
    private final long[] child;
    private boolean alike;

    GeneticSearch(Search search, Rules rules, Random random) {
        this.search = search;
        this.rules = rules;
        this.random = random;
        this.size = search.forward.size;
        this.noise = rules.meanWork();
        this.child = new long[size];
    }

    /** Keys and scores of schedules that one board made and the other will use. */
    private static final class Population {
        final long[][] keys;
        final long[] score;

        Population(int members, int size) {
            keys = new long[members][size];
            score = new long[members];
        }

        void take(int member, long itsScore, long[] itsKeys) {
            score[member] = itsScore;
            System.arraycopy(itsKeys, 0, keys[member], 0, itsKeys.length);
        }

        int best() {
            int best = 0;
            for (int k = 1; k < score.length; k++) {
                best = score[k] < score[best] ? k : best;
            }
            return best;
        }

        boolean isAlike() {
            return Arrays.stream(score).distinct().count() <= 1;
        }
    }

    /** Runs until the search is over. */
    void run() {
        var walk = new Walk(search, random);
        int patience = Math.max(LEAST_PATIENCE, Math.min(MOST_PATIENCE, STEPS / Math.max(1, size)));
        int members = FEW;
        while (!search.isOver()) {
            era(members);
            System.arraycopy(search.best(), 0, search.list, 0, size);
            walk.run(patience);
            Search.disturb(rules.latestFinish(), noise * 4, random, child);
            search.forward.listed(child, search.list);
            walk.run(patience);
            members = Math.min(MANY, members + members / 2);
        }
    }

    private void era(int members) {
        var left = new Population(members, size);
        var right = new Population(members, size);
        begin(left);
        for (int k = 0; k < members && !search.isOver(); k++) {
            System.arraycopy(left.keys[k], 0, search.mirrorKeys, 0, size);
            right.take(k, search.decodeBackward(left.score[k]), search.keys);
        }
        long best = left.score[left.best()];
        int idle = 0;
        while (!search.isOver() && idle < PATIENCE) {
            breedLeft(right, left);
            breedRight(left, right);
            long now = left.score[left.best()];
            idle = now < best ? 0 : idle + (left.isAlike() && right.isAlike() ? 10 : 1);
            best = Math.min(best, now);
        }
    }

    private void begin(Population left) {
        for (int k = 0; k < left.score.length && !search.isOver(); k++) {
            if (k == 0) {
                System.arraycopy(search.best(), 0, search.list, 0, size);
                left.take(k, search.decode(), search.mirrorKeys);
            } else {
                Search.disturb(rules.latestFinish(), noise * (2 + k % 6), random, child);
                left.take(k, search.serial(child), search.mirrorKeys);
            }
        }
    }

    /** Orders of right-justified parents make left-justified children. */
    private void breedLeft(Population parents, Population children) {
        int champion = children.best();
        for (int k = 0; k < parents.score.length && !search.isOver(); k++) {
            cross(parents, k);
            search.forward.arranged(child, search.list);
            mutate(search.forward, search.list);
            long score = search.decode();
            if (k != champion || score <= children.score[k]) {
                children.take(k, score, search.mirrorKeys);
            }
        }
    }

    private void breedRight(Population parents, Population children) {
        int champion = children.best();
        for (int k = 0; k < parents.score.length && !search.isOver(); k++) {
            cross(parents, k);
            search.backward.arranged(child, search.mirrorList);
            mutate(search.backward, search.mirrorList);
            long score = search.decodeMirrorList(search.bestScore());
            if (k != champion || score <= children.score[k]) {
                children.take(k, score, search.keys);
            }
        }
    }

    private void cross(Population parents, int mother) {
        int members = parents.score.length;
        int one = random.nextInt(members);
        int other = random.nextInt(members);
        int father = parents.score[one] <= parents.score[other] ? one : other;
        var mine = parents.keys[mother];
        var his = parents.keys[father];
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        int different = 0;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, Math.min(mine[i], his[i]));
            most = Math.max(most, Math.max(mine[i], his[i]));
            different += mine[i] == his[i] ? 0 : 1;
        }
        alike = different * 10 < size;
        long span = most - least + 1;
        long first = least + (long) (random.nextDouble() * span);
        long second = least + (long) (random.nextDouble() * span);
        long from = Math.min(first, second);
        long to = Math.max(first, second);
        for (int i = 0; i < size; i++) {
            long key = mine[i];
            child[i] = key < from ? key - least : key <= to ? span + his[i] - least : 2 * span + key - least;
        }
    }

    private void mutate(Board board, int[] list) {
        int rate = alike ? MUTATION_OF_LIKES : MUTATION;
        for (int k = 1; k < size; k++) {
            if (random.nextInt(rate) == 0 && !board.mustFollow(list[k], list[k - 1])) {
                int one = list[k];
                list[k] = list[k - 1];
                list[k - 1] = one;
            }
        }
    }
}

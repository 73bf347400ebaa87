package io.throughline.foundation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ranks records by the terms they share with a text.
 *
 * <p>Method: a shared term weighs {@code ln(1 + n ÷ d)}, where n of all candidates d have it, so that what stands in
 * every record hardly counts; in a title it weighs three times as much. A candidate counts when it shares a third of the
 * weight of the strongest, and at least two terms, or one in its title.
 *
 * <p>Worked example: of two candidates for "spindle noise", one titled "Noise of the spindle" and one whose text says
 * "noise": noise weighs ln 2 = 0.69, spindle ln 3 = 1.10. The first has 3 × 1.79 = 5.38, the second 0.69 and one term,
 * none in its title: it is left out.
 */
final class Likeness {

    private static final int MOST_TERMS = 60;
    private static final int TITLE = 3;
    private static final double LEAST_SHARE = 1 / 3.0;

    private final Set<String> asked;
    private final List<Candidate> candidates = new ArrayList<>();

    Likeness(Set<String> asked) {
        this.asked = asked;
    }

    /** The terms of a text that can tell records apart: no single characters. */
    static Set<String> terms(String text) {
        return Terms.ofText(text).stream()
                .filter(term -> term.codePointCount(0, term.length()) > 1)
                .limit(MOST_TERMS)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    void add(Search.Hit hit, List<String> titled, List<String> said) {
        candidates.add(new Candidate(hit, titled, said));
    }

    List<Search.Hit> best(int limit) {
        Map<String, Integer> known = new HashMap<>();
        candidates.forEach(one -> one.said().forEach(term -> known.merge(term, 1, Integer::sum)));
        Map<String, Double> weights = new HashMap<>();
        known.forEach((term, count) -> weights.put(term, Math.log(1 + (double) candidates.size() / count)));
        var ranked = candidates.stream()
                .filter(one -> !one.titled().isEmpty() || one.said().size() >= Math.min(2, asked.size()))
                .map(one -> Map.entry(one.hit(), one.weight(weights)))
                .sorted(Map.Entry.<Search.Hit, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        return ranked.stream()
                .takeWhile(one -> one.getValue() >= ranked.get(0).getValue() * LEAST_SHARE)
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Candidate(Search.Hit hit, List<String> titled, List<String> said) {

        double weight(Map<String, Double> weights) {
            return sum(said, weights) + (TITLE - 1) * sum(titled, weights);
        }

        private static double sum(List<String> terms, Map<String, Double> weights) {
            return terms.stream()
                    .mapToDouble(term -> weights.getOrDefault(term, 0.0))
                    .sum();
        }
    }
}

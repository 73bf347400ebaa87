package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.ReadReport.NotTaken;
import io.throughline.project.schedule.planfile.ReadReport.RowProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Collects the report while a file is read; bounded, whatever the file holds. */
final class ReportBuilder {
    private static final String LEFT = "project.schedule.file.left.";
    private static final String ROW = "project.schedule.file.row.";
    private static final int NAMES = 12;
    /** Of what changes how somebody's work lies in time, each is named, within reason. */
    private static final Map<String, Integer> MORE_NAMES = Map.of(LEFT + "unevenWork", 500);

    private static final int PROBLEMS = 500;

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Parts of a file are read one after the other, so the first in the order of its rows may come last. */
    private final PriorityQueue<Ranked> problems = new PriorityQueue<>(Ranked.ORDER.reversed());

    private int problemCount;

    void left(String code, @Nullable String name) {
        left(code, 1, name);
    }

    void left(String code, int count, @Nullable String name) {
        if (count == 0) {
            return;
        }
        counts.merge(LEFT + code, count, Integer::sum);
        var known = names.computeIfAbsent(LEFT + code, key -> new ArrayList<>());
        var shown = PlanText.line(name, 80);
        if (shown != null && known.size() < MORE_NAMES.getOrDefault(LEFT + code, NAMES) && !known.contains(shown)) {
            known.add(shown);
        }
    }

    /** The value is left out, the row stays. */
    void value(int row, @Nullable String column, String code, @Nullable String value) {
        problem(row, column, code, value, false);
    }

    /** The whole row is left out. */
    void row(int row, @Nullable String column, String code, @Nullable String value) {
        problem(row, column, code, value, true);
    }

    void include(ReadReport earlier) {
        earlier.notTaken().forEach(line -> {
            counts.merge(line.code(), line.count(), Integer::sum);
            names.computeIfAbsent(line.code(), key -> new ArrayList<>()).addAll(line.names());
        });
        problemCount += earlier.problemCount() - earlier.problems().size();
        earlier.problems().forEach(this::keep);
    }

    ReadReport build() {
        var lines = counts.entrySet().stream()
                .map(e ->
                        new NotTaken(e.getKey(), e.getValue(), List.copyOf(names.getOrDefault(e.getKey(), List.of()))))
                .toList();
        var sorted = problems.stream().sorted(Ranked.ORDER).map(Ranked::problem).toList();
        return new ReadReport(lines, sorted, problemCount);
    }

    private void problem(int row, @Nullable String column, String code, @Nullable String value, boolean rowLost) {
        var shown = PlanText.line(value, 120);
        keep(new RowProblem(row, PlanText.line(column, 80), ROW + code, shown == null ? "" : shown, rowLost));
    }

    private void keep(RowProblem problem) {
        problems.add(new Ranked(problem, problemCount++));
        if (problems.size() > PROBLEMS) {
            problems.poll();
        }
    }

    /** @param at how many were found before it */
    private record Ranked(RowProblem problem, int at) {

        static final Comparator<Ranked> ORDER =
                Comparator.<Ranked>comparingInt(one -> one.problem().row()).thenComparingInt(Ranked::at);
    }
}

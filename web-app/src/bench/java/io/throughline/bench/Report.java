package io.throughline.bench;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The measurements as a Markdown table: of each number the median of the rounds. */
record Report(Options options, Application application, String newest, List<Result> results) {

    private record Row(String scenario, int concurrency) {}

    String text() throws IOException {
        var runtime = Runtime.getRuntime();
        var text = new StringBuilder("# Throughline under load\n\n")
                .append("%s; %d processors, %s %s, Java %s; newest ticket %s; %d rounds of %.1f s each, median.%n"
                        .formatted(
                                OffsetDateTime.now(java.time.Clock.systemUTC()).withNano(0),
                                runtime.availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.version(),
                                newest,
                                options.rounds(),
                                options.time().toMillis() / 1000.0));
        application.memory().ifPresent(size -> text.append("Resident memory after all rounds: %s.%n".formatted(size)));
        text.append("\n| request | users | p50 ms | p95 ms | p99 ms | req/s | CPU ms app + db | KiB taken | bytes |"
                + " failed |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|\n");
        byRow().forEach((row, rounds) -> text.append("| %s | %d | %.1f | %.1f | %.1f | %.1f | %s | %s | %.0f | %.0f |%n"
                .formatted(
                        row.scenario(),
                        row.concurrency(),
                        median(rounds, round -> round.millis(50)),
                        median(rounds, round -> round.millis(95)),
                        median(rounds, round -> round.millis(99)),
                        median(rounds, Result::perSecond),
                        ours("%.1f + %.1f", median(rounds, Result::cpuMillis), median(rounds, Result::databaseMillis)),
                        ours("%.0f", median(rounds, Result::allocatedKib)),
                        median(rounds, Result::bytes),
                        median(rounds, Result::failed))));
        return text.toString();
    }

    /** What only a product of our own start tells. */
    private String ours(String format, Object... values) {
        return options.url().isEmpty() ? format.formatted(values) : "–";
    }

    private Map<Row, List<Result>> byRow() {
        Map<Row, List<Result>> rows = new LinkedHashMap<>();
        results.stream().sorted(Comparator.comparingInt(Result::concurrency)).forEach(result -> rows.computeIfAbsent(
                        new Row(result.scenario(), result.concurrency()), row -> new java.util.ArrayList<>())
                .add(result));
        return rows;
    }

    private static double median(List<Result> rounds, ToDoubleFunction<Result> value) {
        var sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

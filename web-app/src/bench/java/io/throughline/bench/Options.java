package io.throughline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param url of a running product, empty to start the jar
 * @param home data folder of the product that is started; kept, so that a second run finds its data
 * @param tickets to load first into a folder that is new; 0 for none
 */
record Options(
        String url,
        Path jar,
        Path home,
        int tickets,
        int rounds,
        Duration time,
        List<Integer> concurrency,
        String password,
        Path report) {

    static Options of(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (var arg : args) {
            var equals = arg.indexOf('=');
            if (!arg.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not understood: " + arg);
            }
            given.put(arg.substring(2, equals), arg.substring(equals + 1));
        }
        return new Options(
                given.getOrDefault("url", ""),
                Path.of(given.getOrDefault("jar", Bench.packagedJar().toString())),
                Path.of(given.getOrDefault("home", "target/bench/home")),
                Integer.parseInt(given.getOrDefault("tickets", "20000")),
                Integer.parseInt(given.getOrDefault("rounds", "3")),
                Duration.ofMillis((long) (1000 * Double.parseDouble(given.getOrDefault("seconds", "4")))),
                Arrays.stream(given.getOrDefault("concurrency", "1,8").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                given.getOrDefault("password", "throughline"),
                Path.of(given.getOrDefault("report", "target/bench/report.md")));
    }
}

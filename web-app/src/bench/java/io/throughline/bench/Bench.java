package io.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures pages and calls of the packaged product under load; docs/developer/benchmarks.md tells how. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        try (var application = Application.of(options)) {
            var people = People.signIn(application.root(), options);
            var scenarios = new Scenarios(people).all();
            List<Result> results = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                for (var scenario : scenarios) {
                    for (int concurrency : options.concurrency()) {
                        var result = new Run(scenario, concurrency, application).measure(warmUp(round), options.time());
                        results.add(result);
                        System.out.println(result);
                    }
                }
            }
            var report = new Report(options, application, people.newest(), results).text();
            Files.createDirectories(options.report().toAbsolutePath().getParent());
            Files.writeString(options.report(), report);
            System.out.println(report);
            System.out.println("written to " + options.report().toAbsolutePath());
        }
    }

    /** The first round meets cold code. */
    private static Duration warmUp(int round) {
        return round == 0 ? Duration.ofSeconds(1) : Duration.ofMillis(300);
    }

    /** The jar beside the sources, from the project's root or from the module. */
    static Path packagedJar() {
        var inRoot = Path.of("web-app/target/throughline.jar");
        return Files.exists(inRoot) ? inRoot : Path.of("target/throughline.jar");
    }
}

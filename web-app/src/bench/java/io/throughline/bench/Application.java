package io.throughline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The product that is measured: started from its jar on its own data folder, or one that runs already. */
final class Application implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://[^/\\s]+:\\d+)/");

    private final URI root;
    private final Optional<Process> process;
    private final Optional<Meter> meter;

    private Application(URI root, Optional<Process> process, Optional<Meter> meter) {
        this.root = root;
        this.process = process;
        this.meter = meter;
    }

    static Application of(Options options) throws Exception {
        if (!options.url().isEmpty()) {
            return new Application(URI.create(options.url()), Optional.empty(), Optional.empty());
        }
        boolean fresh = !Files.exists(options.home());
        if (fresh && options.tickets() > 0) {
            load(options);
        }
        return start(options);
    }

    /** The company comes with the first start, the mass of tickets with the command. */
    private static void load(Options options) throws Exception {
        try (var company = start(options)) {
            System.out.println("the demo company is there at " + company.root());
        }
        var load = java(
                options,
                List.of(
                        "load",
                        "--tickets=" + options.tickets(),
                        "--messages=" + 3 * options.tickets(),
                        "--projects=" + Math.max(10, options.tickets() / 500),
                        "--tasks=" + Math.max(1000, options.tickets() / 5)));
        load.getInputStream().transferTo(System.out);
        if (load.waitFor() != 0) {
            throw new IllegalStateException("loading the tickets failed");
        }
    }

    private static Application start(Options options) throws Exception {
        var process = java(options, List.of());
        var address = addressOf(process);
        return new Application(address, Optional.of(process), Optional.of(new Meter(process, options.home())));
    }

    private static Process java(Options options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                options.jar().toAbsolutePath().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("THROUGHLINE_HOME", options.home().toAbsolutePath().toString());
        builder.environment().put("SPRING_PROFILES_ACTIVE", "demo");
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("SERVER_ADDRESS", "localhost");
        builder.environment().put("THROUGHLINE_LIMITS_ENABLED", "false");
        return builder.start();
    }

    private static URI addressOf(Process process) throws Exception {
        var found = new CompletableFuture<URI>();
        var reader = new Thread(() -> {
            var said = new StringBuilder();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    var address = ADDRESS.matcher(line);
                    if (address.find()) {
                        found.complete(URI.create(address.group(1)));
                    }
                    if (!found.isDone()) {
                        said.append(line).append('\n');
                    }
                }
            } catch (IOException e) {
                found.completeExceptionally(e);
            }
            found.completeExceptionally(new IllegalStateException("it did not start:\n" + said));
        });
        reader.setDaemon(true);
        reader.start();
        try {
            return found.get(5, TimeUnit.MINUTES);
        } catch (Exception e) {
            process.destroy();
            throw e;
        }
    }

    URI root() {
        return root;
    }

    /** Nothing where the product is not ours to ask. */
    Meter.Reading used() throws IOException {
        return meter.isPresent() ? meter.get().read() : Meter.Reading.NONE;
    }

    /** Resident memory in words. */
    Optional<String> memory() throws IOException {
        return meter.isEmpty()
                ? Optional.empty()
                : Optional.of("JVM %d MiB, database %d MiB"
                        .formatted(meter.get().application(), meter.get().databaseMebibytes()));
    }

    @Override
    public void close() {
        process.ifPresent(started -> {
            started.destroy();
            started.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        });
    }
}

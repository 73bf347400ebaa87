package io.throughline.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse root; there a user namespace without mapped users lets them run as nobody over
 * files that stay root's.
 */
final class PostgresCommand {

    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private final Path programs;
    private final Path log;
    private final List<String> prefix;

    private PostgresCommand(Path programs, Path log, List<String> prefix) {
        this.programs = programs;
        this.log = log;
        this.prefix = prefix;
    }

    static PostgresCommand of(Path binaries, Path log) throws IOException {
        if (!isRoot()) {
            return new PostgresCommand(binaries.resolve("bin"), log, List.of());
        }
        var prefix = List.of("unshare", "-U");
        if (!succeeds(List.of("unshare", "-U", "true"))) {
            throw EmbeddedDatabaseFailure.rootNotPossible();
        }
        return new PostgresCommand(binaries.resolve("bin"), log, prefix);
    }

    /** @return whether the program ended with 0 within the time; what it said goes to the log */
    boolean run(Duration limit, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(programs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return finishes(builder.start(), limit);
    }

    String said() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static boolean isRoot() throws IOException {
        if (Files.exists(OWN_PROCESS)) {
            return Integer.valueOf(0).equals(Files.getAttribute(OWN_PROCESS, "unix:uid"));
        }
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return finishes(process, Duration.ofSeconds(5));
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean finishes(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }
}

package io.throughline.web.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A second Java process that starts the embedded database over a folder and keeps it until told to end. */
final class DatabaseProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private DatabaseProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static DatabaseProcess over(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new DatabaseProcess(new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start());
    }

    public static void main(String[] arguments) throws IOException {
        try (var database = EmbeddedDatabase.start(DataFolder.at(arguments[0]))) {
            System.out.println("READY " + database.owner().url());
            System.in.read();
        } catch (EmbeddedDatabaseFailure e) {
            System.out.println("REFUSED " + e.getMessage().replace('\n', ' '));
        }
    }

    /** The first line that says how the start went. */
    String outcome() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY") || line.startsWith("REFUSED")) {
                return line;
            }
        }
        throw new IOException("the process ended without a word");
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: no hook of the process runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            process.getOutputStream().close();
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

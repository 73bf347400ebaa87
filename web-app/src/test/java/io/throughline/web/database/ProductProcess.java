package io.throughline.web.database;

import io.throughline.ThroughlineApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The whole product in a process of its own, over a folder of its own, without a demo company. */
final class ProductProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://[a-z0-9.]+:[1-9]\\d+)/");

    private final Process process;
    private final URI address;

    private ProductProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static ProductProcess over(Path home) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-cp",
                        classPath(),
                        ThroughlineApplication.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("THROUGHLINE_HOME", home.toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("SERVER_ADDRESS", "localhost");
        var process = builder.start();
        try {
            return new ProductProcess(process, addressIn(process));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    URI address() {
        return address;
    }

    /** As {@code kill -9} does: no hook of the process runs, its database goes on alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** What the product is made of, without its tests. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI addressIn(Process process) throws Exception {
        var found = new CompletableFuture<URI>();
        var reader = new Thread(() -> read(process, found), "product-output");
        reader.setDaemon(true);
        reader.start();
        return found.get(4, TimeUnit.MINUTES);
    }

    private static void read(Process process, CompletableFuture<URI> found) {
        var said = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var address = ADDRESS.matcher(line);
                if (address.find()) {
                    found.complete(URI.create(address.group(1)));
                }
                said.append(said.length() < 20_000 ? line + "\n" : "");
            }
        } catch (IOException e) {
            said.append(e);
        }
        found.completeExceptionally(new IllegalStateException("it did not start:\n" + said));
    }
}

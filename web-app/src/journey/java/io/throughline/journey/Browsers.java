package io.throughline.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The installed Chromium: {@code CHROMIUM_PATH}, else the first one on the PATH; one for all journeys of a JVM. */
final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-quic",
            "--no-first-run",
            "--disable-component-update",
            "--disable-sync");

    private Browsers() {}

    static Browser chromium() {
        return Holder.BROWSER;
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        boolean root = "root".equals(System.getProperty("user.name"));
        var flags = new ArrayList<>(FLAGS);
        if (root) {
            flags.add("--no-sandbox");
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setChromiumSandbox(!root)
                        .setArgs(flags));
    }

    private static Path executable() {
        var chosen = System.getenv("CHROMIUM_PATH");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH; set CHROMIUM_PATH"));
    }

    private static final class Holder {

        static final Browser BROWSER = launch();
    }
}

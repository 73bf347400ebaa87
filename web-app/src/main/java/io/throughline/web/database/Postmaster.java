package io.throughline.web.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data folder's {@code postmaster.pid} names.
 *
 * @param pid its process id, which after a power cut may meanwhile belong to any other program
 * @param port where it listens
 */
record Postmaster(long pid, int port) {

    private static final int PORT_LINE = 3;

    /** Empty where there is no such file, or a torn one. */
    static Optional<Postmaster> namedIn(Path data) throws IOException {
        var file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Whether the process lives and is the PostgreSQL of exactly this data folder, not a stranger with the same id. */
    boolean serves(Path data) throws IOException {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        var words = commandLine(process.get());
        return words.stream().anyMatch(word -> word.contains("postgres"))
                && words.stream().anyMatch(word -> word.equals(data.toString()));
    }

    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static List<String> commandLine(ProcessHandle process) throws IOException {
        var listed = Path.of("/proc/" + process.pid() + "/cmdline");
        if (Files.isReadable(listed)) {
            return List.of(Files.readString(listed, StandardCharsets.ISO_8859_1).split("\0"));
        }
        var info = process.info();
        return info.arguments().map(List::of).orElseGet(() -> info.commandLine()
                .map(line -> List.of(line.split("\"? \"?")))
                .orElse(List.of()));
    }
}

package io.throughline.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Spares each test the unpacking: its folder gets a link to programs unpacked once for all. */
public final class UnpackedPrograms {

    private static final Path PROGRAMS = unpack();

    private UnpackedPrograms() {}

    public static void linkInto(Path home) throws IOException {
        var postgres = Files.createDirectories(home.resolve("postgres"));
        Files.createSymbolicLink(postgres.resolve(PROGRAMS.getFileName()), PROGRAMS);
    }

    private static Path unpack() {
        try {
            return PostgresBinaries.unpackInto(
                    Files.createDirectories(Path.of("target/postgres").toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

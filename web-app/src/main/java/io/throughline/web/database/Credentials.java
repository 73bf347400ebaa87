package io.throughline.web.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords of the embedded server, made once from 256 random bits each and kept beside the data, readable by the
 * owner of the folder only.
 *
 * @param superuser of {@code postgres}, who creates the roles and the database and nothing else
 * @param owner of {@code throughline_owner}, who owns the database and migrates it
 * @param application of {@code throughline}, who reads and writes rows and may not change the schema
 */
record Credentials(String superuser, String owner, String application) {

    static Credentials create(Path file) throws IOException {
        var made = new Credentials(secret(), secret(), secret());
        var text = "superuser=%s\nowner=%s\napplication=%s\n".formatted(made.superuser, made.owner, made.application);
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "credentials", ".new");
        DataFolder.ownerOnly(draft, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        DurableFiles.write(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new Credentials(
                required(properties, "superuser", file),
                required(properties, "owner", file),
                required(properties, "application", file));
    }

    private static String required(Properties properties, String name, Path file) throws IOException {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IOException("no " + name + " in " + file);
        }
        return value;
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}

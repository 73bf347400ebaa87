package io.throughline.foundation.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the key is: in a setting, else in {@code secret.key} of the product's folder. */
@Component
class KeyFile {

    private static final int BYTES = 32;

    private final String configured;
    private final Path file;

    KeyFile(@Value("${throughline.secret-key:}") String configured, @Value("${throughline.home:}") String home) {
        this.configured = configured.strip();
        this.file = folder(home).resolve("secret.key");
    }

    private static Path folder(String home) {
        var user = Path.of(System.getProperty("user.home"));
        if (home.isBlank()) {
            return user.resolve(".throughline");
        }
        return home.startsWith("~/") ? user.resolve(home.substring(2)) : Path.of(home);
    }

    Optional<byte[]> read() {
        if (!configured.isEmpty()) {
            return Optional.of(key(configured));
        }
        try {
            return Files.exists(file) ? Optional.of(key(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new key of our own, readable by this user only; never over one that is there. */
    byte[] make() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(
                    file,
                    Base64.getEncoder().encodeToString(key) + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.WRITE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] key(String text) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noKey) {
            throw new IllegalStateException("THROUGHLINE_SECRETKEY is not 32 bytes in Base64", noKey);
        }
        throw new IllegalStateException("THROUGHLINE_SECRETKEY is not 32 bytes in Base64");
    }
}

package io.throughline.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a single machine keeps: the lock, the PostgreSQL binaries, the data and their
 * passwords.
 *
 * @param root absolute path; set by {@code THROUGHLINE_HOME}, {@code ~/.throughline} otherwise
 */
public record DataFolder(Path root) {

    public static DataFolder at(@Nullable String configured) {
        var userHome = Path.of(System.getProperty("user.home"));
        if (configured == null || configured.isBlank()) {
            return new DataFolder(userHome.resolve(".throughline").toAbsolutePath());
        }
        var path = configured.startsWith("~/") ? userHome.resolve(configured.substring(2)) : Path.of(configured);
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /** Creates the folder, readable by its owner only, where it is not there yet; answers it by its real path. */
    DataFolder create() {
        try {
            for (var folder : new Path[] {root, postgres(), logs()}) {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                    ownerOnly(folder, Set.of(PosixFilePermission.values()));
                }
            }
            return new DataFolder(root.toRealPath());
        } catch (IOException e) {
            throw EmbeddedDatabaseFailure.folderNotWritable(root, e);
        }
    }

    public boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    Path lockFile() {
        return root.resolve("throughline.lock");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path logs() {
        return postgres().resolve("log");
    }

    Path credentials() {
        return postgres().resolve("credentials.properties");
    }

    Path port() {
        return postgres().resolve("port");
    }

    Path data() {
        return postgres().resolve("data");
    }

    /** Takes every right but the owner's away; does nothing where the file system knows no such rights. */
    static void ownerOnly(Path path, Set<PosixFilePermission> rights) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            var own = rights.stream()
                    .filter(right -> right.name().startsWith("OWNER_"))
                    .collect(Collectors.toSet());
            Files.setPosixFilePermissions(path, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

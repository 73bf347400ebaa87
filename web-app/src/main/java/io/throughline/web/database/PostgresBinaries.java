package io.throughline.web.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once beside the data. The folder's name follows the packed archive, so that a new
 * release unpacks its own; a half unpacked folder never bears that name.
 */
final class PostgresBinaries {

    private static final String PREFIX = "binaries-";

    private PostgresBinaries() {}

    static Path unpackInto(Path parent) throws IOException {
        var archive = archive();
        var target = parent.resolve(PREFIX + fingerprint(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        var draft = parent.resolve("unpacking");
        DurableFiles.deleteTree(draft);
        Files.createDirectories(draft);
        unpack(archive, draft);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    /** Deletes what former releases unpacked; to be called once nothing runs from there any more. */
    static void deleteOthers(Path current) throws IOException {
        try (var folders = Files.newDirectoryStream(current.toAbsolutePath().getParent(), PREFIX + "*")) {
            for (var folder : folders) {
                if (!folder.getFileName().equals(current.getFileName())) {
                    DurableFiles.deleteTree(folder);
                }
            }
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var family = system.contains("win") && !system.contains("darwin")
                ? "windows"
                : system.contains("mac") || system.contains("darwin") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var processor = machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64";
        var name = "postgres-%s-%s.txz".formatted(family, processor);
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw EmbeddedDatabaseFailure.noBinaries(family + " " + machine);
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        var checksum = new CRC32();
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var stream = archive.openStream()) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                checksum.update(buffer, 0, read);
                size += read;
            }
        }
        return "%08x-%x".formatted(checksum.getValue(), size);
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside its archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    executable(path, entry.getMode());
                }
            }
        }
    }

    private static void executable(Path file, int mode) throws IOException {
        if ((mode & 0100) != 0
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

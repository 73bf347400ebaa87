package io.throughline.web.database.backup;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lombok.Getter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup's file, read: its manifest, checked, and the data of its tables. */
final class Archive implements Closeable {

    private final ZipFile zip;

    @Getter
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static Archive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupFailure("There is no file %s.".formatted(file), "文件 %s 不存在。".formatted(file));
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw BackupFailure.corrupted(String.valueOf(e.getMessage()));
        }
        try {
            return new Archive(zip, manifest(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Only the owner may read what holds everybody's data. */
    static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** @throws BackupFailure naming the first table whose data are missing or not what they were */
    void verify() throws IOException {
        for (var table : manifest.tables()) {
            String hash;
            try {
                hash = TableData.hash(data(table));
            } catch (ZipException e) {
                throw BackupFailure.corrupted(table.name());
            }
            if (!hash.equals(table.sha256())) {
                throw BackupFailure.corrupted(table.name());
            }
        }
    }

    InputStream data(Manifest.Table table) throws IOException {
        return new BufferedInputStream(entry(zip, table.entry()), 1 << 16);
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        String expected;
        String actual;
        try (var checksum = entry(zip, Manifest.CHECKSUM_ENTRY)) {
            expected = new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip();
            actual = TableData.hash(entry(zip, Manifest.ENTRY));
        } catch (ZipException e) {
            throw BackupFailure.corrupted(Manifest.ENTRY);
        }
        if (!actual.equals(expected)) {
            throw BackupFailure.corrupted(Manifest.ENTRY);
        }
        try (var json = entry(zip, Manifest.ENTRY)) {
            var manifest = JsonMapper.builder().build().readValue(json, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new BackupFailure(
                        "The archive was written by the newer release %s.".formatted(manifest.release()),
                        "该备份由更新的版本 %s 写入。".formatted(manifest.release()));
            }
            return manifest;
        } catch (JacksonException e) {
            throw BackupFailure.corrupted(Manifest.ENTRY);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw BackupFailure.corrupted(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

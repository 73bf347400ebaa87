package io.throughline.web.database.backup;

import io.throughline.web.database.AccessGrants;
import io.throughline.web.database.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the schema a backup was taken from: exactly its migrations, not those that came later. The later ones run at the
 * next start, over the data, as they would have at home.
 */
@RequiredArgsConstructor
final class SchemaOfBackup {

    private final DatabaseAccess database;
    private final Restore.Target target;

    void create(List<Manifest.Migration> migrations) throws IOException {
        var scripts = Files.createTempDirectory("throughline-restore");
        try {
            for (var migration : migrations) {
                copy(migration.script(), scripts);
            }
            var flyway = Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("filesystem:" + scripts)
                    .defaultSchema(target.historySchema())
                    .schemas(target.schemas().toArray(String[]::new))
                    .table(target.historyTable())
                    .outOfOrder(true)
                    .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                    .callbacks(new AccessGrants(target.applicationRole()))
                    .load();
            requireSameScripts(flyway, migrations);
            flyway.migrate();
        } finally {
            FileSystemUtils.deleteRecursively(scripts);
        }
    }

    private static void requireSameScripts(Flyway flyway, List<Manifest.Migration> migrations) {
        var known = new HashMap<String, Integer>();
        for (var info : flyway.info().all()) {
            known.put(Path.of(info.getScript()).getFileName().toString(), info.getChecksum());
        }
        for (var migration : migrations) {
            var name = Path.of(migration.script()).getFileName().toString();
            if (!Integer.valueOf(migration.checksum()).equals(known.get(name))) {
                throw foreign(migration.script());
            }
        }
    }

    private void copy(String script, Path folder) throws IOException {
        var file = folder.resolve(script).normalize();
        if (!file.startsWith(folder)) {
            throw BackupFailure.corrupted(script);
        }
        try (var source =
                SchemaOfBackup.class.getClassLoader().getResourceAsStream(target.migrations() + "/" + script)) {
            if (source == null) {
                throw foreign(script);
            }
            Files.createDirectories(file.getParent());
            Files.copy(source, file);
        }
    }

    private static BackupFailure foreign(String script) {
        return new BackupFailure(
                "The backup was taken from a schema this release does not know (%s). Use the release that wrote it, or a later one."
                        .formatted(script),
                "此版本不认识该备份的数据库结构（%s）。请使用写入该备份的版本或更新的版本。".formatted(script));
    }
}

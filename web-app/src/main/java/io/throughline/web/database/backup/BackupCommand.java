package io.throughline.web.database.backup;

import io.throughline.web.database.CommandOptions;
import io.throughline.web.database.DataFolder;
import io.throughline.web.database.DatabaseAccess;
import io.throughline.web.database.EmbeddedDatabase;
import io.throughline.web.database.EmbeddedDatabaseFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@code backup --to file.zip} and {@code restore --from file.zip}, over the database that the application's own
 * configuration names. Where the application runs on the embedded server, a backup signs in to that server; where it does
 * not, the server is started for as long as the command takes.
 */
@org.springframework.modulith.NamedInterface("command")
public final class BackupCommand {

    private static final Set<String> NAMES = Set.of("backup", "restore");
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public BackupCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static boolean isAskedFor(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** @return the exit code of the process: 0 done, 1 refused or failed, 2 misused */
    public int run(String[] arguments) {
        var backup = arguments[0].equals("backup");
        var options = new CommandOptions(arguments);
        var file = options.take(backup ? "--to" : "--from");
        if (file == null) {
            err.println("Usage: backup --to file.zip | restore --from file.zip");
            return MISUSED;
        }
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(options.rest())) {
            return run(backup, Path.of(file).toAbsolutePath(), context.getEnvironment());
        } catch (BackupFailure e) {
            err.println(e.getMessage());
        } catch (EmbeddedDatabaseFailure e) {
            err.println(e.getMessage());
            err.println(e.getAction());
        } catch (SQLException | IOException | FlywayException | UncheckedIOException e) {
            err.println("Failed · 失败: " + e.getMessage());
        }
        return FAILED;
    }

    private int run(boolean backup, Path file, Environment environment) throws SQLException, IOException {
        var url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            return run(
                    backup,
                    file,
                    environment,
                    DatabaseAccess.configured(environment, url),
                    environment.getProperty("spring.datasource.username", ""));
        }
        var folder = DataFolder.at(environment.getProperty("throughline.home"));
        var running = EmbeddedDatabase.runningIn(folder);
        if (running.isPresent()) {
            return run(backup, file, environment, running.get(), EmbeddedDatabase.APPLICATION_ROLE);
        }
        if (backup && !folder.isInitialised()) {
            throw new BackupFailure(
                    "There is no database in %s.".formatted(folder.root()), "%s 中没有数据库。".formatted(folder.root()));
        }
        try (var server = EmbeddedDatabase.start(folder)) {
            return run(backup, file, environment, server.owner(), EmbeddedDatabase.APPLICATION_ROLE);
        }
    }

    private int run(boolean backup, Path file, Environment environment, DatabaseAccess database, String applicationRole)
            throws SQLException, IOException {
        var schemas = environment.getProperty("spring.flyway.schemas", String[].class, new String[] {"public"});
        var target = new Restore.Target(
                "db/migration",
                List.of(schemas),
                environment.getProperty("spring.flyway.default-schema", schemas[0]),
                environment.getProperty("spring.flyway.table", "flyway_schema_history"),
                applicationRole);
        if (backup) {
            var done = new Backup(database, target.history(), release(), Clock.systemUTC()).to(file);
            say("Backed up %,d rows of %d tables to %s (%,d bytes) · 备份完成", done, file);
            note(database, done, file);
        } else {
            var done = new Restore(database, target).from(file);
            say("Restored %,d rows of %d tables from %s (%,d bytes) · 恢复完成", done, file);
        }
        return DONE;
    }

    /** The backup is good with or without its note; an older schema has no place for one. */
    private void note(DatabaseAccess database, Backup.Summary done, Path file) {
        try (var connection = database.open();
                var insert = connection.prepareStatement(
                        "insert into foundation.backup_made (at, rows, bytes, file) values (now(), ?, ?, ?)")) {
            insert.setLong(1, done.rows());
            insert.setLong(2, done.bytes());
            var name = String.valueOf(file.getFileName());
            insert.setString(3, name.substring(0, Math.min(name.length(), 255)));
            insert.executeUpdate();
        } catch (SQLException e) {
            err.println("The age of this backup will not show on the health page · 状态页不会显示此次备份: " + e.getMessage());
        }
    }

    private void say(String text, Backup.Summary done, Path file) {
        out.println(String.format(Locale.ROOT, text, done.rows(), done.tables(), file, done.bytes()));
    }

    private static String release() throws IOException {
        var properties = new Properties();
        try (var source = BackupCommand.class.getClassLoader().getResourceAsStream("META-INF/build-info.properties")) {
            if (source != null) {
                properties.load(source);
            }
        }
        return properties.getProperty("build.version", "development");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}

package io.throughline.web.demo.load;

import io.throughline.web.database.AccessGrants;
import io.throughline.web.database.CommandOptions;
import io.throughline.web.database.DataFolder;
import io.throughline.web.database.DatabaseAccess;
import io.throughline.web.database.EmbeddedDatabase;
import io.throughline.web.database.EmbeddedDatabaseFailure;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.StringUtils;

/**
 * {@code load --tickets 1000000 --projects 2000 --tasks 200000 --messages 3000000 --seed 42 [--password …]}, into the
 * database that the application's own configuration names. For sizing and benchmarks, into a database made for it: its rows
 * cannot be told from others afterwards.
 */
public final class LoadCommand {

    private static final String USAGE =
            "Usage: load [--tickets 100000] [--projects 500] [--tasks 50000] [--messages 300000] [--seed 42] [--password word]";

    private final PrintStream out;
    private final PrintStream err;

    public LoadCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static boolean isAskedFor(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("load");
    }

    /** @return the exit code of the process: 0 done, 1 refused or failed, 2 misused */
    public int run(String[] arguments) {
        var options = new CommandOptions(arguments);
        LoadSize size;
        var password = options.take("--password");
        try {
            size = new LoadSize(
                    number(options, "--tickets", 100_000),
                    number(options, "--projects", 500),
                    number(options, "--tasks", 50_000),
                    number(options, "--messages", 300_000),
                    number(options, "--seed", 42));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(options.rest())) {
            run(size, password, context.getEnvironment());
            return 0;
        } catch (EmbeddedDatabaseFailure e) {
            err.println(e.getMessage());
            err.println(e.getAction());
        } catch (SQLException | FlywayException e) {
            err.println("Failed, nothing was loaded · 失败，未写入任何数据: " + e.getMessage());
        }
        return 1;
    }

    private void run(LoadSize size, @Nullable String password, Environment environment) throws SQLException {
        var url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            var application = environment.getProperty("spring.datasource.username", "");
            load(size, password, environment, DatabaseAccess.configured(environment, url), application);
            return;
        }
        var folder = DataFolder.at(environment.getProperty("throughline.home"));
        var running = EmbeddedDatabase.runningIn(folder);
        if (running.isPresent()) {
            load(size, password, environment, running.get(), EmbeddedDatabase.APPLICATION_ROLE);
            return;
        }
        try (var server = EmbeddedDatabase.start(folder)) {
            load(size, password, environment, server.owner(), EmbeddedDatabase.APPLICATION_ROLE);
        }
    }

    private void load(
            LoadSize size,
            @Nullable String password,
            Environment environment,
            DatabaseAccess database,
            String application)
            throws SQLException {
        var clock = Clock.systemUTC();
        var began = clock.instant();
        migrate(environment, database, application);
        var hash = password == null
                ? null
                : Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
        new LoadGenerator(database, clock, out).fill(size, hash);
        out.println(String.format(
                Locale.ROOT,
                "Loaded %,d tickets, %,d messages, %,d projects, %,d tasks in %,d s · 完成",
                size.tickets(),
                size.messages(),
                size.projects(),
                size.tasks(),
                Duration.between(began, clock.instant()).toSeconds()));
        if (password != null) {
            out.println(
                    "Sign-ins: load-admin, load-manager, load-project_manager, load-support_agent, load-account_executive");
        }
    }

    private static void migrate(Environment environment, DatabaseAccess database, String application) {
        var schemas = environment.getProperty("spring.flyway.schemas", String[].class, new String[] {"public"});
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .schemas(schemas)
                .defaultSchema(environment.getProperty("spring.flyway.default-schema", schemas[0]))
                .outOfOrder(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .callbacks(new AccessGrants(application))
                .load()
                .migrate();
    }

    private static int number(CommandOptions options, String option, int usual) {
        var given = options.take(option);
        if (given == null) {
            return usual;
        }
        try {
            return Integer.parseInt(given.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " " + given + " is not a number.", e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}

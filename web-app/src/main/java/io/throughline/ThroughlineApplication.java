package io.throughline;

import io.throughline.web.database.backup.BackupCommand;
import io.throughline.web.demo.load.LoadCommand;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Throughline: pages, portal and REST on one port. */
@SpringBootApplication
public class ThroughlineApplication {

    public static void main(String[] args) {
        if (BackupCommand.isAskedFor(args)) {
            System.exit(new BackupCommand(System.out, System.err).run(args));
        }
        if (LoadCommand.isAskedFor(args)) {
            System.exit(new LoadCommand(System.out, System.err).run(args));
        }
        SpringApplication.run(ThroughlineApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

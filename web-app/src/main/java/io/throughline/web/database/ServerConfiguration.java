package io.throughline.web.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Writes the server's configuration anew at each start; what an operator puts into {@code local.conf} wins. */
final class ServerConfiguration {

    private static final long MIB = 1024 * 1024;

    private ServerConfiguration() {}

    static void write(DataFolder folder, Path data) throws IOException {
        DurableFiles.write(data.resolve("postgresql.conf"), text(folder));
        DurableFiles.write(data.resolve("pg_hba.conf"), """
                # Written by Throughline at each start.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private static String text(DataFolder folder) {
        long memory = memoryInMib();
        return """
                # Written by Throughline at each start. Your own settings belong into ../local.conf.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'

                # An acknowledged write is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = replica
                max_wal_senders = 0
                wal_compression = on
                max_wal_size = '2GB'
                checkpoint_completion_target = 0.9

                shared_buffers = '%dMB'
                effective_cache_size = '%dMB'
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                random_page_cost = 1.1
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_file_mode = 0600
                log_rotation_age = '1d'
                log_truncate_on_rotation = on
                log_min_duration_statement = '2s'
                log_parameter_max_length = 0
                log_lock_waits = on
                log_line_prefix = '%%m [%%p] %%a '

                include_if_exists = '../local.conf'
                """.formatted(
                        between(128, memory / 8, 1024),
                        between(256, memory / 2, 8192),
                        folder.logs().toString().replace('\\', '/').replace("'", "''"));
    }

    private static long memoryInMib() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof OperatingSystemMXBean known ? known.getTotalMemorySize() / MIB : 2048;
    }

    private static long between(long least, long value, long most) {
        return Math.max(least, Math.min(value, most));
    }
}

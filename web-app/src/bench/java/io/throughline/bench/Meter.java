package io.throughline.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a started product has used so far: processor time of its JVM and of its database, bytes allocated by its threads. */
final class Meter {

    /** Linux counts processor time in hundredths of a second for every program that asks. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final Pattern KILOBYTES = Pattern.compile("(?m)^(VmRSS|Pss):\\s+(\\d+) kB");

    private final long jvm;
    private final Path postmaster;
    private final ThreadMXBean threads;

    Meter(Process process, Path home) throws Exception {
        jvm = process.pid();
        postmaster = home.resolve("postgres/data/postmaster.pid");
        var machine = VirtualMachine.attach(String.valueOf(jvm));
        try {
            var url = new JMXServiceURL(machine.startLocalManagementAgent());
            threads = ManagementFactory.newPlatformMXBeanProxy(
                    JMXConnectorFactory.connect(url).getMBeanServerConnection(),
                    ManagementFactory.THREAD_MXBEAN_NAME,
                    ThreadMXBean.class);
        } finally {
            machine.detach();
        }
    }

    /**
     * @param application processor time of the JVM
     * @param database processor time of the server and of all its processes, those that ended too
     * @param allocated bytes by the threads that live
     */
    record Reading(Duration application, Duration database, long allocated) {

        static final Reading NONE = new Reading(Duration.ZERO, Duration.ZERO, 0);
    }

    Reading read() throws IOException {
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        var server = database();
        var used = server.isEmpty() ? Duration.ZERO : ticks(server.get(0), true);
        for (var backend : server.stream().skip(1).toList()) {
            used = used.plus(ticks(backend, false));
        }
        return new Reading(ticks(Path.of("/proc", String.valueOf(jvm)), false), used, allocated);
    }

    /** Resident MiB of the JVM. */
    long application() throws IOException {
        return kilobytes(Path.of("/proc", String.valueOf(jvm), "status")) / 1024;
    }

    /** Resident MiB of the database's processes, what they share counted once. */
    long databaseMebibytes() throws IOException {
        long sum = 0;
        for (var process : database()) {
            sum += kilobytes(process.resolve("smaps_rollup"));
        }
        return sum / 1024;
    }

    /** The server first, then its processes. */
    private List<Path> database() throws IOException {
        if (!Files.exists(postmaster)) {
            return List.of();
        }
        var server = Files.readAllLines(postmaster).get(0).strip();
        var children = Files.readString(Path.of("/proc", server, "task", server, "children"));
        return Stream.concat(Stream.of(server), Arrays.stream(children.split(" ")))
                .filter(pid -> !pid.isBlank())
                .map(pid -> Path.of("/proc", pid))
                .toList();
    }

    /** The columns after the program's name, which may hold blanks: own time in user and system, then that of ended children. */
    private static Duration ticks(Path process, boolean withEnded) throws IOException {
        if (!Files.exists(process)) {
            return Duration.ZERO;
        }
        var text = Files.readString(process.resolve("stat"));
        var columns = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int column = 11; column < (withEnded ? 15 : 13); column++) {
            ticks += Long.parseLong(columns[column]);
        }
        return TICK.multipliedBy(ticks);
    }

    private static long kilobytes(Path file) throws IOException {
        var line = KILOBYTES.matcher(Files.readString(file));
        return line.find() ? Long.parseLong(line.group(2)) : 0;
    }
}

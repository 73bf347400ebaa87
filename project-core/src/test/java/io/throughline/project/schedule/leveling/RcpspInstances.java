package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkFixtures;
import io.throughline.project.schedule.network.PlanFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * PSPLIB instances (R. Kolisch and A. Sprecher, EJOR 96, 1997) as plans of whole days, read from a folder that is not part
 * of the product: {@code -Drcpsp=…}, holding {@code bestknown.csv} and {@code instances/*.sm}.
 */
public final class RcpspInstances {

    static final LocalDateTime START = LocalDateTime.parse("2026-01-05T08:00");
    private static final long DAY = 480;

    private RcpspInstances() {}

    public record Instance(String name, String set, int best, LevelingPlan plan) {

        /** Length in days of a leveled plan of this instance. */
        public long days(Leveled leveled) {
            var hours = plan.network().frame().hours();
            long from = START.toEpochSecond(java.time.ZoneOffset.UTC);
            long to = leveled.after().projectFinish().toEpochSecond(java.time.ZoneOffset.UTC);
            return hours.between(from, to) / (DAY * 60);
        }
    }

    static Path folder() {
        return Path.of(System.getProperty("rcpsp", "rcpsp"));
    }

    public static boolean arePresent() {
        return Files.isReadable(folder().resolve("bestknown.csv"));
    }

    public static List<Instance> all() {
        try (var lines = Files.lines(folder().resolve("bestknown.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(RcpspInstances::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instance read(String[] row) {
        try {
            var text = Files.readAllLines(folder().resolve("instances/" + row[0] + ".sm"));
            return new Instance(row[0], row[1], Integer.parseInt(row[2]), plan(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LevelingPlan plan(List<String> lines) {
        var successors = new TreeMap<Integer, int[]>();
        var requests = new TreeMap<Integer, int[]>();
        int[] capacity = {};
        Map<Integer, int[]> section = Map.of();
        for (var line : lines) {
            if (line.startsWith("PRECEDENCE")) {
                section = successors;
            } else if (line.startsWith("REQUESTS")) {
                section = requests;
            } else if (line.startsWith("RESOURCEAVAIL")) {
                section = Map.of();
            } else if (line.matches("[ \\d]+")) {
                var numbers = Arrays.stream(line.trim().split(" +"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                if (section == successors || section == requests) {
                    section.put(numbers[0], numbers);
                } else {
                    capacity = numbers;
                }
            }
        }
        return plan(successors, requests, capacity);
    }

    private static LevelingPlan plan(Map<Integer, int[]> successors, Map<Integer, int[]> requests, int[] capacity) {
        var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
        var assignments = new ArrayList<Assignment>();
        requests.forEach((task, row) -> {
            builder.task(task).duration(row[2] * DAY);
            for (int k = 3; k < row.length; k++) {
                if (row[k] > 0) {
                    assignments.add(Assignment.throughout(task, k - 3, row[k] * LevelingPlan.WHOLE));
                }
            }
        });
        successors.forEach((task, row) -> {
            for (int k = 3; k < row.length; k++) {
                builder.link(task, row[k], DependencyType.FINISH_TO_START, Lag.NONE);
            }
        });
        var resources = new ArrayList<Capacity>();
        for (int k = 0; k < capacity.length; k++) {
            resources.add(new Capacity(k, capacity[k] * LevelingPlan.WHOLE));
        }
        return LevelingPlan.of(builder.build(), resources, assignments);
    }
}

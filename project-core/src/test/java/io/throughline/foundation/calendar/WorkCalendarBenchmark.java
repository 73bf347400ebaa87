package io.throughline.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The cost of one operation over a day, a year and thirty years, with 35 special days a year. Run the main with profile
 * {@code bench}, which generates the harness.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorkCalendarBenchmark {

    @Param({"1", "365", "10957"})
    public int days;

    @Param({"Asia/Shanghai", "Europe/Berlin"})
    public String zone = "";

    private WorkCalendar calendar = WorkCalendar.always(ZoneId.of("UTC"));
    private LocalHours local = calendar.local();
    private Instant start = Instant.EPOCH;
    private Instant end = Instant.EPOCH;
    private Duration working = Duration.ZERO;
    private long localStart;
    private long localWorking;

    @Setup
    public void prepare() {
        calendar = thirtyYears(zone);
        local = calendar.local();
        start = Instant.parse("2026-11-20T03:17:11Z");
        end = start.plus(Duration.ofDays(days)).plusSeconds(1234);
        working = calendar.workingTimeBetween(start, end).plusSeconds(1);
        localStart = start.getEpochSecond();
        localWorking = working.getSeconds();
    }

    static WorkCalendar thirtyYears(String zone) {
        var specials = new ArrayList<SpecialDay>();
        for (int year = 2026; year < 2057; year++) {
            for (int i = 0; i < 35; i++) {
                var date = LocalDate.of(year, 1, 1).plusDays(10L * i);
                specials.add(
                        i % 5 == 0
                                ? SpecialDay.override(date, "", WorkPeriod.parse("09:00-12:00"))
                                : SpecialDay.holiday(date, ""));
            }
        }
        return WorkCalendar.of(ZoneId.of(zone), CalendarFixtures.week("Mon-Fri 09:00-12:00,13:00-18:00"), specials);
    }

    @Benchmark
    public Instant add() {
        return calendar.add(start, working);
    }

    @Benchmark
    public Duration workingTimeBetween() {
        return calendar.workingTimeBetween(start, end);
    }

    @Benchmark
    public Instant addFiveWorkingDays() {
        return calendar.addWorkingDays(start, 5, false);
    }

    @Benchmark
    public long localAdd() {
        return local.add(localStart, localWorking);
    }

    @Benchmark
    public List<Segment> explain() {
        return calendar.due(start, working, List.of()).segments();
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WorkCalendarBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}

package io.throughline.project.schedule.simulation;

import io.throughline.project.schedule.network.GeneratedNetworks;
import java.util.HashMap;
import java.util.Map;
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

/**
 * 10 000 trials of G(size, 50, 1, 42) with beta-PERT estimates of half to double of each duration: percentiles,
 * criticality and cruciality of every task.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SimulationBenchmark {

    @Param({"1000", "10000"})
    public int size;

    @Param({"1", "2"})
    public int threads;

    private SimulationPlan plan = plan(1);

    @Setup
    public void prepare() {
        plan = plan(size);
    }

    @Benchmark
    public Simulated simulate() {
        return Simulation.of(plan, threads, (done, trials) -> true);
    }

    private static SimulationPlan plan(int size) {
        var generated = GeneratedNetworks.of(size, 50, 1, 42);
        Map<Long, ThreePoints> estimates = new HashMap<>();
        for (int i = 0; i < size; i++) {
            long minutes = 480L * generated.days()[i];
            estimates.put((long) i, ThreePoints.pert(minutes / 2, minutes, 2 * minutes));
        }
        return SimulationPlan.of(generated.network(), estimates, 42);
    }
}

package io.throughline.project.schedule.network;

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
 * Schedule, total slack and critical of every task of G(size, 50, 1, 42), by us and by the scheduler of the MPXJ library;
 * one duration changed in the middle, re-planned. With {@code -prof gc} for the allocation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class CriticalPathBenchmark {

    @Param({"1000", "10000", "100000"})
    public int size;

    private GeneratedNetworks generated = GeneratedNetworks.chain(1);
    private Network network = generated.network();
    private Schedule schedule = CriticalPath.of(network);
    private PeerPlan peer = PeerPlan.of(network, GeneratedNetworks.START);
    private long turn;

    @Setup
    public void prepare() {
        generated = GeneratedNetworks.of(size, 50, 1, 42);
        network = generated.network();
        schedule = CriticalPath.of(network);
        peer = PeerPlan.of(network, GeneratedNetworks.START);
    }

    @Benchmark
    public long ours() {
        var result = CriticalPath.of(network);
        long critical = 0;
        for (int i = 0; i < network.size(); i++) {
            critical += result.totalSlackSeconds(i);
            critical += result.isCritical(i) ? 1 : 0;
        }
        return critical;
    }

    @Benchmark
    public int peer() {
        peer.schedule();
        return peer.askForSlack();
    }

    @Benchmark
    public Network build() {
        return generated.network();
    }

    /** The tasks in the middle of their chains in turn, one day longer. */
    @Benchmark
    public Schedule replan() {
        long task = (25 + 50 * turn++) % size;
        var draft = network.describe(task);
        return schedule.replan(network.with(draft.duration(draft.duration + 480)));
    }
}

package io.throughline.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.foundation.notification.LiveEvent;
import io.throughline.foundation.notification.LiveListener;
import io.throughline.foundation.notification.LiveRights;
import io.throughline.foundation.notification.StreamKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open streams of this node. One thread keeps all of them alive and ends those whose session ended; a stream lives
 * ten minutes at most, then the browser opens a new one and its topics are permitted anew.
 */
@Slf4j
@Component
class LiveStreams implements LiveListener, SmartLifecycle {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST = 2_000;
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z][a-z-]{0,39})\"");

    private final LiveRights rights;
    private final Duration check;
    private final Set<LiveStream> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<LiveStream>> byTopic = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;
    private volatile boolean running;

    LiveStreams(LiveRights rights, MeterRegistry meters, @Value("${throughline.live.check:30s}") Duration check) {
        this.rights = rights;
        this.check = check;
        meters.gaugeCollectionSize("throughline.live.streams", List.of(), all);
    }

    boolean isFull() {
        return !running || all.size() >= MOST;
    }

    void open(StreamKey key, Set<String> topics, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        var async = request.startAsync(request, response);
        async.setTimeout(LIFE.toMillis());
        var stream = new LiveStream(key, Set.copyOf(topics), async, out, this::forget);
        async.addListener(stream);
        all.add(stream);
        stream.getTopics().forEach(topic -> byTopic.compute(topic, (name, streams) -> with(streams, stream)));
        out.setWriteListener(stream);
        if (!running) {
            stream.close();
        }
    }

    @Override
    public void heard(LiveEvent event) {
        var streams = byTopic.get(event.topic());
        if (streams != null) {
            var bytes = format(event);
            streams.forEach(stream -> stream.send(bytes));
        }
    }

    @Override
    public void mayHaveMissed() {
        all.forEach(stream -> stream.send(LiveStream.RESYNC));
    }

    @Override
    public void start() {
        running = true;
        var starting = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "live-streams");
            thread.setDaemon(true);
            return thread;
        });
        long beat = HEARTBEAT.toMillis();
        starting.scheduleWithFixedDelay(this::keepAlive, beat, beat, TimeUnit.MILLISECONDS);
        starting.scheduleWithFixedDelay(
                this::endWithoutRight, check.toMillis(), check.toMillis(), TimeUnit.MILLISECONDS);
        timer = starting;
    }

    /** Before the web server stops: it would wait for the streams. */
    @Override
    public void stop() {
        running = false;
        if (timer != null) {
            timer.shutdownNow();
        }
        all.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    int size() {
        return all.size();
    }

    private void keepAlive() {
        all.forEach(stream -> stream.send(LiveStream.HEARTBEAT));
    }

    private void endWithoutRight() {
        try {
            var lost = rights.lost(all.stream().map(LiveStream::getKey).toList());
            all.stream().filter(stream -> lost.contains(stream.getKey())).forEach(LiveStream::close);
        } catch (RuntimeException e) {
            log.warn("the rights of open streams could not be checked: {}", e.getMessage());
        }
    }

    private void forget(LiveStream stream) {
        all.remove(stream);
        stream.getTopics()
                .forEach(topic -> byTopic.computeIfPresent(topic, (name, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                }));
    }

    private static Set<LiveStream> with(@Nullable Set<LiveStream> streams, LiveStream stream) {
        Set<LiveStream> joined = streams == null ? ConcurrentHashMap.newKeySet() : streams;
        joined.add(stream);
        return joined;
    }

    /** The payload is one line of JSON, and topics were checked against the asked ones, so nothing can break out. */
    private static byte[] format(LiveEvent event) {
        var type = TYPE.matcher(event.payload());
        var rest = event.payload().substring(1);
        var data = "{\"topic\":\"" + event.topic().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                + (rest.equals("}") ? rest : "," + rest);
        return ((type.find() ? "event: " + type.group(1) + "\n" : "") + "data: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

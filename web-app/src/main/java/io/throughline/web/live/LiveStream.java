package io.throughline.web.live;

import io.throughline.foundation.notification.StreamKey;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import lombok.Getter;

/**
 * One open stream, written without blocking and without a thread of its own.
 *
 * <p>What the network does not take at once waits in a short queue; when that is full the waiting events are replaced by
 * one that tells the page to ask for everything anew.
 */
class LiveStream implements WriteListener, AsyncListener {

    static final byte[] RESYNC = "event: resync\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WELCOME = "retry: 3000\n\nevent: hello\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_QUEUE = 64;

    @Getter
    private final StreamKey key;

    @Getter
    private final Set<String> topics;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> onClose;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean writable;
    private boolean closed;

    LiveStream(
            StreamKey key,
            Set<String> topics,
            AsyncContext async,
            ServletOutputStream out,
            Consumer<LiveStream> onClose) {
        this.key = key;
        this.topics = topics;
        this.async = async;
        this.out = out;
        this.onClose = onClose;
        waiting.add(WELCOME);
    }

    void send(byte[] event) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waiting.size() >= LONGEST_QUEUE) {
                waiting.clear();
                waiting.add(RESYNC);
            } else {
                waiting.add(event);
            }
        }
        write();
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        onClose.accept(this);
        try {
            async.complete();
        } catch (IllegalStateException e) {
            // the container completed it already
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            writable = true;
        }
        write();
    }

    private void write() {
        try {
            synchronized (this) {
                writeWhatTheNetworkTakes();
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    private void writeWhatTheNetworkTakes() throws IOException {
        if (closed || !writable || waiting.isEmpty()) {
            return;
        }
        while (!waiting.isEmpty()) {
            if (!out.isReady()) {
                writable = false;
                return;
            }
            out.write(waiting.remove());
        }
        if (out.isReady()) {
            out.flush();
        } else {
            writable = false;
        }
    }

    @Override
    public void onError(Throwable cause) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

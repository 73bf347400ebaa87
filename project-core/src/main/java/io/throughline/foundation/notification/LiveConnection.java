package io.throughline.foundation.notification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's one listening connection, outside the pool: waits without polling, and comes back by itself after the
 * database was away.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class LiveConnection implements SmartLifecycle {

    private static final int WAIT_MILLIS = 20_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JdbcConnectionDetails database;
    private final List<LiveListener> listeners;

    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;
    private CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        var listening = new Thread(this::listenForEver, "live-events");
        listening.setDaemon(true);
        thread = listening;
        listening.start();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        close(connection);
        var listening = thread;
        if (listening != null) {
            try {
                listening.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listenForEver() {
        var pause = FIRST_PAUSE;
        boolean lost = false;
        while (running) {
            try (var own = open()) {
                connection = own;
                if (lost) {
                    log.info("listening to live events again");
                    listeners.forEach(this::tellOfGap);
                }
                pause = FIRST_PAUSE;
                listen(own);
            } catch (SQLException e) {
                if (running && !lost) {
                    log.warn("live events are interrupted: {}", e.getMessage());
                }
                lost = true;
            }
            pause = rest(pause);
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        properties.setProperty("ApplicationName", "throughline-live");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        var opened = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (var statement = opened.createStatement()) {
            statement.execute("listen " + LiveEvents.CHANNEL);
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void listen(Connection own) throws SQLException {
        var postgres = own.unwrap(PGConnection.class);
        while (running) {
            var heard = postgres.getNotifications(WAIT_MILLIS);
            if (heard == null || heard.length == 0) {
                askForLife(own);
                continue;
            }
            for (var notification : heard) {
                deliver(notification);
            }
        }
    }

    /** A quiet line may be a dead one; the answer, or its absence, tells. */
    private static void askForLife(Connection own) throws SQLException {
        try (var statement = own.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void deliver(PGNotification notification) {
        var text = notification.getParameter();
        int space = text.indexOf(' ');
        if (space < 0) {
            return;
        }
        var event = new LiveEvent(text.substring(0, space), text.substring(space + 1));
        for (var listener : listeners) {
            try {
                listener.heard(event);
            } catch (RuntimeException e) {
                log.error("a listener failed on {}", event.topic(), e);
            }
        }
    }

    private void tellOfGap(LiveListener listener) {
        try {
            listener.mayHaveMissed();
        } catch (RuntimeException e) {
            log.error("a listener failed after the interruption", e);
        }
    }

    private Duration rest(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void close(@Nullable Connection open) {
        if (open == null) {
            return;
        }
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("closing the listening connection", e);
        }
    }
}

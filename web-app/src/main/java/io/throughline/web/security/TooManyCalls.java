package io.throughline.web.security;

import java.time.Duration;

/** One call too many; after the pause there is room again. */
public class TooManyCalls extends RuntimeException {

    private final String key;
    private final Duration pause;

    /**
     * @param key of the message, the stable code for programs
     * @param pause until the next call is allowed
     */
    public TooManyCalls(String key, Duration pause) {
        super(key);
        this.key = key;
        this.pause = pause;
    }

    public String key() {
        return key;
    }

    /** Whole seconds for {@code Retry-After}, at least one. */
    public long seconds() {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}

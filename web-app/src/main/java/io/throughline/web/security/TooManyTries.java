package io.throughline.web.security;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords for the name or from the address. */
class TooManyTries extends LockedException {

    private final Duration pause;

    TooManyTries(Duration pause) {
        super("locked");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}

package io.throughline.web.security;

import java.time.Duration;

/** Calls that anybody may make and nobody in endless number; far beyond what a person at work comes to. */
public enum Limit {
    SEARCH(150, Duration.ofMillis(400)),
    EXPORT(20, Duration.ofSeconds(15)),
    TICKET(120, Duration.ofSeconds(5)),
    /** What a personal link opens; a house full of people answers from one address. */
    LINK(120, Duration.ofSeconds(1));

    private final int atOnce;
    private final Duration every;

    /**
     * @param atOnce so many in a row
     * @param every after which one more is allowed
     */
    Limit(int atOnce, Duration every) {
        this.atOnce = atOnce;
        this.every = every;
    }

    int atOnce() {
        return atOnce;
    }

    Duration every() {
        return every;
    }
}

package io.throughline.foundation.model;

/** Somebody saved the record after it was read: answered with 409 (pages) or 412 (API), with what was typed kept. */
public class StaleVersion extends RuntimeException {

    private final int seen;
    private final int stored;

    public StaleVersion(int seen, int stored) {
        super("version " + seen + " is older than " + stored);
        this.seen = seen;
        this.stored = stored;
    }

    public int seen() {
        return seen;
    }

    public int stored() {
        return stored;
    }
}

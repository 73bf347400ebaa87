package io.throughline.foundation.secret;

/** A stored password cannot be read on this node: its key is missing or another one. Nothing is lost by it. */
public class SecretLocked extends RuntimeException {

    private final KeyState state;

    SecretLocked(KeyState state) {
        super("stored passwords cannot be read here: the key (THROUGHLINE_SECRETKEY or secret.key) is "
                + (state == KeyState.MISSING ? "missing" : "not the one they were sealed with"));
        this.state = state;
    }

    public KeyState state() {
        return state;
    }
}

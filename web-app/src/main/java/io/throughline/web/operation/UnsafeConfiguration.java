package io.throughline.web.operation;

/** Something that is handy for looking around and must not reach a real installation. */
class UnsafeConfiguration extends RuntimeException {

    private final String action;

    UnsafeConfiguration(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}

package io.throughline.foundation.job;

/** Ends a job because this node stops; it runs again elsewhere or after the start. */
class JobInterrupted extends RuntimeException {

    JobInterrupted() {
        super("the node stops");
    }
}

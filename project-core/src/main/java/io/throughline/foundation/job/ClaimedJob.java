package io.throughline.foundation.job;

/** What a worker knows of the job it took. */
record ClaimedJob(
        long id,
        String kind,
        String payload,
        long startedBy,
        String starterName,
        int attempts,
        boolean cancelRequested) {}

package io.throughline.aftersales.problem;

/**
 * What can be found or read of a problem has changed.
 *
 * @param resolvedNow whether it was resolved with this change
 */
record ProblemChanged(ProblemId id, String number, boolean resolvedNow) {}

package io.throughline.foundation.notification;

/**
 * Something happened that open pages may want to show.
 *
 * @param topic who may hear it, for example {@code user:42}
 * @param payload a JSON object, at most 7 kB; never content, only what changed, so that the page asks for it anew
 */
public record LiveEvent(String topic, String payload) {}

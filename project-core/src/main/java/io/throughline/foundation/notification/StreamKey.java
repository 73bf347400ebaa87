package io.throughline.foundation.notification;

import org.jspecify.annotations.Nullable;

/**
 * Whose open stream it is.
 *
 * @param sessionId the web session it was opened in; null for none
 */
public record StreamKey(long userId, @Nullable String sessionId) {}

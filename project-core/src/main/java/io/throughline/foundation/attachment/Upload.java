package io.throughline.foundation.attachment;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file somebody sends.
 *
 * @param fileName as the sender calls it, not yet cleaned
 * @param contentType as the sender declares it
 */
public record Upload(String fileName, @Nullable String contentType, InputStreamSource content) {}

package io.throughline.foundation.attachment;

/** Identity of an attachment. */
public record AttachmentId(long value) {}

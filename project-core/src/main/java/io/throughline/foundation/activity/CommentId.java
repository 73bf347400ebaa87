package io.throughline.foundation.activity;

/** Identity of a comment. */
public record CommentId(long value) {}

package io.throughline.foundation.activity;

import io.throughline.foundation.model.Page;

/**
 * What happened to a record and was said about it, and whether the viewer follows it.
 *
 * @param lines newest first
 */
public record WatchedTimeline(Page<TimelineEntry> lines, boolean watching) {}

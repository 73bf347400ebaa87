package io.throughline.web.shell;

/**
 * One active filter of a list.
 *
 * @param label what it says, in the viewer's language
 * @param href the list without it
 */
public record Chip(String label, String href) {}

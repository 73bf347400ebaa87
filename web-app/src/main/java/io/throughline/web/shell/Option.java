package io.throughline.web.shell;

/**
 * One choice of a select or radio field.
 *
 * @param value what is sent
 * @param label what is read, already in the viewer's language
 */
public record Option(String value, String label) {}

package io.throughline.project.lifecycle;

/** A structure to start from, worded in the viewer's language. */
public record TemplateChoice(String code, String name, String description) {}
